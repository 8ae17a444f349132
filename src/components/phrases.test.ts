import { expect, test } from 'vitest';
import { phrases } from './phrases.ts';

test('a phrase that no line of a phone holds is cut between its words, and never in one', () => {
  expect(phrases('産学官連携リスクマネジメントモデル事業シンポジウム（2016年3月）')).toEqual([
    '産学官連携',
    'リスクマネジメントモデル',
    '事業',
    'シンポジウム',
    '（2016年3月）',
  ]);
  expect(phrases('さくら大学安全保障輸出管理体制アンケート（2023年）')).toEqual([
    'さくら大学安全保障輸出管理体制',
    'アンケート',
    '（2023年）',
  ]);
  expect(phrases('輸出管理ネットワーク第3回勉強会（平成23年7月）').slice(0, 3)).toEqual([
    '輸出管理',
    'ネットワーク',
    '第3回勉強会',
  ]);
  expect(phrases('整備と回答（平成26年度産学連携等実施状況調査）').slice(-2)).toEqual([
    '（平成26年度',
    '産学連携等実施状況調査）',
  ]);
});

test('what a line holds stays as it is', () => {
  expect(phrases('NDA・MTAの確認票の様式例').join('|')).not.toContain('様式|例');
  expect(phrases('安全保障輸出管理')).toEqual(['安全保障輸出管理']);
});

test('a single character is no phrase', () => {
  expect(phrases('5つの方向性の自己点検表')).toEqual(['5つの', '方向性の', '自己点検表']);
});

test('where a line holds a few characters, compounds are cut into their words', () => {
  const narrow = (text: string) => phrases(text, { narrow: true }).join('|');
  expect(narrow('営業秘密')).toBe('営業|秘密');
  expect(narrow('安全保障輸出管理')).toBe('安全|保障|輸出|管理');
  expect(narrow('個人の利益相反')).toBe('個人の|利益|相反');
  expect(narrow('研究インテグリティ')).toBe('研究|インテグリティ');
  expect(narrow('株式・大学発ベンチャー')).toBe('株式・|大学発|ベンチャー');
  expect(narrow('規程の整備')).toBe('規程の|整備');
});
