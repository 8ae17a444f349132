import { japaneseDate } from '../../src/formats/japanese-date.ts';

/** What has to be known of a field to compare it; the form's own description of a field is one. */
export type DescribedField = {
  readonly name: string;
  readonly label: string;
  readonly kind: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Of a group. */
  readonly fields?: readonly DescribedField[];
  /** Of rows. */
  readonly item?: DescribedField;
};

/** What a person calls that to which a value leads: an institution, a scene, another entry. Null where it is not known. */
export type NameOf = (field: DescribedField, value: string) => string | null;

/** A value in the words of the form; empty where nothing is written. */
export const inWords = (field: DescribedField, value: unknown, nameOf: NameOf): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    const item = field.item ?? field;
    return value.map((each) => inWords(item, each, nameOf)).join('、');
  }
  if (typeof value === 'object') return partsInWords(field, value, nameOf);
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  const text = String(value);
  if (field.kind === 'day') return dayInWords(text);
  const option = field.options?.find((each) => each.value === text)?.label;
  return option ?? nameOf(field, text) ?? text;
};

/** The parts of a group, each behind its label: 窓口の名称：研究推進課、電話：… */
const partsInWords = (field: DescribedField, value: object, nameOf: NameOf): string => {
  const parts = field.fields ?? [];
  return parts
    .map((part) => [part.label, inWords(part, Reflect.get(value, part.name), nameOf)])
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}：${text}`)
    .join('、');
};

const dayInWords = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? japaneseDate(text) : text;
