import type { ListPlace } from '../../../src/attachments/office/word/numbering.ts';
import { inSigns, markSays } from '../../../src/attachments/office/word/symbol-signs.ts';
import { circledDigits, numberOf } from '../word/typed-marks.ts';
import { declared, nameOf } from './html-elements.ts';
import type { Reading } from './reading.ts';

/** A list of HTML while its items are read. */
export type HtmlList = {
  /** The name of the outermost list that it stands in, or its own. */
  readonly id: string;
  readonly depth: number;
  readonly ordered: boolean;
  readonly style: string;
  /** Of the last item. */
  number: number;
};

/** As deep as Word goes; more is only a way to set in. */
const deepest = 8;

/** Begins a list. @param outer the one that it stands in */
export const listOf = (element: Element, outer: HtmlList | null, reading: Reading): HtmlList => {
  const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
  return {
    id: outer?.id ?? `list ${reading.lists++}`,
    depth: outer ? outer.depth + 1 : 0,
    ordered: nameOf(element) === 'ol',
    style: declared(reading.styles.of(element), 'list-style-type') || typeOf(element),
    number: (Number.isFinite(start) ? start : 1) - 1,
  };
};

const typeOf = (element: Element): string => {
  const type = element.getAttribute('type') ?? '';
  if (type === 'a') return 'lower-alpha';
  return type === 'A' ? 'upper-alpha' : '';
};

/** The place of an item, and the list as it goes on after it. */
export const placeOfItem = (item: Element, list: HtmlList | null, reading: Reading): ListPlace => {
  const own = list ?? listOf(item, null, reading);
  // Google Docs and Word on the web say the level and the list in words for those who listen.
  const level = levelOf(item);
  const depth = Math.min(deepest, level === null ? own.depth : Math.max(own.depth, level - 1));
  const id = item.getAttribute('data-listid');
  const written = Number.parseInt(item.getAttribute('value') ?? '', 10);
  own.number = Number.isFinite(written) ? written : own.number + 1;
  const number = Math.min(999_999_999, Math.max(0, own.number));
  const style = declared(reading.styles.of(item), 'list-style-type') || own.style;
  return {
    list: id === null ? own.id : `named ${id}`,
    depth,
    ordered: own.ordered,
    number: own.ordered ? number : 0,
    shown: own.ordered ? shownAs(number, style) : '',
    isWord: false,
  };
};

const levelOf = (item: Element): number | null => {
  const level = Number(item.getAttribute('aria-level') ?? item.getAttribute('data-aria-level'));
  return Number.isInteger(level) && level > 0 ? level : null;
};

const shownAs = (number: number, style: string): string => {
  const sign = (signs: string) => [...signs][number - 1] ?? String(number);
  if (/lower-(?:alpha|latin)/.test(style)) return `${sign('abcdefghijklmnopqrstuvwxyz')}.`;
  if (/upper-(?:alpha|latin)/.test(style)) return `${sign('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}.`;
  if (/katakana/.test(style)) return sign('アイウエオカキクケコサシスセソ');
  return `${number}.`;
};

/** The list and level that Word writes on a paragraph; null where it is in none. */
const wordList = /(?:^|;)mso-list:l(\d{1,6}) level(\d) lfo(\d{1,6})/;
/** Fonts whose letters are signs. */
const signFonts = /wingdings|webdings|symbol|courier/;

/**
 * The place of a paragraph that Word has in a list: the mark itself stands in a part that is there for other programs.
 * @returns null where it is in no list
 */
export const placeInWord = (paragraph: Element, reading: Reading): ListPlace | null => {
  const found = wordList.exec(reading.styles.of(paragraph));
  if (!found) return null;
  const [, , level = '1', list = ''] = found;
  const depth = Number(level) - 1;
  const { mark, isSign } = markOf(paragraph, reading);
  const digits = new RegExp(
    `[0-9０-９]+|[${circledDigits}]|[⑴-⒇]|[ア-ン]|[一二三四五六七八九十百]+|[Ⅰ-Ⅻⅰ-ⅻ]|[Ａ-Ｚａ-ｚ]|[A-Za-z]+`,
    'gu',
  );
  // Word writes something after a letter that counts.
  const isLetter = /^[A-Za-z]$/.test(mark);
  const written = isSign || isLetter ? undefined : [...mark.matchAll(digits)].at(-1)?.[0];
  if (written === undefined) {
    const says = markSays(mark);
    const shown = says === null ? '' : mark;
    const isWord = says === 'word';
    return { list: `word ${list}`, depth, ordered: false, number: 0, shown, isWord };
  }
  return {
    list: `word ${list}`,
    depth,
    ordered: true,
    number: countedNumber(written, list, depth, reading),
    shown: mark,
    isWord: /\p{L}/u.test(mark.replace(digits, '')),
  };
};

const markOf = (paragraph: Element, { styles }: Reading): { mark: string; isSign: boolean } => {
  for (const part of paragraph.querySelectorAll('span')) {
    if (declared(styles.of(part), 'mso-list') !== 'ignore') continue;
    const fonts = [part, part.parentElement, part.parentElement?.parentElement].map((element) =>
      element && element !== paragraph ? declared(styles.of(element), 'font-family') : '',
    );
    const font = fonts.find((each) => signFonts.test(each));
    const mark = (part.textContent ?? '').replace(/[\s\u00a0]+/gu, ' ').trim();
    return {
      mark: font === undefined ? mark : inSigns(font.replace(/["']/g, ''), mark),
      isSign: font !== undefined,
    };
  }
  return { mark: '', isSign: false };
};

/** The number that a mark says; where it says it in letters, they are counted. */
const countedNumber = (
  written: string,
  list: string,
  depth: number,
  { counts }: Reading,
): number => {
  const numbers = counts.get(list) ?? [];
  counts.set(list, numbers);
  const said = /^[A-Za-z]+$/.test(written) ? 0 : numberOf(written);
  const number = said > 0 ? said : (numbers[depth] ?? 0) + 1;
  numbers.length = Math.min(numbers.length, depth);
  numbers[depth] = number;
  return number;
};
