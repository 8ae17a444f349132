import type { ConfigCollection } from '../decap-config.ts';
import type { FormField } from '../form/form-field.ts';

/** The most letters that an address fills into one field: as many as the desk takes. */
const mostLetters = 200;

/** Fields that hold one text, a chosen one too. */
const holdsText = (field: FormField): boolean =>
  field.kind === 'line' || field.kind === 'edition' || (field.kind === 'pick' && !field.several);

/**
 * What the address of a new form fills in: the desk knows a part of it already (gateway/desk/office-pages.ts). Only fields
 * that the form asks for, as plain text in one line; whatever else stands in the address is left out.
 * @param asked from the address, not trusted
 */
export const askedFields = (
  collection: Pick<ConfigCollection, 'fields'> | undefined,
  asked: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (collection?.fields ?? []).flatMap(({ name, spec }) => {
      if (!spec || !holdsText(spec) || !Object.hasOwn(asked, name)) return [];
      const text = (asked[name] ?? '').toWellFormed().replace(/\p{C}/gu, '').trim();
      return text === '' ? [] : [[name, [...text].slice(0, mostLetters).join('')]];
    }),
  );
