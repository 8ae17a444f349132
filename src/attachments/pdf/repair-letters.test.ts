import { expect, test } from 'vitest';
import { repairLetters } from './repair-letters.ts';

const letters = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

test('every Kangxi radical is the letter that Unicode says, but for two that Japan writes otherwise', () => {
  const changed = letters(0x2f00, 0x2fd5)
    .map((radical) => [radical.normalize('NFKC'), repairLetters(radical)])
    .filter(([unicode, ours]) => unicode !== ours);
  expect(changed).toEqual([
    ['戶', '戸'],
    ['黑', '黒'],
  ]);
});

test('every radical of the supplement is a letter', () => {
  const left = letters(0x2e80, 0x2ef3).filter((radical) => repairLetters(radical) === radical);
  // U+2E80 has no letter of its own, and U+2E9A is not assigned.
  expect(left).toEqual(['\u2e80', '\u2e9a']);
  expect(repairLetters('⻑⻄⻘⻝⺠⻩⻭⻯⻲⺟')).toBe('長西青食民黄歯竜亀母');
});

test('letters that share a glyph with another are the one that is written', () => {
  expect(repairLetters('長崎‧西宮∕〈例〉')).toBe('長崎・西宮／〈例〉');
});

test('marks of vertical lines, ligatures and combining marks', () => {
  expect(repairLetters('︵例︶﹁﹂︑︒︙︰')).toBe('（例）「」、。…‥');
  expect(repairLetters('eﬃcient ﬁle')).toBe('efficient file');
  expect(repairLetters('か\u3099き')).toBe('がき');
});

test('what somebody may have written stays', () => {
  const written = 'ｶﾀｶﾅ ＡＢＣ １２ ㈱ ① ㎡ 髙﨑 ～ ― − "\'';
  expect(repairLetters(written)).toBe(written);
});

test('what draws nothing is left out', () => {
  expect(repairLetters('葛\u{e0100}城\u200b市\ufeff')).toBe('葛城市');
});
