import { type Decrypt, decryptionOf, firstIdOf } from './decryption.ts';
import { filtersOf, unpack } from './filters.ts';
import { SyntaxReader } from './syntax.ts';
import {
  isArray,
  isDictionary,
  nameOf,
  type PdfDictionary,
  PdfReference,
  PdfString,
  type PdfValue,
} from './values.ts';

/** The most of one file: objects, and what is unpacked of it for this in sum and of one stream, in bytes. */
const most = { objects: 500_000, all: 128 * 2 ** 20, one: 16 * 2 ** 20 };

/** An object where a file writes it; it may be written again farther on, and then that one counts. */
export type PdfObject = {
  number: number;
  /** Where it begins in the file, and where it ends; for one in an object stream, those of the stream. */
  from: number;
  to: number;
  value: PdfValue;
  /** Where the bytes of a stream are in the file. */
  stream?: { from: number; to: number };
  /** The number of the object stream that holds it. */
  within?: number;
};

/**
 * All objects of a PDF, also those in object streams and those that nothing refers to. For what pdf.js does not tell; it
 * reads and changes nothing, looks for objects by what they begin with (ISO 32000-2, 7.3.10) and trusts no table of them.
 */
export class PdfObjects {
  /** In the order of the file. */
  readonly all: readonly PdfObject[];
  readonly trailer: PdfDictionary;
  /** Whether its streams and strings can be read. */
  readonly isOpen: boolean;
  /** What stands behind percent signs within objects. */
  readonly comments: string[] = [];
  readonly #byNumber = new Map<number, PdfObject>();
  readonly #bytes: Uint8Array;
  readonly #decrypt: Decrypt | null = null;
  #unpacked = 0;

  /** @throws RangeError where there is too much in it */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const objects = objectsIn(file, this.comments);
    for (const object of objects) this.#byNumber.set(object.number, object);
    this.trailer = trailerOf(file, objects);
    const encrypt = this.trailer.get('Encrypt');
    const dictionary = this.resolve(encrypt);
    if (isDictionary(dictionary)) {
      const plain = new Map([...dictionary].map(([key, value]) => [key, this.resolve(value)]));
      const keep = encrypt instanceof PdfReference ? encrypt.number : -1;
      this.#decrypt = decryptionOf(plain, firstIdOf(this.trailer));
      if (this.#decrypt)
        for (const object of objects) if (object.number !== keep) this.#open(object);
    }
    this.isOpen = !isDictionary(dictionary) || this.#decrypt !== null;
    this.all = this.isOpen
      ? objects.flatMap((object) => [object, ...this.#heldBy(object)])
      : objects;
    this.#byNumber.clear();
    for (const object of this.all) {
      if (object.number >= 0) this.#byNumber.set(object.number, object);
    }
  }

  /** The object with a number, as it was written last. */
  at(number: number): PdfObject | undefined {
    return this.#byNumber.get(number);
  }

  /** What a reference points to; any other value is itself. Null where it points nowhere. */
  resolve = (value: PdfValue | undefined): PdfValue => {
    let found: PdfValue | undefined = value;
    for (let step = 0; found instanceof PdfReference; step += 1) {
      if (step > 16) return null;
      found = this.#byNumber.get(found.number)?.value;
    }
    return found ?? null;
  };

  /** The dictionary that a value is or points to; empty where it is none. */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.resolve(value);
    return isDictionary(found) ? found : new Map();
  }

  /** The values of the array that a value is or points to. */
  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    return isArray(found) ? found : [];
  }

  /** The stream to which a reference leads; null where it is none. */
  streamOf(value: PdfValue | undefined): PdfObject | null {
    const object = value instanceof PdfReference ? this.at(value.number) : undefined;
    return object?.stream ? object : null;
  }

  /** The bytes of a stream as they stand in the file, decrypted. */
  packed({ number, stream }: PdfObject): Uint8Array {
    if (!stream) return new Uint8Array();
    const bytes = this.#bytes.subarray(stream.from, stream.to);
    return this.#decrypt ? this.#decrypt(bytes, number, 'stream') : bytes;
  }

  /**
   * The bytes of a stream; null where it is packed in a way that only pictures are.
   * @throws RangeError where it unpacks to more than `limit`, or all together to too much
   */
  unpacked(object: PdfObject, limit = most.one): Uint8Array | null {
    if (!isDictionary(object.value)) return null;
    const data = unpack(this.packed(object), filtersOf(object.value, this.resolve), limit);
    this.#unpacked += data?.length ?? 0;
    if (this.#unpacked > most.all) throw new RangeError('A PDF unpacks to too much.');
    return data;
  }

  #open(object: PdfObject): void {
    const decrypt = this.#decrypt as Decrypt;
    if (isDictionary(object.value) && nameOf(object.value.get('Type')) === 'XRef') return;
    const opened = (value: PdfValue): PdfValue => {
      if (value instanceof PdfString)
        return new PdfString(
          Buffer.from(
            decrypt(Buffer.from(value.bytes, 'latin1'), object.number, 'string'),
          ).toString('latin1'),
        );
      if (isArray(value)) return value.map(opened);
      if (isDictionary(value)) return new Map([...value].map(([key, held]) => [key, opened(held)]));
      return value;
    };
    object.value = opened(object.value);
  }

  /** What an object stream holds (ISO 32000-2, 7.5.7). */
  #heldBy(object: PdfObject): PdfObject[] {
    const { value, number: within, from, to } = object;
    if (!object.stream || !isDictionary(value) || nameOf(value.get('Type')) !== 'ObjStm') return [];
    const data = this.unpacked(object);
    const first = this.resolve(value.get('First'));
    const count = this.resolve(value.get('N'));
    if (!data || typeof first !== 'number' || typeof count !== 'number') return [];
    const text = Buffer.from(data).toString('latin1');
    const numbers = text.slice(0, first).match(/\d+/g)?.map(Number) ?? [];
    const held: PdfObject[] = [];
    for (let index = 0; index < Math.min(count, numbers.length >> 1); index += 1) {
      const [number = 0, place = 0] = numbers.slice(2 * index, 2 * index + 2);
      held.push({
        number,
        from,
        to,
        within,
        value: new SyntaxReader(text, first + place, this.comments).value(),
      });
      if (held.length > most.objects) throw new RangeError('Too many objects.');
    }
    return held;
  }
}

const beginning = /(\d{1,10})[\s\0]+\d{1,5}[\s\0]+obj(?![a-z])/g;

function objectsIn(file: string, comments: string[]): PdfObject[] {
  const objects: PdfObject[] = [];
  beginning.lastIndex = 0;
  for (let match = beginning.exec(file); match; match = beginning.exec(file)) {
    const reader = new SyntaxReader(file, beginning.lastIndex, comments);
    const object: PdfObject = {
      number: Number(match[1]),
      from: match.index,
      to: 0,
      value: reader.value(),
    };
    const stream = isDictionary(object.value) && streamAfter(reader, object.value);
    if (stream) {
      object.stream = { from: stream.from, to: stream.to };
      reader.place = stream.to;
      reader.passes('endstream');
    }
    reader.passes('endobj');
    object.to = reader.place;
    objects.push(object);
    if (objects.length > most.objects) throw new RangeError('Too many objects.');
    beginning.lastIndex = Math.max(reader.place, beginning.lastIndex);
  }
  return objects;
}

/** Where a stream's bytes are: as long as is said, where its end is there; else up to what ends it. */
function streamAfter(
  reader: SyntaxReader,
  dictionary: PdfDictionary,
): { from: number; to: number } | null {
  const { text } = reader;
  if (!reader.passes('stream')) return null;
  let from = reader.place;
  if (text[from] === '\r') from += 1;
  if (text[from] === '\n') from += 1;
  const length = dictionary.get('Length');
  if (typeof length === 'number' && length >= 0) {
    const end = /^\s*endstream/.test(text.slice(from + length, from + length + 16));
    if (end) return { from, to: from + length };
  }
  const end = text.indexOf('endstream', from);
  let to = end < 0 ? text.length : end;
  if (text[to - 1] === '\n') to -= 1;
  if (text[to - 1] === '\r') to -= 1;
  return { from, to: Math.max(from, to) };
}

/** What the trailers say, in tables and in streams; the last one counts for each key. */
function trailerOf(file: string, objects: readonly PdfObject[]): PdfDictionary {
  const found: [number, PdfDictionary][] = [];
  for (let at = file.indexOf('trailer'); at >= 0; at = file.indexOf('trailer', at + 7)) {
    if (objects.some(({ stream }) => stream && stream.from < at && at < stream.to)) continue;
    const value = new SyntaxReader(file, at + 7).value();
    if (isDictionary(value)) found.push([at, value]);
  }
  for (const { value, from } of objects)
    if (isDictionary(value) && nameOf(value.get('Type')) === 'XRef') found.push([from, value]);
  const ordered = found.sort(([one], [other]) => one - other);
  // The first table of a linearized file comes first, and counts.
  const isLinear = objects.some(
    ({ value, from }) => from < 1024 && isDictionary(value) && value.has('Linearized'),
  );
  if (isLinear && ordered.length > 1) ordered.push(ordered[0] as [number, PdfDictionary]);
  const trailer: PdfDictionary = new Map();
  for (const [, one] of ordered) for (const [key, value] of one) trailer.set(key, value);
  return trailer;
}
