import type { Attachment } from '../../../src/schema/entry.ts';

const kinds: Record<string, Attachment['kind']> = {
  '.docx': 'form',
  '.xlsx': 'form',
  '.pptx': 'slides',
  '.pdf': 'document',
  '.csv': 'data',
  '.png': 'figure',
  '.jpg': 'figure',
  '.jpeg': 'figure',
  '.webp': 'figure',
  '.svg': 'figure',
};

/** What a file's name says of it, so that the person has to change little: 誓約書.docx is a 様式 called 誓約書. */
export const attachmentRow = (name: string): Pick<Attachment, 'file' | 'title' | 'kind'> => {
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? '';
  return {
    file: name,
    title: name.slice(0, name.length - ending.length) || name,
    kind: kinds[ending.toLowerCase()] ?? 'other',
  };
};

/** A row as it is while it is written: any of its fields may be missing. */
export type RowFields = { readonly [Name in keyof Attachment]?: Attachment[Name] } & Readonly<
  Record<string, unknown>
>;

/** What somebody wrote in the row of a file themselves: what the file's name did not say. */
export const ownWordsOf = (row: RowFields, name: string): Readonly<Record<string, string>> => {
  const said: RowFields = attachmentRow(name);
  return Object.fromEntries(
    Object.entries(row).flatMap(([field, value]) =>
      typeof value === 'string' && value !== '' && value !== said[field] ? [[field, value]] : [],
    ),
  );
};

/**
 * The row of a file that takes the place of another: what somebody wrote about that one stays, and what its name said does not.
 * @param before the other's row; null where nothing is known of it
 * @param nameBefore of the other file
 */
export const attachmentRowInPlace = (
  name: string,
  before: RowFields | null,
  nameBefore: string,
): RowFields => {
  const { title, ...own } = before ? ownWordsOf(before, nameBefore) : {};
  return { ...attachmentRow(name), ...own, ...(title ? { title } : {}), file: name };
};

/**
 * The rows after a file was chosen: one more, or the same where a row has a file of this name already, whose place it takes.
 * @param about gives what was written about a file that was refused
 */
export const rowsWith = (
  rows: readonly RowFields[],
  name: string,
  about: (name: string) => RowFields | null,
): readonly RowFields[] =>
  rows.some(({ file }) => file === name)
    ? rows
    : [...rows, attachmentRowInPlace(name, about(name), name)];
