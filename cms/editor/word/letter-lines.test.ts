import { expect, it } from 'vitest';
import { letterLine, namesDocument } from './letter-lines.ts';

it.each([
  ['７さ大研推第１２３号', 'number'],
  ['事　務　連　絡', 'number'],
  ['令和７年６月２日', 'date'],
  ['令和　　年　　月　　日', 'date'],
  ['2025年10月31日（金）', 'date'],
  ['令和５年４月１日 制定', 'date'],
  ['令和7年11月　さくら大学　研究推進課', 'date'],
  ['2025.4.1', 'date'],
  ['令和７年５月の取組について', null],
  ['令和７年度事業計画', null],
  ['各 部 局 長　殿', 'addressee'],
  ['教職員各位', 'addressee'],
  ['測定装置の仕様', null],
  ['様式第２号（第５条関係）', 'label'],
  ['（別紙１）', 'label'],
  ['様式の書き方', null],
  ['記', 'list'],
  ['以　上', 'end'],
  ['以上を確認してください。', null],
  ['', null],
])('%s is %s', (text, line) => {
  expect(letterLine(text)).toBe(line);
});

it.each([
  ['輸出管理規程（案）', true],
  ['第3回委員会　議事要旨', true],
  ['海外出張について（依頼）', true],
  ['届を出す。', false],
  ['本学の体制', false],
])('%s names a document: %s', (text, does) => {
  expect(namesDocument(text)).toBe(does);
});
