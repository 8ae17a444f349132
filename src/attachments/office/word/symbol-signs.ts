import { symbol } from './form-signs.ts';

const symbolFont = /wingdings|webdings|symbol/i;

/** Letters of Wingdings beside its boxes, as signs that every computer shows. */
const wingdings: ReadonlyMap<number, string> = new Map(
  [...'àáâãèðòüûlnuvØ§'].map((letter, at) => [
    letter.charCodeAt(0),
    [...'→←↑↓➔⇒⇒✓✗●■◆❖➢▪'][at] ?? '',
  ]),
);

/**
 * A sign that a document takes from a font by its number there, as everybody has it.
 * @param code of the letter, also where it lies in the private area
 * @returns null where it is not known
 */
export const symbolSign = (font: string, code: number): string | null => {
  if (!Number.isInteger(code)) return null;
  const known = symbol({ 'w:font': font, 'w:char': code.toString(16) });
  if (!symbolFont.test(font)) return known === '' ? null : known;
  if (/^wingdings(?: 2)?$/i.test(font) && known !== '') return known;
  return (/^wingdings$/i.test(font) ? wingdings.get(code & 0xff) : undefined) ?? null;
};

/** Words written in a font of symbols, with its signs as everybody has them; what is not known stays. */
export const inSigns = (font: string, words: string): string =>
  symbolFont.test(font)
    ? [...words].map((letter) => symbolSign(font, letter.codePointAt(0) ?? 0) ?? letter).join('')
    : words;

/** Whether what stands before a line says more than that it is an item: ※, 注, a box to tick. */
export const markSays = (mark: string): 'box' | 'word' | null => {
  if (/^[☐☑☒□]$/u.test(mark)) return 'box';
  return /^[※＊→⇒➔]$|\p{L}/u.test(mark) && !/^[a-z]$/i.test(mark) ? 'word' : null;
};
