import type { PdfObjects } from '../structure/pdf-objects.ts';
import { PdfReference, type PdfValue, wordsOf } from '../structure/values.ts';

/** Forms nest no deeper. */
const deepest = 30;

/** What of a form nobody sees. */
type UnseenOfForm = {
  /** What is written into fields that stand on no page. */
  onNoPage: readonly string[];
  /** What fields hold again once the form is reset (ISO 32000-2, 12.7.4.1, `DV`). */
  beginnings: readonly string[];
};

/** @param pages the numbers of the pages' objects */
export function unseenOfForm(objects: PdfObjects, pages: readonly number[]): UnseenOfForm {
  const shown = new Set<number>();
  for (const page of pages) {
    const annotations = objects.array(objects.dictionary(objects.at(page)?.value).get('Annots'));
    for (const one of annotations) if (one instanceof PdfReference) shown.add(one.number);
  }
  const onNoPage: string[] = [];
  const beginnings: string[] = [];
  const met = new Set<number>();
  /** @returns whether something of the field is on a page */
  const look = (field: PdfValue, depth: number): boolean => {
    if (field instanceof PdfReference) {
      if (met.has(field.number) || depth > deepest) return true;
      met.add(field.number);
    }
    const dictionary = objects.dictionary(field);
    const kids = objects.array(dictionary.get('Kids')).map((kid) => look(kid, depth + 1));
    const isShown =
      (field instanceof PdfReference && shown.has(field.number)) || kids.includes(true);
    const saidBy = (key: string): string => wordsOf(objects.resolve(dictionary.get(key))).trim();
    if (!isShown && saidBy('V') !== '') onNoPage.push(saidBy('V'));
    if (saidBy('DV') !== '') beginnings.push(saidBy('DV'));
    return isShown;
  };
  const form = objects.dictionary(objects.dictionary(objects.trailer.get('Root')).get('AcroForm'));
  for (const field of objects.array(form.get('Fields'))) look(field, 0);
  return { onNoPage, beginnings };
}
