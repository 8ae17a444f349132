import { day } from '../../../src/schema/field.ts';
import { readFields, readFrontMatter } from '../../../src/source/front-matter.ts';
import { type EntryOutline, outlineIn } from '../published-content/entry-outline.ts';
import type { EntryAddress } from '../repository/content-address.ts';

/**
 * Reads title and 掲載の経緯 from a text that is published, which was judged before. One that is not is read in a process
 * apart (`Intake.outlineOf`).
 * @param bytes null where there is no text
 */
export const publishedOutline = ({ text }: EntryAddress, bytes: Uint8Array | null): EntryOutline =>
  outlineIn(bytes && fieldsOf(text, Buffer.from(bytes).toString()));

/** What readers are told of an entry beside what it says: whether it is shown at all, and since which day. */
export type PublishedFacts = {
  readonly isWithdrawn: boolean;
  /** 掲載日, as the text has it; null where it has none. */
  readonly since: string | null;
};

/** Reads them from a text that is published. */
export const publishedFacts = ({ text }: EntryAddress, bytes: Uint8Array): PublishedFacts => {
  const fields = fieldsOf(text, Buffer.from(bytes).toString());
  const since = day.safeParse(fields?.['published']);
  return { isWithdrawn: fields?.['withdrawn'] === true, since: since.success ? since.data : null };
};

/**
 * The text of an entry with 掲載停止 set and everything else as its author wrote it.
 * @returns null where its fields cannot be read, so that nobody could tell whether it is set
 */
export const withdrawnText = (
  { text: path }: EntryAddress,
  bytes: Uint8Array,
): Uint8Array | null => {
  const text = Buffer.from(bytes).toString();
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(lineEnd);
  const [first, end] = rangeOfFields(path, lines);
  const at = lines.findIndex((line, index) => index >= first && index < end && isSwitch(line));
  if (at === -1) lines.splice(end, 0, 'withdrawn: true');
  else lines[at] = 'withdrawn: true';
  const withdrawn = lines.join(lineEnd);
  return fieldsOf(path, withdrawn)?.['withdrawn'] === true ? Buffer.from(withdrawn) : null;
};

/**
 * The text of an entry without 掲載停止, and everything else as it is: what `withdrawnText` made of a text that did not name
 * the field is that text again.
 * @returns null where it cannot be taken out
 */
export const shownText = ({ text: path }: EntryAddress, bytes: Uint8Array): Uint8Array | null => {
  const text = Buffer.from(bytes).toString();
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(lineEnd);
  const [first, end] = rangeOfFields(path, lines);
  const shown = lines
    .filter((line, index) => index < first || index >= end || !isSwitch(line))
    .join(lineEnd);
  const fields = fieldsOf(path, shown);
  return fields && fields['withdrawn'] !== true ? Buffer.from(shown) : null;
};

/** A field of the entry itself; those of its lists are indented. */
const isSwitch = (line: string): boolean => /^withdrawn[ \t]*:/.test(line);

/** The first line of the fields, and the line before which another can be put. */
const rangeOfFields = (path: string, lines: readonly string[]): [number, number] => {
  if (path.endsWith('.yaml')) return [0, lines.at(-1) === '' ? lines.length - 1 : lines.length];
  const isFence = (line: string) => /^---[ \t]*$/.test(line);
  const opening = lines.findIndex(isFence);
  return [opening + 1, lines.findIndex((line, index) => index > opening && isFence(line))];
};

const fieldsOf = (path: string, text: string): Record<string, unknown> | null => {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return path.endsWith('.yaml') ? readFields(lines, 1).data : readFrontMatter(lines).data;
};
