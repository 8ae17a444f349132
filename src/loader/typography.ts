/**
 * Brings contributed text to the house's typography for the screen, without touching a word:
 * brackets around Japanese become full-width, and spaces between Japanese and Latin letters go,
 * because the style sheet sets that distance (`text-autospace`). A space between two Japanese words stays: in a title it
 * parts them.
 */

const japanese =
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}々〆ー、。「」『』（）・：〜]/u;
const spaceAfterJapanese =
  /(?<=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}々ー、。」』）]) (?=[A-Za-z0-9])/gu;
const spaceBeforeJapanese =
  /(?<=[A-Za-z0-9%）]) (?=[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}「『（])/gu;
const bracketed = / ?\(([^()]*)\)/gu;

const neighbour = (text: string, index: number) => japanese.test(text.charAt(index));

/** The same words with the brackets and spaces of a Japanese page. Text without Japanese is returned as it is. */
export function screenText(text: string): string {
  if (!japanese.test(text)) return text;
  let widened = text;
  // Innermost pairs first; each pass can bring Japanese next to an outer pair.
  for (let pass = 0; pass < 3 && widened.includes('('); pass += 1) {
    widened = widened.replace(bracketed, (match, inside: string, offset: number) => {
      const touches =
        japanese.test(inside) ||
        neighbour(widened, offset - 1) ||
        neighbour(widened, offset + match.length);
      return touches ? `（${inside}）` : match;
    });
  }
  return widened.replace(spaceAfterJapanese, '').replace(spaceBeforeJapanese, '');
}

/** Keys whose values are addresses, names of files or identifiers, not words for the screen. */
const verbatim = new Set(['url', 'officialUrl', 'file', 'data', 'email', 'form', 'records', 'id']);

/** Applies `screenText` to every string of a piece of front matter that people read. */
export function screenData<T>(value: T): T {
  if (typeof value === 'string') return screenText(value) as T;
  if (Array.isArray(value)) return value.map(screenData) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        verbatim.has(key) ? inner : screenData(inner),
      ]),
    ) as T;
  }
  return value;
}
