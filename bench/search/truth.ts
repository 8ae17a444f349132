/**
 * What a query should find, decided without the search: a page is right when its folded text has every folded term.
 * Written apart from src/search on purpose, and plainly, so that a fault there cannot hide here.
 */

const kana = (text: string) =>
  text
    .replace(/[ァ-ヴヽヾ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/[ヵヶゕゖ]/g, 'か');

const eraStarts: Record<string, number> = {
  明治: 1868,
  大正: 1912,
  昭和: 1926,
  平成: 1989,
  令和: 2019,
};
const westernYears = (text: string) =>
  text.replace(/(明治|大正|昭和|平成|令和)(元|\d{1,2})年/g, (_, era: string, year: string) => {
    return `${(eraStarts[era] ?? 0) + (year === '元' ? 1 : Number(year)) - 1}年`;
  });

/** サーバー as サーバ, after three letters or more of a katakana word. */
const shortVowels = (text: string) =>
  text.replace(
    /(?<=[ァ-ヺー]{2}[カガサザタダナハバパマヤラワャキギシジチヂニヒビピミリィ])ー(?!ー)/g,
    '',
  );

const japanese = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]';
const spaceBesideLatin = new RegExp(
  `(?<=${japanese})[ \\u3000]+(?=[a-z0-9])|(?<=[a-z0-9])[ \\u3000]+(?=${japanese})`,
  'gu',
);
const base = (text: string) => text.normalize('NFKC').toLowerCase().replace(spaceBesideLatin, '');

/** The ways to read a text: as it stands, with western years, with short vowels. */
const readings = (text: string) => {
  const plain = base(text);
  return [plain, westernYears(plain), shortVowels(plain)].map(kana);
};

export type FoldedPage = { url: string; readings: string[]; written: string };

export const foldPage = (page: { url: string; title: string; text: string }): FoldedPage => ({
  url: page.url,
  written: page.title,
  readings: readings(page.text),
});

/** Latin words are looked for from their beginning, numbers whole. */
function has(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + term.length] ?? '';
    const cutsWord = /^[a-z]/.test(term) && /[a-z]/.test(before);
    const cutsNumber =
      (/^\d/.test(term) && /\d/.test(before)) || (/\d$/.test(term) && /\d/.test(after));
    const longerWord = /[^a-z].*[a-z]$/.test(term) && /[a-z]/.test(after);
    if (!cutsWord && !cutsNumber && !longerWord) return true;
  }
  return false;
}

/** The addresses of the pages that a query should find. */
export function rightPages(pages: readonly FoldedPage[], query: string): Set<string> {
  const terms = query
    .split(/[\s\u3000]+/u)
    .filter(Boolean)
    .map(readings);
  return new Set(
    pages
      .filter(({ readings: texts }) =>
        terms.every((forms) => forms.some((form, index) => has(texts[index] ?? '', form))),
      )
      .map(({ url }) => url),
  );
}
