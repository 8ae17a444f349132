import { symbol } from '../../../src/attachments/office/word/form-signs.ts';

const symbolFont = /wingdings|webdings|symbol/i;

/** Letters of Wingdings beside its boxes, as signs that every computer shows. */
const wingdings: ReadonlyMap<number, string> = new Map(
  [...'àáâãèòüûlnuvØ§'].map((letter, at) => [
    letter.charCodeAt(0),
    [...'→←↑↓➔⇒✓✗●■◆❖➢▪'][at] ?? '',
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
