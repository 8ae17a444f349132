import { expect, test } from 'vitest';
import { checkWorld, problemList, soundWorldWith } from './fixtures/worlds.ts';

const kit = (changes: Record<string, string> = {}): string => {
  const lines = {
    source: 'best-practices/momiji-u/training',
    says: 'case-studies/sakura-u/accepting-students',
    scene: 'accepting-students',
    file: '一覧.csv',
    ...changes,
  };
  return `---
title: 受入れの様式例
summary: 受入れの前に確かめます。
order: 1
scenes:
  - ${lines.scene}
asOf: 2026-11-22
published: 2026-11-23
updated: 2026-11-23
attachments:
  - file: ${lines.file}
    title: 受入れの一覧
    kind: form
    rights: CC0 1.0
drawnFrom:
  - ${lines.source}
choices:
  - aspect: means
    text: メールで出す
    says:
      - ${lines.says}
---

使い方です。
`;
};
const worldWith = (text: string, place = 'kits/accepting') =>
  soundWorldWith({ [`${place}/index.mdx`]: text, [`${place}/一覧.csv`]: '番号,数\n1,1\n' });

test('a kit with its file and its sources is sound', () => {
  expect(problemList(worldWith(kit()))).toEqual([]);
});

test('everything that a kit points to has to be there', () => {
  expect(problemList(worldWith(kit({ source: 'best-practices/momiji-u/trainig' })))).toEqual([
    'kits/accepting/index.mdx:16 entry-unknown',
  ]);
  expect(problemList(worldWith(kit({ says: 'case-studies/sakura-u/none' })))).toEqual([
    'kits/accepting/index.mdx:21 entry-unknown',
  ]);
  expect(problemList(worldWith(kit({ scene: 'nowhere' })))).toEqual([
    'kits/accepting/index.mdx:6 scene-unknown',
  ]);
  expect(problemList(worldWith(kit({ file: '台帳.csv' })))).toEqual([
    'kits/accepting/index.mdx:11 attachment-missing',
    'kits/accepting/一覧.csv:1 attachment-unused',
  ]);
  const [problem] = checkWorld(worldWith(kit({ says: 'glossary/none' })));
  expect(problem?.message).toContain('「機関ごとの定め」1件目の「根拠」');
});

test('a kit lies in a place of its own, never below an institution', () => {
  expect(problemList(worldWith(kit(), 'kits/sakura-u/accepting'))).toContain(
    'kits/sakura-u/accepting/index.mdx:1 path-unknown',
  );
  const inEntry = problemList(worldWith(kit(), 'best-practices/sakura-u/kit'));
  expect(inEntry.length).toBeGreaterThan(0);
  expect(inEntry.every((problem) => problem.startsWith('best-practices/sakura-u/kit/'))).toBe(true);
});
