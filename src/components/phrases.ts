import { loadDefaultJapaneseParser } from 'budoux';

let parser: ReturnType<typeof loadDefaultJapaneseParser> | undefined;

/** A longer phrase is wider than a line of a heading on a phone. */
const longest = 10;

const han = String.raw`\p{Script=Han}`;
const katakana = String.raw`[\p{Script=Katakana}ー]`;
/** Where the script changes one word of a compound ends; so it does before 第3回 and behind 年度. */
const betweenScripts = `(?<=${han})(?=${katakana})|(?<=${katakana})(?=${han})`;
const betweenWords = new RegExp(`${betweenScripts}|(?<=年度)(?=${han})`, 'u');
/** Compounds of an even number of characters are made of words of two, as 安全保障輸出管理. */
const betweenWordsOfTwo = new RegExp(
  `${betweenScripts}|(?<=(?<!${han})(?:${han}{2})+)(?=(?:${han}{2})+(?!${han}))`,
  'u',
);

/** The parser takes a character for a phrase where it does not know the word, as in 方向性. */
const joinedToNext = (parts: string[], part: string): string[] => {
  const last = parts.at(-1);
  return last !== undefined && /^\p{Script=Han}$/u.test(last)
    ? [...parts.slice(0, -1), last + part]
    : [...parts, part];
};

/**
 * Cuts a Japanese heading where it may be broken. The model is made ready once, for the first heading.
 * @param narrow where a line holds no more than a few characters, as at the head of the map's columns
 */
export function phrases(text: string, { narrow = false } = {}): string[] {
  parser ??= loadDefaultJapaneseParser();
  return parser
    .parse(text)
    .reduce(joinedToNext, [])
    .flatMap((phrase) =>
      narrow
        ? phrase.split(betweenWordsOfTwo)
        : phrase.length > longest
          ? phrase.split(betweenWords)
          : [phrase],
    );
}
