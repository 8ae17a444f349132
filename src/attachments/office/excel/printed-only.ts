import type { Findings } from '../findings.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { hasWords } from './formula-risks.ts';

/** Headers and footers by their elements, and when a page has them (ECMA-376 part 1, 18.3.1.46). */
const margins: Readonly<
  Record<string, { name: string; asks: 'differentFirst' | 'differentOddEven' | null }>
> = {
  'x:oddHeader': { name: 'ヘッダー', asks: null },
  'x:oddFooter': { name: 'フッター', asks: null },
  'x:evenHeader': { name: '偶数ページのヘッダー', asks: 'differentOddEven' },
  'x:evenFooter': { name: '偶数ページのフッター', asks: 'differentOddEven' },
  'x:firstHeader': { name: '先頭ページのヘッダー', asks: 'differentFirst' },
  'x:firstFooter': { name: '先頭ページのフッター', asks: 'differentFirst' },
};

/**
 * Finds words that are seen on paper alone, or when a cell is chosen: headers, footers, and what a validation says.
 * @param sheet its outermost element
 * @param place 「シート『集計』」
 */
export const findPrintedOnly = (sheet: XmlElement, place: string, findings: Findings): void => {
  const header = childOf(sheet, 'x:headerFooter');
  const shown = childrenOf(header).filter(({ name }) => isShown(header, name));
  const words = new Set(shown.map(wordsOf));
  for (const margin of childrenOf(header)) {
    const known = Object.hasOwn(margins, margin.name) ? margins[margin.name] : undefined;
    if (!known || !hasWords(wordsOf(margin))) continue;
    if (shown.includes(margin)) findings.add('print-only', `${place}の${known.name}`);
    else if (!words.has(wordsOf(margin))) {
      findings.add('hidden-text', `${place}の使われない${known.name}`);
    }
  }
  for (const validation of validationsOf(sheet)) {
    const { prompt, promptTitle, error, errorTitle } = validation.attributes;
    if (![prompt, promptTitle, error, errorTitle].some((text) => hasWords(text ?? ''))) continue;
    const [cell = ''] = cellsOf(validation).split(' ');
    findings.add('print-only', `${place}の${cell}の入力規則のメッセージ`);
  }
};

/** Those of Excel 2007, and those whose list is on another sheet ([MS-XLSX] 2.6.45). */
const validationsOf = (sheet: XmlElement): XmlElement[] => {
  const extensions = childOf(sheet, 'x:extLst');
  return [
    ...childrenOf(childOf(sheet, 'x:dataValidations')),
    ...(extensions ? descendantsOf(extensions) : []),
  ].filter(({ name }) => name.endsWith(':dataValidation'));
};

const cellsOf = (validation: XmlElement): string =>
  validation.attributes['sqref'] ?? childOf(validation, 'xm:sqref')?.children.join('') ?? '';

const isShown = (header: XmlElement | null, name: string): boolean => {
  const asks = margins[name]?.asks ?? null;
  return asks === null || /^(?:1|true)$/.test(header?.attributes[asks] ?? '');
};

/** What counts pages in the languages of programs that write it of themselves. */
const pageWords = /\b(?:pages?|of|seite|von|strona)\b|ページ|頁|総|全|枚|中/gi;

/** What a header says beside the codes for fonts, places, days and pages (18.3.1.46). */
const wordsOf = ({ children }: XmlElement): string =>
  children
    .join('')
    .replace(/&(?:"[^"]*"|K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|\d+|[A-Z&])/gi, ' ')
    .replace(pageWords, ' ');
