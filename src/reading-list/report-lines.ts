import { dayInJapan } from '../formats/time-in-japan.ts';
import { holdableInXml } from '../formats/xml-text.ts';
import { readEdition } from '../rule-editions/edition-status.ts';
import { titleWithEdition } from '../rule-editions/title-with-edition.ts';
import { type KeptItem, whenOf } from './kept-item.ts';

/** One line of the report: everything cut to what stands in its cell, and to what a Word file can hold. */
export type ReportLine = {
  title: string;
  address: string;
  /** Empty in a long list. */
  summary: string;
  owner: string;
  when: string;
  source: string;
  sourceUrl: string;
};

/** With summaries, so many lines fill two pages; without, so many more do. */
export const mostWithSummaries = 26;
export const mostLines = 40;

/** Japanese letters that stand in a line of a cell, by what the report's columns hold. */
const room = { title: 50, summary: 56, owner: 18, source: 42, shortSource: 32 };

/**
 * Cuts a text to a width, counting Latin letters as half of a Japanese one.
 * @param most the width in Japanese letters
 */
export function cut(text: string, most: number): string {
  let width = 0;
  let kept = '';
  for (const letter of holdableInXml(text)) {
    // Latin, and half-width katakana, which nobody writes any more.
    width += /[\u0020-\u024f]/.test(letter) ? 0.55 : 1;
    if (width > most) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return kept;
}

/**
 * The lines of the report, and how many items it has no room for.
 * @param day `YYYY-MM-DD`, by which an edition of a rule is in force or not
 */
export function reportLines(
  items: readonly KeptItem[],
  absolute: (address: string) => string,
  day = dayInJapan(new Date()),
): { lines: ReportLine[]; left: number } {
  const shown = items.slice(0, mostLines);
  const isLong = shown.length > mostWithSummaries;
  return {
    left: items.length - shown.length,
    lines: shown.map((item) => {
      const [source] = item.sources ?? [];
      const date = source?.date ? `（${source.date}）` : '';
      return {
        title: cut(titleWithEdition(item.title, readEdition(item.edition), day), room.title),
        address: holdableInXml(absolute(item.address)),
        summary: isLong ? '' : cut(item.summary, room.summary),
        owner: cut(item.owner, room.owner),
        when: holdableInXml(whenOf(item)),
        source: source
          ? cut(source.title, (isLong ? room.shortSource : room.source) - date.length) +
            holdableInXml(date)
          : '',
        sourceUrl: holdableInXml(source?.url ?? ''),
      };
    }),
  };
}
