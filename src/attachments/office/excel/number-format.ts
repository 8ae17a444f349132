import { dateText, isDateFormat } from './date-format.ts';
import { type FormatSection, sectionsOf } from './format-section.ts';

/**
 * A number as Excel shows it in a format, as far as the words go: colours, widths and fractions are left out.
 * @param code as in `numFmt`: `#,##0"件"`, `yyyy/m/d`, `0.0%`
 * @param date1904 whether the workbook counts its days from 1904
 */
export const numberText = (value: number, code: string, date1904: boolean): string => {
  const sections = sectionsOf(ofComputer(code));
  const { section, isNegativeOne } = sectionFor(value, sections);
  if (!section) return generalText(value);
  if (section.tokens.length === 0) return '';
  // A format for text leaves numbers as they are.
  if (section.tokens.every(({ kind }) => kind === 'text')) return generalText(value);
  if (section.isGeneral) {
    return shapedGeneral(section, isNegativeOne ? Math.abs(value) : value);
  }
  if (isDateFormat(section)) return dateText(value, section, date1904) ?? generalText(value);
  const sign = value < 0 && !isNegativeOne ? '-' : '';
  const shown = digitsText(Math.abs(value), section);
  return shown === null ? generalText(value) : `${sign}${shown}`.trim();
};

/** Two formats stand for the long date and for the time as the computer of the reader shows them. */
const ofComputer = (code: string): string => {
  if (/^\[\$-[A-Za-z-]*,?F800\]/i.test(code)) return 'yyyy"年"m"月"d"日"';
  return /^\[\$-[A-Za-z-]*,?F400\]/i.test(code) ? 'h:mm:ss' : code;
};

/** A text as Excel shows it in a format: `@"様"` adds to it, an empty fourth part hides it. */
export const textInFormat = (text: string, code: string): string => {
  const sections = sectionsOf(code);
  const own = sections[3] ?? sections.findLast((each) => each.tokens.some(isTextSign));
  if (!own || own.isGeneral) return text;
  return own.tokens
    .map((token) => (isTextSign(token) ? text : token.kind === 'literal' ? token.text : ''))
    .join('');
};

const isTextSign = ({ kind }: { kind: string }): boolean => kind === 'text';

/** Whether a format shows nothing at all, whatever is in the cell: `;;;`. */
export const showsNothing = (code: string): boolean => /^\s*;\s*;\s*;\s*$/.test(code);

/** A number as Excel shows it where no format was chosen. */
export const generalText = (value: number): string => {
  if (!Number.isFinite(value)) return '';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    const [digits = '', power = '0'] = value.toExponential(5).split('e');
    const exponent = Number(power);
    return `${Number(digits)}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  if (Number.isInteger(value)) return String(value);
  const rounded = Number(value.toPrecision(10));
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(15).replace(/0+$/, '') : String(rounded);
};

const sectionFor = (
  value: number,
  sections: readonly FormatSection[],
): { section: FormatSection | undefined; isNegativeOne: boolean } => {
  const numeric = sections.slice(0, 3);
  if (numeric.some(({ condition }) => condition)) {
    const section =
      numeric.find(({ condition }) => condition?.(value)) ??
      numeric.find(({ condition }) => !condition);
    return { section, isNegativeOne: false };
  }
  if (value < 0 && numeric.length > 1) return { section: numeric[1], isNegativeOne: true };
  if (value === 0 && numeric.length > 2) return { section: numeric[2], isNegativeOne: false };
  return { section: numeric[0], isNegativeOne: false };
};

const shapedGeneral = ({ tokens }: FormatSection, value: number): string =>
  tokens
    .map(({ kind, text }) =>
      kind === 'general' ? generalText(value) : kind === 'literal' ? text : '',
    )
    .join('')
    .trim();

/** Where the digits of a number go in a format. */
type NumberLayout = {
  wholeAt: readonly number[];
  decimalsAt: readonly number[];
  exponentAt: readonly number[];
  hasExponent: boolean;
  hasFraction: boolean;
  isGrouped: boolean;
  /** What a number is multiplied with: 100 for per cents, a thousandth for a comma at the end. */
  scale: number;
};

const layouts = new WeakMap<FormatSection, NumberLayout>();

const layoutOf = (section: FormatSection): NumberLayout => {
  const known = layouts.get(section);
  if (known) return known;
  const { tokens } = section;
  const placesOf = (wanted: string) =>
    tokens.flatMap(({ kind }, at) => (kind === wanted ? [at] : []));
  const placeOf = (wanted: string) => placesOf(wanted)[0] ?? tokens.length;
  const digits = placesOf('digit');
  const mantissa = digits.filter((at) => at < placeOf('exponent'));
  const wholeAt = mantissa.filter((at) => at < placeOf('point'));
  const commas = placesOf('comma');
  const layout: NumberLayout = {
    wholeAt,
    decimalsAt: mantissa.filter((at) => at > placeOf('point')),
    exponentAt: digits.filter((at) => at > placeOf('exponent')),
    hasExponent: placesOf('exponent').length > 0,
    hasFraction: placesOf('fraction').length > 0,
    isGrouped: commas.some((at) => at < (wholeAt.at(-1) ?? -1)),
    scale:
      100 ** placesOf('percent').length *
      0.001 ** commas.filter((at) => at > (mantissa.at(-1) ?? 0)).length,
  };
  layouts.set(section, layout);
  return layout;
};

/** @returns null for fractions (`# ?/?`), which are shown as decimals */
const digitsText = (value: number, section: FormatSection): string | null => {
  const { tokens } = section;
  const layout = layoutOf(section);
  if (layout.hasFraction) return null;
  const scaled = value * layout.scale;
  const power = layout.hasExponent && scaled !== 0 ? Math.floor(Math.log10(scaled)) : 0;
  const [whole = '', decimals = ''] = rounded(scaled / 10 ** power, layout.decimalsAt.length).split(
    '.',
  );
  const shown: string[] = [];
  placeWhole(shown, whole === '0' ? '' : whole, layout.wholeAt, tokens, layout.isGrouped);
  placeDecimals(shown, decimals, layout.decimalsAt, tokens);
  placeWhole(shown, String(Math.abs(power)), layout.exponentAt, tokens, false);
  let text = '';
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'digit') text += shown[at] ?? '';
    else if (token.kind === 'exponent') text += power < 0 ? 'E-' : token.text === '+' ? 'E+' : 'E';
    else if (token.kind !== 'comma') text += token.text;
  }
  return text;
};

/** Fills the places from the right; what is left over stands at the first one. */
const placeWhole = (
  shown: string[],
  digits: string,
  places: readonly number[],
  tokens: FormatSection['tokens'],
  isGrouped: boolean,
): void => {
  let left = digits.length;
  let position = 0;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const at = places[index] ?? 0;
    let text = '';
    do {
      left -= 1;
      const digit = digits[left] ?? (tokens[at]?.text === '0' ? '0' : undefined);
      if (digit === undefined) break;
      text = digit + (isGrouped && position > 0 && position % 3 === 0 ? ',' : '') + text;
      position += 1;
    } while (index === 0 && left > 0);
    shown[at] = text;
  }
};

/** Zeros at the end stand only where the format asks for them. */
const placeDecimals = (
  shown: string[],
  digits: string,
  places: readonly number[],
  tokens: FormatSection['tokens'],
): void => {
  let isEnd = true;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const at = places[index] ?? 0;
    const digit = digits[index] ?? '0';
    if (tokens[at]?.text === '0' || digit !== '0') isEnd = false;
    shown[at] = isEnd ? '' : digit;
  }
};

/** Rounds as a person would: 1.005 to two places is 1.01, though the number in the machine is a little less. */
const rounded = (value: number, places: number): string => {
  if (Number.isInteger(value) && value < 1e15) return value.toFixed(places);
  const known = Number(value.toPrecision(15));
  const shifted = Math.round(Number(`${known}e${places}`));
  return Number.isFinite(shifted) && shifted < 1e21 && !String(known).includes('e')
    ? Number(`${shifted}e-${places}`).toFixed(places)
    : value.toFixed(Math.min(places, 20));
};
