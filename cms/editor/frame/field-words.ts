import { type CollectionName, collections } from '../../../src/schema/collections.ts';
import { fieldsOfSchema } from '../form/fields-of-schema.ts';
import type { FormField } from '../form/form-field.ts';

/** What the form calls a field of its own: 題名. @param path of the front matter, `sources.0.url`, or `body` */
export const labelOf = (collection: CollectionName, path: string): string => {
  const [first = ''] = path.split('.');
  return fieldOf(collection, first)?.label ?? first;
};

/** What the form calls the very part of a field: 添付ファイルの利用条件. @param path of the front matter, `attachments.0.rights` */
export const partLabelOf = (collection: CollectionName, path: string): string => {
  const [first = '', ...rest] = path.split('.');
  const labels = [labelOf(collection, first)];
  let field = fieldOf(collection, first);
  for (const name of rest) {
    if (field?.kind === 'rows') {
      field = field.item;
    } else if (field?.kind === 'group') {
      field = field.fields.find((part) => part.name === name);
      if (field) labels.push(field.label);
    }
  }
  return labels.join('の');
};

/** What stands in a field, in the words of the form; empty where it is blank. */
export const wordsOf = (collection: CollectionName, name: string, value: unknown): string => {
  const field = fieldOf(collection, name);
  return field ? written(field, value) : '';
};

const fieldOf = (collection: CollectionName, name: string): FormField | undefined =>
  [...fieldsOfSchema(collections[collection].schema), body].find((field) => field.name === name);

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
