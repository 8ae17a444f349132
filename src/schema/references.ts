import { z } from 'zod';
import { type CollectionName, collections } from './collections.ts';
import type { ReferenceTarget } from './field.ts';

/** What an entry loses where a field of it leads to content that an edition does not show. */
export type WhenHidden =
  /** The reference alone: an item of a list, or a field that need not be there. */
  | 'reference'
  /** The part of the entry that holds the reference itself, which says nothing without it; what holds that part stays. */
  | 'holder'
  /** The reference, and with the last one the part that holds them: it is there because something says so. */
  | 'holder-with-last'
  /** Everything: the edition does not show the entry either. */
  | 'entry';

/**
 * Every field that leads to other content, with what goes when that is hidden; `*` stands for each item of a list. That
 * it leads there, its type says (field.ts): a field of such a type that is missing here stops whatever reads content.
 */
export const losses: Readonly<Record<string, WhenHidden>> = {
  // Its name is in the address of the entry.
  institution: 'entry',
  'with.*': 'reference',
  'scenes.*': 'reference',
  'related.*': 'reference',
  'cites.*.guideline': 'holder',
  supersedes: 'reference',
  partOf: 'reference',
  successor: 'reference',
  'formerNames.*.id': 'reference',
  'steps.*.says.*': 'holder-with-last',
  // Without its kit the name of a file says nothing, and would tell that there is one; the step stays.
  'steps.*.file.kit': 'holder',
  // The files of a kit name what they were drawn from, and no filter reaches into a file.
  'drawnFrom.*': 'entry',
  'choices.*.says.*': 'holder-with-last',
  'stages.*.tasks.*.links.*': 'holder-with-last',
  'timeline.*.links.*': 'reference',
};

type FileField = { field: string; to: 'file' };
type ContentField = {
  /** The dotted path of the field, `*` for each item of a list. */
  field: string;
  to: Exclude<ReferenceTarget, 'file'>;
  whenHidden: WhenHidden;
};
/** A field that leads to something. */
export type ReferenceField = FileField | ContentField;

/**
 * The fields of a collection that lead to other content or to files, in the schema's order.
 * @throws where nobody has said what becomes of an entry when such a field leads to hidden content
 */
export const referenceFields = (collection: CollectionName): readonly ReferenceField[] => {
  const known = fieldsOfCollections.get(collection) ?? fieldsIn(collections[collection].schema, []);
  fieldsOfCollections.set(collection, known);
  return known;
};
const fieldsOfCollections = new Map<CollectionName, readonly ReferenceField[]>();

const plain = ['string', 'number', 'boolean', 'enum'];

const fieldsIn = (schema: z.ZodType, path: readonly string[]): ReferenceField[] => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return fieldsIn(schema.unwrap() as z.ZodType, path);
  }
  if (schema instanceof z.ZodArray) return fieldsIn(schema.element as z.ZodType, [...path, '*']);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, field]) =>
      fieldsIn(field as z.ZodType, [...path, key]),
    );
  }
  const field = path.join('.');
  if (!plain.includes(schema.def.type)) {
    throw new Error(`${field} is a ${schema.def.type}: teach references.ts to look into it.`);
  }
  const to = schema.meta()?.refersTo;
  if (to === undefined) return [];
  if (to === 'file') return [{ field, to }];
  const whenHidden = losses[field];
  if (!whenHidden) throw new Error(`What goes when ${field} leads to hidden content?`);
  return [{ field, to, whenHidden }];
};

/** Where a value leads, as a content path; the collection of some targets is known by their type. */
export const targetPath = (to: ContentField['to'], value: string): string =>
  `${targetPrefixes[to]}${value}`;
export const targetPrefixes: Readonly<Record<ContentField['to'], string>> = {
  institution: 'institutions/',
  scene: 'scenes/',
  guideline: '',
  kit: '',
  entry: '',
};

/** A value that leads to something, and the place of it in the data. */
export type Reference = ReferenceField & { path: readonly (string | number)[]; value: string };

/** Everything that the fields of an entry lead to. */
export const referencesIn = (collection: CollectionName, data: object): Reference[] =>
  referenceFields(collection).flatMap((reference) =>
    valuesAt(data, reference.field.split('.'), []).map((found) => ({ ...reference, ...found })),
  );

const valuesAt = (
  value: unknown,
  [step, ...rest]: readonly string[],
  path: Reference['path'],
): Pick<Reference, 'path' | 'value'>[] => {
  if (step === undefined) return typeof value === 'string' ? [{ path, value }] : [];
  if (step === '*') {
    return Array.isArray(value)
      ? value.flatMap((item, index) => valuesAt(item, rest, [...path, index]))
      : [];
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  return valuesAt((value as Record<string, unknown>)[step], rest, [...path, step]);
};
