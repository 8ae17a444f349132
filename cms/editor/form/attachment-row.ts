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

/**
 * The row of a file that takes the place of another: what somebody wrote about that one stays, and what its name said does not.
 * @param before the other's row; undefined where nothing is known of it
 * @param nameBefore of the other file
 */
export const attachmentRowInPlace = (
  name: string,
  before: RowFields | undefined,
  nameBefore: string,
): RowFields => {
  const [said, saidBefore] = [attachmentRow(name), attachmentRow(nameBefore)];
  return {
    ...before,
    ...said,
    ...(before?.title && before.title !== saidBefore.title ? { title: before.title } : {}),
    ...(before?.kind && before.kind !== saidBefore.kind ? { kind: before.kind } : {}),
  };
};

/**
 * The rows after a file was chosen: one more, or the same where a row has a file of this name already, whose place it takes.
 * @param about what was written about files that were refused, by their names
 */
export const rowsWith = (
  rows: readonly RowFields[],
  name: string,
  about: ReadonlyMap<string, RowFields>,
): readonly RowFields[] =>
  rows.some(({ file }) => file === name)
    ? rows
    : [...rows, attachmentRowInPlace(name, about.get(name), name)];
