import type { AnswerWords, VocabularyTerm } from '../index-files.ts';
import { foldedText } from '../text/letters.ts';

/**
 * What the title of a page is in English: the name of the page itself, or those of the terms that stand in its title, in
 * their order.
 * @returns null where no English name is known
 */
export type Gloss = (page: { url: string; title: string }) => string | null;

/** Nothing is told in English. */
export const noGloss: Gloss = () => null;

/** Longer titles have more terms than say what a page is about. */
const mostTerms = 3;

/**
 * Prepares what is told of titles in English. Nothing is translated: the names are those of the glossary and the scenes.
 * @param english the addresses of terms and scenes with their English names
 */
export function glossesOf(
  terms: readonly VocabularyTerm[],
  english: AnswerWords['english'],
): Gloss {
  const names = new Map(english);
  const forms = terms
    .flatMap(({ url, term, synonyms }) => {
      const name = names.get(url);
      return name ? [term, ...synonyms].map((form) => ({ form: foldedText(form), name })) : [];
    })
    .filter(({ form }) => form.length > 1)
    .sort((one, other) => other.form.length - one.form.length);

  return ({ url, title }) => {
    const own = names.get(url);
    if (own) return own;
    let rest = foldedText(title);
    const found: { at: number; name: string }[] = [];
    for (const { form, name } of forms) {
      const at = rest.indexOf(form);
      if (at < 0) continue;
      found.push({ at, name });
      // 輸出管理 in 安全保障輸出管理 is no term beside it.
      rest = rest.replaceAll(form, '\n'.repeat(form.length));
    }
    const inOrder = found.sort((one, other) => one.at - other.at).map(({ name }) => name);
    const said = [...new Set(inOrder)].slice(0, mostTerms);
    return said.length > 0 ? said.join(' · ') : null;
  };
}
