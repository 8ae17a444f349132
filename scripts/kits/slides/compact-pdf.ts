import { zlibSync } from 'fflate';

/**
 * Packs the objects of a PDF that are not streams into compressed ones (PDF 1.5, object streams). Chromium writes a font
 * of its own for every few Japanese letters and a line of text for every object: half of such a file.
 * @param bytes a PDF with one plain table of references, as Chromium writes it
 * @throws where the PDF is built in another way
 */
export const compactPdf = (bytes: Uint8Array): Uint8Array => {
  const text = Buffer.from(bytes).toString('latin1');
  const { objects, root, info } = readObjects(text);
  const parts: string[] = ['%PDF-1.5\n%\xE2\xE3\xCF\xD3\n'];
  let length = parts[0]?.length ?? 0;
  const write = (part: string): number => {
    const at = length;
    parts.push(part);
    length += part.length;
    return at;
  };

  const places = new Map<number, Place>();
  const packed: { number: number; body: string }[] = [];
  for (const { number, body } of objects) {
    if (/\bstream\r?\n/.test(body)) {
      places.set(number, { kind: 'plain', at: write(`${number} 0 obj\n${body}\nendobj\n`) });
    } else packed.push({ number, body });
  }
  let next = Math.max(...objects.map(({ number }) => number)) + 1;
  for (let start = 0; start < packed.length; start += inOneStream) {
    const own = packed.slice(start, start + inOneStream);
    const number = next;
    next += 1;
    for (const [index, { number: inner }] of own.entries()) {
      places.set(inner, { kind: 'packed', stream: number, index });
    }
    places.set(number, { kind: 'plain', at: write(objectStream(number, own)) });
  }

  const number = next;
  const at = length;
  places.set(number, { kind: 'plain', at });
  write(referenceStream(number, places, root, info));
  write(`startxref\n${at}\n%%EOF\n`);
  return new Uint8Array(Buffer.from(parts.join(''), 'latin1'));
};

type Place = { kind: 'plain'; at: number } | { kind: 'packed'; stream: number; index: number };

const inOneStream = 200;

/** The objects in the order of their numbers, taken by the file's own table of references. */
const readObjects = (text: string) => {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const table = /^xref\n0 (\d+)\n((?:\d{10} \d{5} [nf] ?\r?\n)+)trailer\n(<<[\s\S]*?>>)/.exec(
    text.slice(start),
  );
  const root = /\/Root (\d+) 0 R/.exec(table?.[3] ?? '')?.[1];
  const info = /\/Info (\d+) 0 R/.exec(table?.[3] ?? '')?.[1];
  if (!table?.[2] || !root || !info) throw new Error('The PDF has no plain table of references.');
  const objects = table[2]
    .trim()
    .split(/\r?\n/)
    .flatMap((row, number) => {
      if (!row.includes(' n')) return [];
      const at = Number(row.slice(0, 10));
      const head = `${number} 0 obj\n`;
      // The bytes of a stream may spell the word, so that its own length leads past them.
      const from = text.startsWith(head, at) ? at + head.length : -1;
      const end = from < 0 ? -1 : endOf(text, from);
      if (end < 0) throw new Error(`Object ${number} of the PDF is not where its table says.`);
      return [{ number, body: text.slice(from, end).trimEnd() }];
    });
  return { objects, root, info };
};

const endOf = (text: string, from: number): number => {
  const end = text.indexOf('endobj', from);
  const stream = text.indexOf('stream\n', from);
  if (stream < 0 || end < stream) return end;
  const length = /\/Length (\d+)(?! \d+ R)/.exec(text.slice(from, stream))?.[1];
  return length === undefined
    ? -1
    : text.indexOf('endobj', stream + 'stream\n'.length + Number(length));
};

const objectStream = (number: number, own: readonly { number: number; body: string }[]): string => {
  let at = 0;
  const heads = own.map(({ number: inner, body }) => {
    const head = `${inner} ${at}`;
    at += body.length + 1;
    return head;
  });
  const first = `${heads.join(' ')}\n`;
  const content = deflated(first + own.map(({ body }) => `${body}\n`).join(''));
  return `${number} 0 obj\n<</Type /ObjStm /N ${own.length} /First ${first.length} /Filter /FlateDecode /Length ${content.length}>>\nstream\n${content}\nendstream\nendobj\n`;
};

const referenceStream = (
  number: number,
  places: ReadonlyMap<number, Place>,
  root: string,
  info: string,
): string => {
  const rows = Array.from({ length: number + 1 }, (_, one) => {
    const place = places.get(one);
    if (!place) return row(0, 0, 65535);
    return place.kind === 'plain' ? row(1, place.at, 0) : row(2, place.stream, place.index);
  });
  const content = deflated(rows.join(''));
  return `${number} 0 obj\n<</Type /XRef /Size ${number + 1} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /Filter /FlateDecode /Length ${content.length}>>\nstream\n${content}\nendstream\nendobj\n`;
};

const row = (kind: number, second: number, third: number): string => {
  const bytes = Buffer.alloc(7);
  bytes.writeUInt8(kind, 0);
  bytes.writeUInt32BE(second, 1);
  bytes.writeUInt16BE(third, 5);
  return bytes.toString('latin1');
};

const deflated = (content: string): string =>
  Buffer.from(zlibSync(Buffer.from(content, 'latin1'), { level: 9 })).toString('latin1');
