import type { FormField } from './form-field.ts';

/** Whether anything was written into a field: spaces, an empty list and a group with nothing in it are nothing. */
export const isWritten = (value: unknown): boolean => {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.some(isWritten);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(isWritten);
  return value !== undefined && value !== null;
};

type Data = Readonly<Record<string, unknown>>;

/** How many of the fields have something in them. @param names of fields, the text among them as `body` */
export const countWritten = (names: readonly string[], data: Data): number =>
  names.filter((name) => isWritten(data[name])).length;

/** The fields that an entry can't be sent for review without, and that are empty, in the order of the form. */
export const stillMissing = (fields: readonly FormField[], data: Data): FormField[] =>
  fields.filter(({ name, isRequired }) => isRequired && !isWritten(data[name]));

/** How many things the lists of a section hold. */
export const countHeld = (names: readonly string[], data: Data): number =>
  names.reduce((sum, name) => {
    const value = data[name];
    return sum + (Array.isArray(value) ? value.filter(isWritten).length : 0);
  }, 0);
