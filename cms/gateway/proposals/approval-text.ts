import { stringify } from 'yaml';
import type { Approval } from '../../../src/schema/entry.ts';

/**
 * The text of an entry with 機関の決裁 in its fields, and everything else as its author wrote it. Nothing is parsed here:
 * whoever stores it has it read in a process apart, and asks whether it says what it should.
 * @param bytes the text of an entry, fields between two lines of `---` and a body
 * @returns null where no such fields are found
 */
export const approvedText = (bytes: Uint8Array, approval: Approval): Uint8Array | null => {
  const text = Buffer.from(bytes).toString();
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(lineEnd);
  const first = lines.findIndex(isFence) + 1;
  const end = lines.findIndex((line, index) => index >= first && isFence(line));
  if (first === 0 || end === -1) return null;

  const fields = lines.slice(first, end);
  const old = blockOf(fields, 'approval');
  if (old) fields.splice(old.at, old.lines);
  const before = blockOf(fields, 'origin');
  fields.splice(before ? before.at + before.lines : fields.length, 0, ...linesOf(approval));
  return Buffer.from([...lines.slice(0, first), ...fields, ...lines.slice(end)].join(lineEnd));
};

/** As the editor's form writes them, so that a save changes no line that says nothing new. */
const linesOf = ({ on, office }: Approval): string[] =>
  stringify({ approval: { on, office } }, { lineWidth: 0, singleQuote: true })
    .trimEnd()
    .split('\n');

const isFence = (line: string): boolean => /^\uFEFF?---[ \t]*$/.test(line);

/** Where a field of the entry itself stands, with the lines that belong to it; null where it has none. */
const blockOf = (fields: readonly string[], name: string): { at: number; lines: number } | null => {
  const key = new RegExp(`^(?:${name}|"${name}"|'${name}')[ \\t]*:`);
  const at = fields.findIndex((line) => key.test(line));
  if (at === -1) return null;
  const next = fields.findIndex((line, index) => index > at && /^[^\s]/.test(line));
  return { at, lines: (next === -1 ? fields.length : next) - at };
};
