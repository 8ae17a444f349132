import type { PdfObjects } from '../structure/pdf-objects.ts';
import { type PdfValue, wordsOf } from '../structure/values.ts';

/** A tree with more to be walked through is made to exhaust those who read it. */
const mostNodes = 10_000;

/** What parts of documents are called. */
const usual =
  /^(?:front|back|cover|page|title|appendix|annex|chapter|part|section|table|toc|index|preface|contents|sheet|slide|表紙|裏表紙|目次|序文|本文|本編|付録|附属|附則|別表|別紙|別添|資料|様式|索引|参考|ページ|スライド)/i;

/** More letters than stand before a number as its sign: A-, 付-, III. */
const longestSign = 3;

/**
 * Words before the numbers of pages (ISO 32000-2, 12.4.2), which viewers show beside small pictures of the pages alone;
 * layout programs put the name of a file there.
 */
export function wordsOfPageLabels(objects: PdfObjects): string[] {
  const catalog = objects.dictionary(objects.trailer.get('Root'));
  const waiting: PdfValue[] = [catalog.get('PageLabels') ?? null];
  const found = new Set<string>();
  for (let count = 0; waiting.length > 0 && count < mostNodes; count += 1) {
    const node = objects.dictionary(waiting.pop());
    waiting.push(...objects.array(node.get('Kids')));
    for (const one of objects.array(node.get('Nums'))) {
      const words = wordsOf(objects.resolve(objects.dictionary(one).get('P'))).trim();
      const letters = words.match(/\p{L}/gu)?.length ?? 0;
      if (letters > longestSign && !usual.test(words)) found.add(words);
    }
  }
  return [...found];
}
