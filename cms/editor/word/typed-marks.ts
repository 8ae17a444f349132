/** Marks that people type before each line instead of making a list. ※ and numbers stay: the text may name them. */
export const typedBullet = /^[・･•●○◯▪◦‣∙]\s*/u;

/** The forms in which people type a number before a line. Each counts by itself. */
export type NumberForm =
  | 'part'
  | 'book'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'division'
  | 'article'
  | 'roman'
  | 'parts-3'
  | 'parts-2'
  | 'kanji'
  | 'dot'
  | 'bracket'
  | 'circle'
  | 'closing'
  | 'space'
  | 'kana';

/** A number that stands at the beginning of a line. */
export type TypedNumber = {
  form: NumberForm;
  number: number;
  /** How many characters of the line it takes, with the space after it. */
  length: number;
  /** Whether it stands between two others, as 第２条の２, which was put in later. */
  isBetween?: true;
};

const digits = '[0-9０-９]{1,3}';
const count = `${digits}|[一二三四五六七八九十百]{1,5}`;
const point = '[.．・\\-－‐−]';
const end =
  '[.．]?(?:\\s*)(?=[「『【（(]|\\p{Script=Han}|\\p{Script=Katakana}|\\p{Script=Hiragana})(?![年月日時分円人件回名万億])';
const branch = `(?:の(?:${count}))*`;
const unitOf = (unit: string): RegExp => new RegExp(`^第(${count})${unit}${branch}(?:\\s+|$)`, 'u');
/** A circle from 1 to 50. */
export const circledDigits = '①-⑳㉑-㉟㊱-㊿';

const forms: readonly (readonly [NumberForm, RegExp])[] = [
  // The order of official papers: 第１, １, (1), ア.
  ['part', new RegExp(`^第(${count})\\s+`, 'u')],
  ['book', unitOf('編')],
  ['chapter', unitOf('章')],
  ['section', unitOf('節')],
  ['subsection', unitOf('款')],
  ['division', unitOf('目')],
  ['article', new RegExp(`^第(${count})条${branch}(?:\\s+|$|(?=[(（]))`, 'u')],
  ['roman', /^([Ⅰ-Ⅻ])[.．、]?(?:\s*)(?=\S)/u],
  // 「3.5 mm」 is a measure: what has such a number has Japanese after it.
  ['parts-3', new RegExp(`^(?:${digits}${point}){2}(${digits})${end}`, 'u')],
  ['parts-2', new RegExp(`^${digits}${point}(${digits})${end}`, 'u')],
  // 「一　研究者」 is an item of an article.
  ['kanji', /^([一二三四五六七八九十]{1,3})[、．.]\s*(?=\S)/u],
  ['dot', new RegExp(`^(${digits})[.．、](?![0-9０-９])\\s*`, 'u')],
  ['bracket', new RegExp(`^[(（](${count})[)）]\\s*`, 'u')],
  ['bracket', /^([⑴-⒇])\s*/u],
  ['circle', new RegExp(`^([${circledDigits}])\\s*`, 'u')],
  ['closing', new RegExp(`^(${digits})[)）]\\s*`, 'u')],
  ['space', new RegExp(`^(${digits})(?:\u3000| {1,4})(?=[^\\s0-9０-９])`, 'u')],
  ['kana', /^[(（]?([ア-ン])[)）.．、]\s*/u],
];

/** The number that a line begins with; null where it begins with none. */
export const typedNumberOf = (line: string): TypedNumber | null => {
  for (const [form, pattern] of forms) {
    const found = pattern.exec(line);
    if (!found) continue;
    const [all, written = ''] = found;
    const isBetween = /^第.+[編章節款目条]の/u.test(all);
    const number = { form, number: numberOf(written), length: all.length };
    return isBetween ? { ...number, isBetween } : number;
  }
  return null;
};

const kanji = '〇一二三四五六七八九';
const kana =
  'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';

/** The number that ３, ⑶, ③, 二十三 or ウ says; 0 where it says none. */
export const numberOf = (written: string): number => {
  const plain = written.normalize('NFKC').replace(/[()]/g, '');
  if (/^[Ⅰ-Ⅻ]$/u.test(written)) return written.charCodeAt(0) - 0x215f;
  if (/^\d+$/.test(plain)) return Number(plain);
  if (kana.includes(plain)) return kana.indexOf(plain) + 1;
  let sum = 0;
  let ones = 0;
  for (const sign of plain) {
    const unit = sign === '百' ? 100 : sign === '十' ? 10 : 0;
    if (unit === 0) ones = Math.max(0, kanji.indexOf(sign));
    else {
      sum += (ones || 1) * unit;
      ones = 0;
    }
  }
  return sum + ones;
};

/**
 * A line without the mark or number that was typed before it, for those who give it another: 「① 申告書」 says 申告書.
 * A line that is nothing else stays.
 */
export const withoutTypedMark = (line: string): string => {
  const text = line.trimStart();
  const bullet = typedBullet.exec(text) ?? /^[-*+][ \t]+/.exec(text);
  const length = bullet?.[0].length ?? listNumberLength(text);
  return text.slice(length).trim() === '' ? line : text.slice(length);
};

const partsOfNames: readonly NumberForm[] = [
  'part',
  'book',
  'chapter',
  'section',
  'subsection',
  'division',
  'article',
  'roman',
  'parts-3',
  'parts-2',
  'space',
];

/** A chapter's number is a part of its name, and 「10 人」 begins with a word. */
const listNumberLength = (text: string): number => {
  const number = typedNumberOf(text);
  const isOfList = number !== null && !partsOfNames.includes(number.form);
  return isOfList ? number.length : 0;
};
