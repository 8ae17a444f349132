/** Letters and marks that stand side by side without spaces: kana, kanji, and the marks of full width between them. */
export const writtenWithoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff00-\uffef]/u;
