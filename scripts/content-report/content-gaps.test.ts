import { expect, test } from 'vitest';
import { examineContent } from '../../src/check/check-content.ts';
import { soundReadings } from '../../src/check/fixtures/readings.ts';
import { soundWorldWith } from '../../src/check/fixtures/worlds.ts';
import { contentGaps } from './content-gaps.ts';

const scene = `---
title: 受入れ
summary: 一文の要約です。
order: 90
question: 受け入れるときは、どうする？
steps:
  - check: 規程を読む
    says:
      - guidelines/sakura-u/old
searchWords:
  - 規程を読む
  - 探査機
  - guidance
published: 2026-01-10
updated: 2026-01-10
---
`;
const rule = (title: string, more: string) => `---
title: ${title}
summary: 一文の要約です。
institution: sakura-u
published: 2026-01-10
updated: 2026-01-10
reviewBasis: event
origin: summarised
confirmation: not-asked
level: institution
issuer: さくら大学
themes:
  - technology-leakage
subthemes:
  - export-control
sources:
  - title: さくら大学の規程
    checked: 2026-01-05
    kind: official
${more}---
`;

test('what content lacks is told by institution, scene and word', () => {
  const world = soundWorldWith({
    'scenes/thin/index.mdx': scene,
    'guidelines/sakura-u/old/index.mdx': rule(
      '前の版',
      'notes:\n  - 編集部は出典の冒頭だけを読みました。\n',
    ),
    'guidelines/sakura-u/new/index.mdx': rule(
      '次の版',
      'asOf: 2025-04-01\nsupersedes: guidelines/sakura-u/old\n',
    ),
  });
  const { entries } = examineContent(world, { attachments: soundReadings });
  const told = new Map(
    contentGaps([...entries.values()]).map(({ title, lines }) => [title.slice(0, 5), lines]),
  );
  expect(told.get('出典の冒頭')).toEqual([expect.stringMatching(/^sakura-u：\d+件のうち1件$/)]);
  expect(told.get('内容の時点')?.[0]).toMatch(/^sakura-u：/);
  expect(told.get('手順が5つ')).toContain('受入れ：手順1、根拠1件');
  expect(told.get('場面の手順')).toEqual([
    '受入れ：guidelines/sakura-u/old（新しい版 guidelines/sakura-u/new）',
  ]);
  expect(told.get('場面の検索')?.filter((line) => line.startsWith('受入れ'))).toEqual([
    '受入れ：探査機',
  ]);
});
