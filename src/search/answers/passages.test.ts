import { expect, test } from 'vitest';
import { foldedText } from '../text/letters.ts';
import { pageNames, passagesOf } from './passages.ts';

const names = pageNames(
  ['学生を研究協力者にする3つの条件（平成20年）', '研修', '特定類型'].map(foldedText),
  ['さくら大学', '用語'],
);
const passages = (text: string, aside = false): string[] =>
  passagesOf(
    {
      url: '/a/',
      title: 'ある場面',
      sections: [{ heading: '', anchor: '', text, ...(aside ? { aside } : {}) }],
    },
    names,
  ).map((passage) => passage.text);

test('leaves out lines that only name another page and whose it is', () => {
  expect(
    passages(
      [
        '条件は3つです。',
        '学生を研究協力者にする3つの条件（平成20年） さくら大学',
        '・学生を研究協力者にする3つの条件（平成20年）（さくら大学・当時） /practices/sakura-u/students/',
        '特定類型 用語',
        '/practices/sakura-u/students/',
      ].join('\n'),
    ),
  ).toEqual(['条件は3つです。']);
});

test('keeps what begins with the name of a page and goes on', () => {
  expect(passages('研修・説明会の題材を選ぶ')).toEqual(['研修・説明会の題材を選ぶ']);
  expect(passages('特定類型に当たる人')).toEqual(['特定類型に当たる人']);
});

test('leaves out what stands beside the text', () => {
  expect(passages('条件は3つです。', true)).toEqual([]);
});
