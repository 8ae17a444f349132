import { type CollectionName, collections } from '../../../src/schema/collections.ts';
import { formatOf } from '../entry-format.ts';
import { fieldsOfSchema } from '../form/fields-of-schema.ts';
import type { FormField } from '../form/form-field.ts';

/**
 * What of a stored entry is not as in another version of it, in the words of the form: 【題名】 and what is written there.
 * @param stored the file as it is stored
 * @param mine the file as the person would save it
 * @returns empty where nothing differs that a form shows
 */
export const unlikeFields = (collection: CollectionName, stored: string, mine: string): string => {
  const { fromFile } = formatOf(collection);
  const [theirs, own] = [fromFile(stored), fromFile(mine)];
  const fields = [...fieldsOfSchema(collections[collection].schema), body];
  return fields
    .filter(({ name }) => name !== 'updated')
    .filter(({ name }) => JSON.stringify(theirs[name]) !== JSON.stringify(own[name]))
    .map((field) => `【${field.label}】\n${written(field, theirs[field.name]) || '（空欄）'}`)
    .join('\n\n');
};

const body: FormField = {
  name: 'body',
  label: '本文',
  hint: '',
  isRequired: false,
  kind: 'paragraph',
  most: Number.POSITIVE_INFINITY,
};

const written = (field: FormField, value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    const item = field.kind === 'rows' ? field.item : field;
    return value.map((each) => written(item, each)).join('\n');
  }
  if (typeof value === 'object') {
    const parts = field.kind === 'group' ? field.fields : [];
    return parts
      .map((part) => [part.label, written(part, (value as Record<string, unknown>)[part.name])])
      .filter(([, text]) => text !== '')
      .map(([label, text]) => `${label}：${text}`)
      .join('、');
  }
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  const options = field.kind === 'one-of' || field.kind === 'some-of' ? field.options : [];
  return options.find((option) => option.value === value)?.label ?? String(value);
};
