/** A wording that has another form in the portal's own words. */
export type HouseSpelling = {
  /** Every form that is written otherwise; never where it is part of a verb, which is written in full. */
  readonly found: RegExp;
  readonly instead: string;
  /** What is written otherwise, as the list of the help shows it. */
  readonly forms: string;
};

/**
 * The closed list of wordings that are spelt in one way, so that headings, lists and searches have one word for one
 * thing. Public rules and offices write the forms on the right; the verbs (受け入れる、取り組む) stay as they are.
 */
export const houseSpellings: readonly HouseSpelling[] = [
  { found: /手続き/g, instead: '手続', forms: '手続き' },
  { found: /寄付/g, instead: '寄附', forms: '寄付' },
  { found: /取り組み(?![まなたつ、])|取組み/g, instead: '取組', forms: '取り組み、取組み' },
  {
    found: /[eｅ][-‐－]?ラーニング|[eE]-?[lL]earning|イーラーニング/g,
    instead: 'eラーニング',
    forms: 'e-ラーニング、e-learning',
  },
  { found: /問合わ?せ/g, instead: '問い合わせ', forms: '問合せ、問合わせ' },
  { found: /雛形|雛型|ひな型/g, instead: 'ひな形', forms: '雛形、雛型、ひな型' },
  { found: /取り扱い(?![またて、])/g, instead: '取扱い', forms: '取り扱い' },
  { found: /引き継ぎ(?![ま、])/g, instead: '引継ぎ', forms: '引き継ぎ' },
  { found: /申し込み(?![ま、])/g, instead: '申込み', forms: '申し込み' },
  { found: /持ち出し(?![またて、])/g, instead: '持出し', forms: '持ち出し' },
  { found: /ヒヤリング/g, instead: 'ヒアリング', forms: 'ヒヤリング' },
];

/** What stands there in others' words or is no word: quotations, addresses, values of a component. */
const notOwn = /「[^」]*」|\]\([^)\s]*\)|https?:\/\/\S+|\b(?:src|file|data)="[^"]*"/g;

/**
 * Where a line of text spells a word in another way than the portal does.
 * @returns each form once, with what is written instead
 */
export const otherSpellings = (line: string): { found: string; instead: string }[] => {
  const own = line.replace(notOwn, '「」');
  return houseSpellings.flatMap(({ found, instead }) =>
    [...new Set(own.match(found) ?? [])]
      .filter((form) => form !== instead)
      .map((form) => ({ found: form, instead })),
  );
};

/** The text with every word of the list spelt in the portal's way, also where it is quoted. */
export const inHouseSpelling = (text: string): string =>
  houseSpellings.reduce((spelt, { found, instead }) => spelt.replace(found, instead), text);
