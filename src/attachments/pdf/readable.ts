/** Fewer letters say nothing about a page. */
const enoughLetters = 8;

/** The share of letters that cannot be right from which a page is held to be unreadable. */
const mostOdd = 0.25;
/** Text that was written holds no control characters at all: where a font is not mapped, many come of its glyph numbers. */
const mostControls = 0.04;
/** Nobody writes in so many scripts on one page. */
const mostScripts = 6;
/**
 * Japanese keeps to the kanji of JIS X 0208, and two thirds of Chinese text are written with them; of the letters that
 * glyph numbers hit, less than a third are among them.
 */
const fewestUsual = 0.45;
const enoughKanji = 20;

const controls = /[\p{Cc}\ufffd]/gu;
/** No letters at all: private ones, halves of pairs, numbers without a letter. */
const odd = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\ufffd]/gu;
const kanji = /\p{Script=Han}/gu;

/** Scripts that glyph numbers hit when they are taken for letters, besides those of our readers. */
const otherScripts =
  'Arabic Armenian Bengali Canadian_Aboriginal Cherokee Coptic Devanagari Ethiopic Georgian Glagolitic Gujarati Gurmukhi Hebrew Kannada Khmer Lao Malayalam Mongolian Myanmar Ogham Oriya Runic Sinhala Syriac Tamil Telugu Thaana Thai Tibetan Yi'
    .split(' ')
    .map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));

const eucJp = new TextDecoder('euc-jp');

/** Of JIS X 0208. */
const usualKanji = new Set(
  Array.from({ length: 69 * 94 }, (_, place) =>
    eucJp.decode(new Uint8Array([0xb0 + Math.floor(place / 94), 0xa1 + (place % 94)])),
  ).filter((letter) => letter !== '\ufffd'),
);

/**
 * Whether a page's letters are those that it shows. Where a font does not say which letters its glyphs are, pdf.js gives
 * the numbers of the glyphs for letters, and no error.
 * @param text as pdf.js extracts it, before anything was taken out
 */
export function isReadable(text: string): boolean {
  const letters = [...text.replace(/\s/gu, '')];
  if (letters.length < enoughLetters) return true;
  const whole = letters.join('');
  const share = (found: number) => found / letters.length;
  if (share(count(whole, controls)) > mostControls) return false;
  if (share(count(whole, odd)) > mostOdd) return false;
  if (otherScripts.filter((script) => script.test(whole)).length >= mostScripts) return false;
  const found = whole.match(kanji) ?? [];
  const usual = found.filter((letter) => usualKanji.has(letter)).length;
  return found.length < enoughKanji || usual / found.length >= fewestUsual;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
