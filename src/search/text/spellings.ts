/**
 * Other ways to write the same thing that letters alone do not make equal: サーバ and サーバー, 平成27年 and 2015年.
 * They are looked up beside what was typed, so the index keeps every text as it stands, and 27年 or 平成 are
 * found in 平成27年 too.
 */

const eras = [
  { name: '明治', letter: 'M', first: 1868, last: 1912 },
  { name: '大正', letter: 'T', first: 1912, last: 1926 },
  { name: '昭和', letter: 'S', first: 1926, last: 1989 },
  { name: '平成', letter: 'H', first: 1989, last: 2019 },
  { name: '令和', letter: 'R', first: 2019, last: 2099 },
] as const;

const kanjiDigits = '〇一二三四五六七八九';

/** A year of an era as written: 元, 27, or 二十七. */
function numberOf(written: string): number {
  if (written === '元') return 1;
  if (/^\d+$/.test(written)) return Number(written);
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['〇', written];
  const value = (digits: string) => Math.max(0, kanjiDigits.indexOf(digits));
  return (tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones));
}

/** 2019 → 平成31年, 令和元年, 令和1年. */
function inEras(year: number): string[] {
  return eras
    .filter(({ first, last }) => year >= first && year <= last)
    .flatMap(({ name, first }) =>
      year === first ? [`${name}元年`, `${name}1年`] : [`${name}${year - first + 1}年`],
    );
}

type Rewriting = { start: number; end: number; others: string[] };

const eraYear =
  /(明治|大正|昭和|平成|令和|(?<![a-z])[mtshr])\s*(元|\d{1,2}|[一二三四五六七八九]?十?[一二三四五六七八九]?)\s*(年|$)/giu;
const westernYear = /(?<!\d)(\d{4})\s*(年|$)/gu;

function years(text: string): Rewriting[] {
  const found: Rewriting[] = [];
  for (const match of text.matchAll(eraYear)) {
    const [all, name = '', number = '', suffix = ''] = match;
    const era = eras.find((one) => one.name === name || one.letter === name.toUpperCase());
    const isLetter = /^[a-z]$/i.test(name);
    // R5 alone may be anything; R5年 is a year. 平成27 alone is one too.
    if (!era || number === '' || (suffix === '' && (isLetter || match.index > 0))) continue;
    const year = era.first + numberOf(number) - 1;
    if (year < era.first || year > era.last) continue;
    found.push({
      start: match.index,
      end: match.index + all.length,
      others: [`${year}年`, ...inEras(year)].filter((one) => one !== all),
    });
  }
  for (const match of text.matchAll(westernYear)) {
    const [all, digits = '', suffix = ''] = match;
    if (suffix === '' && match.index > 0) continue;
    const others = inEras(Number(digits));
    if (others.length > 0) {
      found.push({ start: match.index, end: match.index + all.length, others });
    }
  }
  return found;
}

/**
 * Borrowed words in -er, -or, -ar, -ry and -ty are written with a long vowel at their end or without it, when they
 * have three letters or more: サーバ and サーバー. エラ and エラー are two words.
 */
const longVowel =
  /(?<=[ァ-ヺー]{2}[カガサザタダナハバパマヤラワャキギシジチヂニヒビピミリィ])ー(?!ー)/gu;
const katakanaRun = /[ァ-ヺ][ァ-ヺー]*/gu;

/** The words of a text that have such a long vowel, without it: ユーザ for 外国ユーザーリスト. */
export const longVowelStems = (text: string): string[] =>
  (text.normalize('NFKC').match(katakanaRun) ?? []).flatMap((run) =>
    [...run.matchAll(longVowel)].map(({ index }) => run.slice(0, index)),
  );

/** A long vowel that was typed may be left out; one that was not may come after a stem of the site. */
function longVowels(text: string, stems: readonly string[]): Rewriting[] {
  const left = [...text.matchAll(longVowel)].map(({ index }) => ({
    start: index,
    end: index + 1,
    others: [''],
  }));
  const added = stems.flatMap((stem) => {
    const at = text.indexOf(stem);
    const end = at + stem.length;
    // At the end of the text サーバ is found in サーバー as it is.
    const isOpen = at >= 0 && end < text.length && text[end] !== 'ー';
    return isOpen ? [{ start: end, end, others: ['ー'] }] : [];
  });
  return [...left, ...added];
}

const mostSpellings = 8;

/**
 * The text and its other spellings, the text first.
 * @param stems the words of the site that are written with a long vowel, without it
 */
export function spellings(text: string, stems: readonly string[]): string[] {
  const rewritings = [...years(text), ...longVowels(text, stems)].sort((a, b) => b.start - a.start);
  let all = [text];
  // From the end, so that the places found stay right.
  for (const { start, end, others } of rewritings) {
    const more = all.flatMap((one) =>
      others.map((other) => one.slice(0, start) + other + one.slice(end)),
    );
    all = [...all, ...more].slice(0, mostSpellings);
  }
  return [...new Set(all)];
}
