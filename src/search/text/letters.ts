/**
 * What counts as the same letter when Japanese is searched: width, case, katakana and hiragana, accents.
 * One reading of a text as a row of units serves the index, the query and the marking of matches,
 * so that the three cannot disagree.
 */

/** One kana, kanji or Hangul syllable, or one whole run of other letters or of digits. */
export type Unit = {
  text: string;
  kind: 'character' | 'letters' | 'digits';
  /**
   * What stands before it. `joined`: nothing, or a space that makes no difference (HTML フォーム).
   * `spaced`: a space or hyphen between words. `apart`: punctuation, or a space between Japanese letters.
   */
  before: 'joined' | 'spaced' | 'apart';
  /** Where it stands in the text as written. */
  start: number;
  end: number;
};

/** Letters of a run beyond this are one and the same: nobody types them, and they would swell the index. */
const longestRun = 40;

const character =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc\u3005-\u3007]/u;
const digit = /\p{Nd}/u;
const letter = /[\p{L}\p{N}]/u;
/** Marks on letters, and what has no width: a phrase is not parted where a heading may be broken. */
const unseen = /[\p{M}\p{Cf}]/u;
const space = /\s/u;
/** Between two words of Latin letters or digits these only join them, as in co-creation or 2023.1.27. */
const joint = /[-‐‑.,'’_/&+@:]/u;
/** A letter as written: a code point with the marks that belong to it, half-width voicing marks included. */
const cluster =
  /[\s\S][\udc00-\udfff]?(?:[\u0300-\u036f]|\u3099|\u309a|\uff9e|\uff9f|[\ufe00-\ufe0f]|\udb40[\udd00-\uddef])*/g;

/** Hiragana for katakana, か for the small ヵ and ヶ of 3ヵ月 and 3ヶ月; anything else as it is. */
function hiragana(letterOfText: string): string {
  const code = letterOfText.charCodeAt(0);
  if (code === 0x30f5 || code === 0x30f6 || code === 0x3095 || code === 0x3096) return 'か';
  const isKatakana = (code >= 0x30a1 && code <= 0x30f4) || code === 0x30fd || code === 0x30fe;
  return isKatakana ? String.fromCharCode(code - 0x60) : letterOfText;
}

const unaccented = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '');

/** Of what kind of unit a letter is, in NFKC; nothing if it is no letter. */
export function kindOf(one: string): Unit['kind'] | undefined {
  if (character.test(one)) return 'character';
  if (digit.test(one)) return 'digits';
  return letter.test(one) ? 'letters' : undefined;
}

/** What a code point in NFKC is to a row of units: a letter of a kind, or one of the ways in which units are parted. */
type Sign =
  | { readonly kind: Unit['kind']; readonly letters: string }
  | { readonly kind: 'space' | 'joint' | 'break' | 'unseen' };

function signOf(one: string): Sign {
  const kind = kindOf(one);
  if (kind === 'character') return { kind, letters: hiragana(one) };
  if (kind === 'digits') return { kind, letters: one };
  if (kind === 'letters') return { kind, letters: unaccented(one.toLowerCase()) };
  if (space.test(one)) return { kind: 'space' };
  if (joint.test(one)) return { kind: 'joint' };
  return { kind: unseen.test(one) ? 'unseen' : 'break' };
}

const readSigns = (written: string): readonly Sign[] =>
  Array.from(written.normalize('NFKC'), signOf);

/** A text has the same few thousand letters again and again. Of those in one code unit there can't be more than 65,536. */
const signsOfOne = new Map<string, readonly Sign[]>();

/** The signs of a letter as written. */
function signsOf(written: string): readonly Sign[] {
  if (written.length > 1) return readSigns(written);
  const known = signsOfOne.get(written) ?? readSigns(written);
  signsOfOne.set(written, known);
  return known;
}

/** Reads a text as units, in order. Whatever is no letter only separates them. */
export function units(text: string): Unit[] {
  const row: Unit[] = [];
  let last: Unit | undefined;
  let sawSpace = false;
  let sawJoint = false;
  let sawBreak = false;

  const gap = (kind: Unit['kind']): Unit['before'] => {
    if (sawBreak || !last) return 'apart';
    const bothWords = kind !== 'character' && last.kind !== 'character';
    if (sawJoint) return bothWords ? 'spaced' : 'apart';
    if (!sawSpace) return 'joined';
    if (bothWords) return kind === last.kind ? 'spaced' : 'joined';
    return kind === 'character' && last.kind === 'character' ? 'apart' : 'joined';
  };

  const add = (kind: Unit['kind'], letters: string, start: number, end: number) => {
    const untouched = !sawSpace && !sawJoint && !sawBreak;
    if (last && last.kind === kind && kind !== 'character' && untouched) {
      if (last.text.length < longestRun) last.text += letters;
      last.end = end;
      return;
    }
    last = { text: letters, kind, before: gap(kind), start, end };
    row.push(last);
    sawSpace = false;
    sawJoint = false;
    sawBreak = false;
  };

  let end = 0;
  for (const written of text.match(cluster) ?? []) {
    const start = end;
    end += written.length;
    for (const sign of signsOf(written)) {
      if ('letters' in sign) add(sign.kind, sign.letters, start, end);
      else if (sign.kind === 'space') sawSpace = true;
      // A second joint parts as other punctuation does.
      else if (sign.kind === 'joint' && !sawJoint) sawJoint = true;
      else if (sign.kind !== 'unseen') sawBreak = true;
    }
  }
  return row;
}

/** A text folded to the letters that search compares, with the place of each in the text as written. */
export type Folded = { text: string; starts: number[]; ends: number[] };

/**
 * Folds a text. Words keep one space between them, and what punctuation parts is parted by a line break,
 * so that to look for one folded text in another is to look for the words themselves.
 */
export function fold(text: string): Folded {
  const folded: Folded = { text: '', starts: [], ends: [] };
  const parts: string[] = [];
  const put = (letters: string, start: number, end: number) => {
    parts.push(letters);
    for (let index = 0; index < letters.length; index += 1) {
      folded.starts.push(start);
      folded.ends.push(end);
    }
  };
  for (const [index, { text: letters, before, start, end }] of units(text).entries()) {
    if (index > 0 && before === 'spaced') put(' ', start, start);
    if (index > 0 && before === 'apart') put('\n', start, start);
    put(letters, start, end);
  }
  folded.text = parts.join('');
  return folded;
}

/** The folded letters alone. */
export const foldedText = (text: string): string => fold(text).text;
