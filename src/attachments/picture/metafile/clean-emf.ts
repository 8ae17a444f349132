import { joined, startsWith, viewOf } from '../bytes.ts';

/** [MS-EMF] 2.1.1. */
const types = { header: 1, eof: 14, comment: 70, last: 122 } as const;
const signature = ' EMF';
const signatureAt = 40;

/** Where the fields of the head stand: [MS-EMF] 2.2.9. */
const head = { bytes: 48, records: 52, description: 60, descriptionAt: 64, least: 88 } as const;
/** Lengths of the head with what later versions added: 2.3.4.2. */
const headLengths = [108, 100, 88] as const;
const pixelFormat = { length: 88, at: 92 } as const;

/** More records than any program writes. */
const mostRecords = 1_000_000;

/**
 * Copies of an enhanced metafile what draws. Its description (of the program and the picture), what programs keep in
 * comments, records that nobody knows, and what follows its end are left out: who plays it passes over them.
 * @returns null where it is none, or is broken
 */
export const cleanEmf = (bytes: Uint8Array): Uint8Array | null => {
  if (bytes.length < head.least || !startsWith(bytes, signature, signatureAt)) return null;
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  let at = 0;
  for (let count = 0; at + 8 <= bytes.length; count += 1) {
    const type = view.getUint32(at, true);
    const length = view.getUint32(at + 4, true);
    if (length < 8 || length % 4 !== 0 || at + length > bytes.length) return null;
    if (count > mostRecords || (at === 0) !== (type === types.header)) return null;
    const record = bytes.subarray(at, at + length);
    at += length;
    if (type === types.header) kept.push(cleanHead(record));
    else if (type === types.comment) kept.push(cleanComment(record));
    else if (type > types.header && type <= types.last) kept.push(record);
    if (type === types.eof) return counted(kept.filter(({ length }) => length > 0));
  }
  return null;
};

/** With how long it is and of how many records. */
const counted = (records: readonly Uint8Array[]): Uint8Array => {
  const whole = joined(...records);
  viewOf(whole).setUint32(head.bytes, whole.length, true);
  viewOf(whole).setUint32(head.records, records.length, true);
  return whole;
};

const cleanHead = (record: Uint8Array): Uint8Array => {
  const view = viewOf(record);
  const place = view.getUint32(head.descriptionAt, true);
  const hasDescription = view.getUint32(head.description, true) > 0 && place >= head.least;
  const end = Math.min(record.length, hasDescription ? place : record.length);
  const own = headLengths.find((length) => length <= end) ?? head.least;
  const clean = new Uint8Array(record.length);
  clean.set(record.subarray(0, own));
  if (own > head.least) {
    const from = view.getUint32(pixelFormat.at, true);
    const to = Math.min(record.length, from + view.getUint32(pixelFormat.length, true));
    if (from >= own && from < to) clean.set(record.subarray(from, to), from);
  }
  viewOf(clean).setUint32(head.description, 0, true);
  viewOf(clean).setUint32(head.descriptionAt, 0, true);
  return clean;
};

/** [MS-EMF] 2.3.3: comments of all programs begin with a name of four letters behind their length. */
const inComment = { length: 8, name: 12, kind: 16, description: 36 } as const;
const groups = { begin: 2, end: 3 } as const;
const groupLengths = { begin: 40, end: 20 } as const;

/** Nothing where the comment says nothing that draws. */
const cleanComment = (record: Uint8Array): Uint8Array => {
  const nothing = new Uint8Array();
  if (record.length < inComment.kind) return nothing;
  if (startsWith(record, 'EMF+', inComment.name)) return withoutRemarks(record);
  if (!startsWith(record, 'GDIC', inComment.name) || record.length < groupLengths.end) {
    return nothing;
  }
  // What belongs together: 2.3.3.4.1 and 2.3.3.4.2.
  const kind = viewOf(record).getUint32(inComment.kind, true);
  const length =
    kind === groups.begin ? groupLengths.begin : kind === groups.end ? groupLengths.end : 0;
  if (length === 0 || record.length < length) return nothing;
  const isPlain =
    record.subarray(length).every((byte) => byte === 0) &&
    (kind === groups.end || viewOf(record).getUint32(inComment.description, true) === 0);
  if (isPlain) return record;
  const clean = record.slice(0, length);
  viewOf(clean).setUint32(4, length, true);
  viewOf(clean).setUint32(inComment.length, length - inComment.name, true);
  if (kind === groups.begin) viewOf(clean).setUint32(inComment.description, 0, true);
  return clean;
};

/** [MS-EMFPLUS] 2.3.2: what programs keep for themselves among what draws. */
const plusComment = 0x4003;
const plusHead = 12;

const withoutRemarks = (record: Uint8Array): Uint8Array => {
  const view = viewOf(record);
  let clean = record;
  let at: number = inComment.kind;
  while (at + plusHead <= record.length) {
    const length = view.getUint32(at + 4, true);
    if (length < plusHead || at + length > record.length) break;
    if (view.getUint16(at, true) === plusComment) {
      if (clean === record) clean = record.slice();
      clean.fill(0, at + plusHead, at + length);
    }
    at += length;
  }
  return clean;
};
