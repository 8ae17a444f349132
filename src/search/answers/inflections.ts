/** How a Japanese verb is met in a question: 送る as 送って, 送ります, 送らない. */

/** For the last kana of a verb, what may stand in its place; of る, as of a verb of five rows. */
const rows: Readonly<Record<string, string>> = {
  う: 'いわえおっ',
  く: 'きかけこい',
  ぐ: 'ぎがげごい',
  す: 'しさせそ',
  つ: 'ちたてとっ',
  ぬ: 'になねの',
  ぶ: 'びばべぼん',
  む: 'みまめもん',
  る: 'りられろっ',
};

/** Kana of the e and i rows: a verb that has one of them before its る loses nothing but the る. */
const ofOneRow = /[えけげせぜてでねへべめれいきぎしじちにひびみり]る$/u;

/**
 * The beginnings of the forms of a verb that is written with a kanji and ends in its okurigana.
 * @returns nothing for any other word
 */
export function inflections(word: string): string[] {
  const ending = word.at(-1) ?? '';
  const others = rows[ending];
  if (!others || !/[\p{Script=Han}々][\p{Script=Hiragana}]+$/u.test(word)) return [];
  const stem = word.slice(0, -1);
  if (ofOneRow.test(word) && stem.length > 1) return [stem];
  return [...others].map((kana) => stem + kana);
}
