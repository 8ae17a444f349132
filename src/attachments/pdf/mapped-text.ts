import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { isReadable } from './readable.ts';
import { repairLetters } from './repair-letters.ts';

/** A font with so many readable letters shows that a page can be read. */
const enoughLetters = 30;

/** Of the letters of a page, so many have to be readable for any of them to be given. */
const fewestReadable = 0.5;

/** Of a private font: bullets and arrows mostly, which say nothing and are left out anyway. */
const privateLetters = /\p{Co}/gu;

/** Never written by anybody. */
const neverWritten = /[\p{Cc}\ufffd]/u;

/** What of a page can be read, and whether something of it can't. */
export type MappedText = { items: TextContent['items']; mapped: 'all' | 'partly' | 'none' };

/**
 * Leaves out the letters of fonts that do not say which letters they draw. pdf.js gives numbers of glyphs for them; whether
 * letters are of that kind is told font by font, since a page's other fonts may say it.
 */
export function mappedText({ items }: TextContent): MappedText {
  const fonts = new Map<string, string>();
  for (const item of items) {
    if ('str' in item) fonts.set(item.fontName, (fonts.get(item.fontName) ?? '') + item.str);
  }
  const whole = lettersOf([...fonts.values()].join(''));
  const isWhole = isReadable(whole);
  const bad = new Set(
    [...fonts].filter(([, text]) => !isMapped(lettersOf(text), isWhole)).map(([name]) => name),
  );
  if (bad.size === 0) return { items, mapped: isWhole ? 'all' : 'none' };
  const kept = items.filter((item) => !('str' in item) || !bad.has(item.fontName));
  const rest = lettersOf(kept.map((item) => (item as Partial<TextItem>).str ?? '').join(''));
  const largest = [...fonts]
    .filter(([name]) => !bad.has(name))
    .map(([, text]) => countOf(lettersOf(text)));
  const isEnough =
    isReadable(rest) &&
    Math.max(0, ...largest) >= enoughLetters &&
    countOf(rest) >= countOf(whole) * fewestReadable;
  return isEnough ? { items: kept, mapped: 'partly' } : { items: [], mapped: 'none' };
}

/** @param beside whether it stands on a page that can be read on the whole */
function isMapped(text: string, beside: boolean): boolean {
  if (beside) return isReadable(text.replace(privateLetters, ''));
  return isReadable(text) && (countOf(text) >= enoughLetters || !neverWritten.test(text));
}

/** pdf.js ends lines with controls in places. */
const lettersOf = (text: string): string => repairLetters(text).replace(/\s/gu, '');

const countOf = (text: string): number => text.length;
