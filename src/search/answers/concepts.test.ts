import { expect, test } from 'vitest';
import { conceptsOf } from './concepts.ts';
import { lexiconOf } from './lexicon.ts';

const ring = (members: string[], english: string[] = []) => ({ members, english });
const lexicon = lexiconOf(
  { terms: [], scenes: [], longVowelStems: [] },
  {
    rings: [
      ring(['送付', '送る', '発送'], ['send', 'ship']),
      ring(['共同研究'], ['joint research']),
      ring(['研究'], ['research']),
      ring(['団体'], ['joint']),
      ring(['留学生'], ['international student']),
      ring(['学生'], ['student']),
    ],
    okurigana: [],
    english: [],
    medical: [],
    titles: [],
  },
  [],
);
const texts = (question: string) => conceptsOf(question, lexicon).map(({ text }) => text);
const one = (question: string, text: string) =>
  conceptsOf(question, lexicon).find((concept) => concept.text === text);

test('a verb of a ring is met however it ends, and named as it is looked up', () => {
  for (const said of ['試料を送って', '試料を送りました', '試料を送らないで', '試料を送る']) {
    expect(one(said, '送る')?.forms).toContain('送付');
  }
});

test('a phrase comes before its words, and English words are met however they end', () => {
  expect(texts('may I do joint research')).toEqual(['joint research']);
  expect(one('an international student', 'international student')?.forms).toContain('留学生');
  expect(one('we shipped samples', 'shipped')?.forms).toContain('送付');
});

test('what counts something is no word, and a count is worth little', () => {
  expect(texts('2025年秋の団体')).not.toContain('年秋');
  expect(one('一年の研究', '一年')?.weight).toBeLessThan(1);
});

test('what is said only in a greeting or beside the matter tells little', () => {
  const question =
    '装置のことではお世話になっております。試料を送ってよいですか。なお、会場は予約済みです。';
  const [room, sample, venue] = ['装置', '試料', '会場'].map((word) => one(question, word)?.tells);
  expect(sample).toBe(1);
  expect(Math.max(room ?? 1, venue ?? 1)).toBeLessThan(0.5);
});
