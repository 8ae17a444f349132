import type { PdfObjects } from '../structure/pdf-objects.ts';
import { PdfReference, type PdfValue, wordsOf } from '../structure/values.ts';

/** Forms nest no deeper. */
const deepest = 30;

/**
 * What is written into fields of a form that stand on no page.
 * @param pages the numbers of the pages' objects
 */
export function fieldsOnNoPage(objects: PdfObjects, pages: readonly number[]): string[] {
  const shown = new Set<number>();
  for (const page of pages) {
    const annotations = objects.array(objects.dictionary(objects.at(page)?.value).get('Annots'));
    for (const one of annotations) if (one instanceof PdfReference) shown.add(one.number);
  }
  const found: string[] = [];
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
    const words = wordsOf(objects.resolve(dictionary.get('V'))).trim();
    if (!isShown && words !== '') found.push(words);
    return isShown;
  };
  const form = objects.dictionary(objects.dictionary(objects.trailer.get('Root')).get('AcroForm'));
  for (const field of objects.array(form.get('Fields'))) look(field, 0);
  return found;
}
