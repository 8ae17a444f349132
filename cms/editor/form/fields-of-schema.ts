import { z } from 'zod';
import type { FormControl, FormField } from './form-field.ts';
import { labelledOptions } from './option-labels.ts';

/** What of JSON Schema, as zod writes it, a form is made from. */
type Described = {
  type?: string;
  label?: string;
  hint?: string;
  widget?: z.core.GlobalMeta['widget'];
  format?: string;
  enum?: string[];
  maxLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  items?: Described;
  properties?: Record<string, Described>;
  required?: string[];
};

const paragraphLength = 2000;
const lineLength = 300;

/** Fields that point to one of the guidelines alone, where the schema says only that they point to content. */
const guidelineFields = new Set(['guideline', 'supersedes']);

/**
 * The fields of a form, in the schema's order, with its labels and hints.
 * @param schema of a content type: an object, or an object with refinements
 * @throws where a field has no label, or a type that no control asks for
 */
export const fieldsOfSchema = (schema: z.ZodType): FormField[] =>
  fieldsOf(z.toJSONSchema(schema, { io: 'input' }) as Described);

const fieldsOf = ({ properties = {}, required = [] }: Described): FormField[] =>
  Object.entries(properties).map(([name, described]) =>
    fieldOf(name, described, required.includes(name) || (described.minItems ?? 0) > 0),
  );

const fieldOf = (name: string, described: Described, isRequired: boolean): FormField => ({
  name,
  label: described.label ?? sharedLabels[name] ?? unlabelled(name),
  hint: described.hint ?? '',
  isRequired,
  ...controlOf(name, described),
});

/** Parts of a fact of the registry, which the schema leaves without labels of their own. */
const sharedLabels: Record<string, string> = {
  value: '内容',
  year: '年度',
  basis: '根拠',
  source: '出典',
  title: '資料名',
  url: 'アドレス',
};

const unlabelled = (name: string): never => {
  throw new Error(`The field ${name} has no label.`);
};

const controlOf = (name: string, described: Described): FormControl => {
  const { type, widget } = described;
  if (type === 'array') return listOf(name, described);
  if (type === 'object') return { kind: 'group', fields: fieldsOf(described) };
  if (type === 'boolean') return { kind: 'yes-no' };
  if (type === 'integer' || type === 'number') {
    const { minimum, exclusiveMinimum } = described;
    return { kind: 'number', least: minimum ?? (exclusiveMinimum === 0 ? 1 : null) };
  }
  if (type !== 'string') throw new Error(`No control asks for the type of the field ${name}.`);

  if (described.enum) return { kind: 'one-of', options: labelledOptions(described.enum) };
  if (widget === 'file') return { kind: 'file' };
  if (widget === 'date' || described.format === 'date') return { kind: 'day' };
  const from = pickListOf(name, widget);
  if (from) return { kind: 'pick', from, several: false };
  if (name === 'edition') return { kind: 'edition' };
  const most = described.maxLength ?? lineLength;
  if (widget === 'text' || most >= paragraphLength) return { kind: 'paragraph', most };
  return {
    kind: 'line',
    format: formatOf(described),
    most,
    suggestions: suggestionsOf(name, described),
  };
};

/** The terms of use are the same few everywhere: those that the hint gives as examples. */
const suggestionsOf = (name: string, { hint = '' }: Described): string[] =>
  name === 'rights' ? hint.replace(/^例：/, '').split('、') : [];

const formatOf = ({ format }: Described): 'text' | 'url' | 'email' => {
  if (format === 'uri') return 'url';
  return format === 'email' ? 'email' : 'text';
};

const listOf = (name: string, { items = {}, widget, label, hint }: Described): FormControl => {
  if (items.enum) return { kind: 'some-of', options: labelledOptions(items.enum) };
  const from = pickListOf(name, widget);
  if (from) return { kind: 'pick', from, several: true };
  if (items.type === 'object' || (items.maxLength ?? 0) >= paragraphLength) {
    const item: Described = { ...items, label: label ?? '', hint: hint ?? '' };
    return { kind: 'rows', item: fieldOf('item', item, true) };
  }
  return { kind: 'lines' };
};

const pickListOf = (name: string, widget: Described['widget']) => {
  if (widget === 'institution') return 'institutions';
  if (name === 'scenes') return 'scenes';
  if (widget !== 'entry') return null;
  return guidelineFields.has(name) ? 'guidelines' : 'entries';
};
