/** The boxes among the letters of symbol fonts, which many forms are drawn with. */
const drawnBoxes: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: { 111: '☐', 113: '☐', 168: '☐', 120: '☒', 253: '☒', 254: '☑' },
  'wingdings 2': { 42: '☐', 48: '☐', 163: '☐', 82: '☑', 83: '☒', 84: '☒' },
};

/**
 * A sign by its number (`w:sym`). Those of symbol fonts lie in the private area, where numbers say nothing but in their
 * own font.
 */
export const symbol = (attributes: Readonly<Record<string, string>>): string => {
  const written = attributes['w:char'] ?? '';
  const code = /^[0-9A-F]{1,4}$/i.test(written) ? Number.parseInt(written, 16) : 0;
  const font = (attributes['w:font'] ?? '').toLowerCase();
  const boxes = Object.hasOwn(drawnBoxes, font) ? drawnBoxes[font] : undefined;
  if (boxes) return boxes[code & 0xff] ?? '';
  return code < 0x20 || (code >= 0xd800 && code < 0xf900) ? '' : String.fromCharCode(code);
};

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
