import { compareBodies, type Section } from './compare-bodies.ts';
import { compareFields, type FieldChange, type SameField } from './compare-fields.ts';
import { type ComparedFile, compareFiles, type FileChange } from './compare-files.ts';
import type { DescribedField, NameOf } from './described-field.ts';

/** One version of an entry: its fields with the text as `body`, and its files. */
export type EntryVersion = {
  readonly data: Readonly<Record<string, unknown>>;
  readonly files: readonly ComparedFile[];
};

/** What of an entry is not as in another version of it. */
export type EntryDifference = {
  readonly fields: readonly FieldChange[];
  readonly sameFields: readonly SameField[];
  readonly sections: readonly Section[];
  readonly files: readonly FileChange[];
  readonly sameFiles: readonly ComparedFile[];
  /** In how many places: fields, headings and files. */
  readonly places: number;
};

/**
 * Compares two versions of an entry.
 * @param fields of its collection, without the text
 * @param before null where there is none: everything is new
 */
export const compareEntries = (
  before: EntryVersion | null,
  after: EntryVersion,
  fields: readonly DescribedField[],
  nameOf: NameOf,
): EntryDifference => {
  const earlier = before ?? { data: {}, files: [] };
  const { changed, same } = compareFields(fields, earlier.data, after.data, nameOf);
  const sections = compareBodies(bodyOf(earlier), bodyOf(after));
  const files = compareFiles(earlier.files, after.files);
  return {
    fields: changed,
    sameFields: same,
    sections,
    files: files.changed,
    sameFiles: files.same,
    places:
      changed.length + sections.filter(({ sign }) => sign !== null).length + files.changed.length,
  };
};

const bodyOf = ({ data: { body } }: EntryVersion): string => (typeof body === 'string' ? body : '');
