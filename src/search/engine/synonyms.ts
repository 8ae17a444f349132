import type { VocabularyTerm } from '../index-files.ts';
import { foldedText } from '../text/letters.ts';

const formsOf = ({ term, reading, synonyms }: VocabularyTerm) => [term, reading, ...synonyms];

/** The glossary, ready to be asked for synonyms. */
export type Synonyms = {
  /**
   * What means exactly the same as a term and can be on the site, without forms that only lengthen the term:
   * 安全保障輸出管理 is found by 輸出管理 as it is.
   */
  sameAs(term: string): string[];
  /** Words near in meaning to a term. */
  nearTo(term: string): string[];
};

/** Prepares the glossary. A term belongs to every entry that names it. */
export function synonymsOf(terms: readonly VocabularyTerm[]): Synonyms {
  const byForm = new Map<string, Set<VocabularyTerm>>();
  for (const term of terms) {
    for (const form of formsOf(term)) {
      const key = foldedText(form);
      byForm.set(key, (byForm.get(key) ?? new Set()).add(term));
    }
  }
  const entriesOf = (term: string) => [...(byForm.get(foldedText(term)) ?? [])];
  return {
    sameAs(term) {
      const folded = foldedText(term);
      const forms = entriesOf(term).flatMap((entry) =>
        formsOf(entry).filter((_, index) => entry.present.includes(index)),
      );
      const byLetters = new Map(forms.map((form) => [foldedText(form), form]));
      return [...byLetters].filter(([key]) => !key.includes(folded)).map(([, form]) => form);
    },
    nearTo: (term) => [...new Set(entriesOf(term).flatMap(({ related }) => related))],
  };
}
