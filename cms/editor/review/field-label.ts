import { type CollectionName, collections } from '../../../src/schema/collections.ts';
import { fieldsOfSchema } from '../form/fields-of-schema.ts';
import type { FormField } from '../form/form-field.ts';
import { reviewWords as words } from './words.ts';

/** The collection that an entry's path begins with; null where it is none. */
export const collectionOf = (entry: string): CollectionName | null => {
  const name = entry.slice(0, entry.indexOf('/'));
  return Object.hasOwn(collections, name) ? (name as CollectionName) : null;
};

/** Whether the text of an entry tells what an institution did. */
export const isPractice = (entry: string): boolean =>
  ['case-studies', 'best-practices'].includes(collectionOf(entry) ?? '');

/**
 * What the form calls a field that a note is about.
 * @param field its dotted path, `body`, or `file:` and the name of a file
 */
export const fieldLabel = (entry: string, field: string): string => {
  if (field.startsWith('file:')) return `「${field.slice('file:'.length)}」`;
  const body = isPractice(entry) ? words.bodyOfPractice : words.body;
  if (field === 'body') return body;
  const collection = collectionOf(entry);
  let fields: readonly FormField[] = collection
    ? fieldsOfSchema(collections[collection].schema)
    : [];
  const labels: string[] = [];
  for (const name of field.split('.')) {
    const found = fields.find((each) => each.name === name);
    if (!found) break;
    labels.push(found.label);
    fields = found.kind === 'group' ? found.fields : [];
  }
  return labels.join('の') || body;
};
