import { expect, test } from 'vitest';
import { attachments, sampleEntry } from './fixtures/sample-entries.ts';
import { scenePages } from './scene-page.ts';
import { catalogOf } from './shown-content.ts';

const travel = { scenes: ['travel'] };
const desk = { office: '研究推進課', email: 'desk@sakura-u.example' };
const world = [
  sampleEntry('institutions', 'sakura-u', { name: 'さくら大学', kind: 'national' }),
  sampleEntry('institutions', 'momiji-u', { name: 'もみじ大学', kind: 'private' }),
  sampleEntry('institutions', 'ministry', { name: '省', kind: 'ministry' }),
  sampleEntry('case-studies', 'sakura-u/trips', { ...travel, contact: desk, asOf: '2026' }),
  sampleEntry('best-practices', 'sakura-u/sheets', { ...travel, contact: desk, asOf: '2025' }),
  sampleEntry('best-practices', 'momiji-u/limits', { ...travel, asOf: '2024' }),
  sampleEntry('best-practices', 'momiji-u/gifts', {}),
  sampleEntry('guidelines', 'sakura-u/rules', {
    ...travel,
    level: 'institution',
    issuer: 'さくら大学',
  }),
  sampleEntry('guidelines', 'ministry/list-2018', {
    title: '2018年のリスト',
    level: 'ministry',
    issuer: '省',
    reviewBasis: 'law',
    effectiveFrom: '2018-05-01',
  }),
  sampleEntry('guidelines', 'ministry/list-2025', {
    title: '2025年のリスト',
    level: 'ministry',
    issuer: '省',
    reviewBasis: 'law',
    effectiveFrom: '2025-10-09',
    supersedes: 'guidelines/ministry/list-2018',
  }),
  sampleEntry('glossary', 'sheet', {
    term: '事前確認シート',
    reading: 'じぜんかくにんしーと',
    definition: '様式です。',
    sources: [{ title: '資料' }],
  }),
  sampleEntry('kits', 'travel', {
    scenes: ['travel', 'gifts'],
    attachments: attachments('シート.docx'),
    choices: [
      { aspect: 'persons', text: '全員', says: ['best-practices/momiji-u/limits'] },
      { aspect: 'timing', text: '受け取る前', says: ['best-practices/momiji-u/gifts'] },
    ],
  }),
  sampleEntry('scenes', 'travel', {
    steps: [
      {
        check: '確かめる',
        says: ['best-practices/sakura-u/sheets', 'glossary/sheet', 'guidelines/ministry/list-2018'],
      },
      {
        check: '書く',
        label: 'シート',
        says: ['case-studies/sakura-u/trips', 'best-practices/momiji-u/limits'],
        file: { kit: 'kits/travel', file: 'シート.docx' },
      },
    ],
  }),
  sampleEntry('scenes', 'gifts', { order: 2 }),
];
const [page, gifts] = scenePages(catalogOf(world, '2026-11-30'));

test('the first form is that of the first step which names one', () => {
  expect(page?.steps.map(({ label, form }) => [label, form?.file.name])).toEqual([
    [undefined, undefined],
    ['シート', 'シート.docx'],
  ]);
  expect(page?.firstForm?.file.name).toBe('シート.docx');
  expect(gifts?.firstForm).toBeUndefined();
});

test('a folded step says whose words it rests on, each once, and how many of other kinds', () => {
  expect(page?.steps.map(({ sayers }) => sayers)).toEqual([
    ['さくら大学', '省', '用語1件'],
    ['さくら大学', 'もみじ大学'],
  ]);
});

test('of a kit that serves several scenes, a scene tells what its own entries have settled', () => {
  const told = (one: typeof page) =>
    one?.differences.flatMap(({ options }) => options.map(({ text }) => text));
  expect(told(page)).toEqual(['全員']);
  // What has no example is there too, to be said to be unknown.
  expect(page?.differences.length).toBeGreaterThan(1);
  expect(told(gifts)).toEqual([]);
});

test('of a rule that a step rests on, the edition that is in use is shown and none before it', () => {
  expect(page?.rules.map(({ title }) => title)).toEqual(['2025年のリスト']);
});

test('a desk stands once, however many entries name it', () => {
  expect(page?.desks).toEqual([{ owner: 'さくら大学', contact: desk }]);
});

test('others are one practice of each institution, and what puts just these side by side', () => {
  expect(page?.others.items.map(({ institution }) => institution)).toEqual([
    'さくら大学',
    'もみじ大学',
  ]);
  expect(page?.others.comparison).toBe(
    '/compare/?e=case-studies/sakura-u/trips&e=best-practices/momiji-u/limits',
  );
  expect(page?.practiceCount).toBe(3);
  expect(gifts?.others).toEqual({ items: [], comparison: undefined });
});
