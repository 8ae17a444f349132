import type { CollectionName } from '../schema/collections.ts';
import type { DataPath } from '../source/yaml-data.ts';

/** What a field points to: an entry of a collection by its id, any entry by its content path, or a file beside. */
export type ReferenceTarget = 'institution' | 'scene' | 'guideline' | 'entry' | 'file';

/**
 * Every field that points to something; `*` stands for each item of a list. A field that is missing here would go
 * unchecked, so references.test.ts holds the list against the widgets of the schema.
 */
export const referenceFields: readonly { field: string; to: ReferenceTarget }[] = [
  { field: 'institution', to: 'institution' },
  { field: 'with.*', to: 'institution' },
  { field: 'partOf', to: 'institution' },
  { field: 'successor', to: 'institution' },
  { field: 'formerNames.*.id', to: 'institution' },
  { field: 'scenes.*', to: 'scene' },
  { field: 'cites.*.guideline', to: 'guideline' },
  { field: 'supersedes', to: 'guideline' },
  { field: 'related.*', to: 'entry' },
  { field: 'steps.*.says.*', to: 'entry' },
  { field: 'drawnFrom.*', to: 'entry' },
  { field: 'choices.*.says.*', to: 'entry' },
  { field: 'stages.*.tasks.*.links.*', to: 'entry' },
  { field: 'timeline.*.links.*', to: 'entry' },
  { field: 'attachments.*.file', to: 'file' },
  { field: 'figures.*.data', to: 'file' },
  { field: 'sessions.*.materials.*.file', to: 'file' },
];

/** The collections in which a field of the same name is something else: a term's related words are no entries. */
const exceptions: Partial<Record<CollectionName, readonly string[]>> = { glossary: ['related.*'] };

export type Reference = { to: ReferenceTarget; path: DataPath; value: string };

/** Everything that the fields of an entry point to, with the place of each. */
export const referencesIn = (collection: CollectionName, data: object): Reference[] =>
  referenceFields
    .filter(({ field }) => !exceptions[collection]?.includes(field))
    .flatMap(({ field, to }) =>
      valuesAt(data, field.split('.')).map(({ path, value }) => ({ to, path, value })),
    );

const valuesAt = (
  value: unknown,
  [step, ...rest]: readonly string[],
  path: DataPath = [],
): { path: DataPath; value: string }[] => {
  if (step === undefined) return typeof value === 'string' ? [{ path, value }] : [];
  if (step === '*') {
    return Array.isArray(value)
      ? value.flatMap((item, index) => valuesAt(item, rest, [...path, index]))
      : [];
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  return valuesAt((value as Record<string, unknown>)[step], rest, [...path, step]);
};
