import { expect, test } from 'vitest';
import { foldedText } from '../text/letters.ts';
import { bestPassage } from './best-passage.ts';
import type { PlacedConcept } from './nearest-pages.ts';
import { pageNames } from './passages.ts';

const concept = (text: string): PlacedConcept => ({
  text,
  forms: [text],
  weight: 1,
  tells: 1,
  present: [text],
  folded: [foldedText(text)],
  pages: new Set([1]),
  rarity: 1,
  weighs: 1,
});
const nothingWanted = { passage: [], pages: [], isMedical: false };
const shownOf = (text: string, summary: string, ...words: string[]) =>
  bestPassage(
    {
      url: '/a/',
      title: '試料の記録',
      sections: [
        { heading: '', anchor: '', text: summary },
        { heading: '手順', anchor: '手順', text },
      ],
    },
    words.map(concept),
    nothingWanted,
    pageNames([], []),
  )?.passage.text;

test('a line of the text is shown in place of the summary that says the same', () => {
  const line = '試料は、鍵のかかる棚に5年間保管する。';
  expect(shownOf(line, '試料の保管の年数と場所を定める。', '試料', '保管')).toBe(line);
});

test('the summary is shown where the text says far less of what is asked', () => {
  const summary = '試料と装置の保管と返却を定める。';
  expect(shownOf('返却は文書で行う。', summary, '試料', '装置', '保管', '返却')).toBe(summary);
});
