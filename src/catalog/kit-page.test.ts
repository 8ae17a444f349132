import { expect, test } from 'vitest';
import type { CollectionName } from '../schema/collections.ts';
import { kitAspectIds } from '../schema/taxonomy.ts';
import { sampleFile } from './fixtures/sample-entries.ts';
import { kitPages, kitsFor } from './kit-page.ts';
import { catalogOf, shownEntry } from './shown-content.ts';

const shown = (collection: CollectionName, id: string, data: object, files: string[] = []) =>
  shownEntry(collection, {
    id,
    data,
    rendered: {
      html: '',
      metadata: { headings: [], files: files.map((name) => sampleFile('/', name)) },
    },
  });

const travel = 'best-practices/sakura-u/travel';
const kitData = {
  title: '持出しの様式例',
  order: 1,
  scenes: ['taking-out'],
  attachments: [
    { file: '台帳.xlsx', title: '台帳' },
    { file: '確認.docx', title: '確認シート' },
  ],
  drawnFrom: [travel],
  choices: [
    { aspect: 'means', text: 'メールで出す', says: [travel] },
    { aspect: 'persons', text: '全教職員', says: ['best-practices/old-u/staff'] },
    { aspect: 'means', text: '紙で出す', says: ['glossary/sheet'] },
  ],
};
const world = (kit: object = {}) =>
  catalogOf([
    shown('institutions', 'sakura-u', { name: 'さくら大学' }),
    shown('institutions', 'old-u', { name: '旧もみじ大学', validUntil: '2024-09-30' }),
    shown('best-practices', 'sakura-u/travel', {
      title: '出張の確認',
      institution: 'sakura-u',
      updated: '2026-11-22',
      published: '2026-11-22',
    }),
    shown('best-practices', 'old-u/staff', {
      title: '全教職員の申告',
      institution: 'old-u',
      updated: '2026-11-22',
      published: '2026-11-22',
    }),
    shown('glossary', 'sheet', { term: '確認シート', reading: 'かくにんしーと' }),
    shown('scenes', 'taking-out', { title: '持出し', order: 1 }),
    shown('scenes', 'training', { title: '研修', order: 2 }),
    shown('kits', 'later', { ...kitData, title: '後の様式例', order: 2, choices: [], scenes: [] }),
    shown('kits', 'first', { ...kitData, ...kit }, ['台帳.xlsx']),
  ]);

test('the table has every aspect in its order, with the source of every cell', () => {
  const [page] = kitPages(world());
  expect(page?.choices.map(({ aspect }) => aspect)).toEqual(kitAspectIds);
  const of = (aspect: string) => page?.choices.find((one) => one.aspect === aspect)?.options;
  expect(of('means')).toEqual([
    {
      owners: [{ name: 'さくら大学', address: '/institutions/sakura-u/', isPast: false }],
      text: 'メールで出す',
      says: [{ title: '出張の確認', address: '/practices/sakura-u/travel/', note: 'さくら大学' }],
    },
    {
      owners: [],
      text: '紙で出す',
      says: [{ title: '確認シート', address: '/glossary/sheet/', note: '用語' }],
    },
  ]);
  expect(of('persons')?.[0]?.owners[0]).toMatchObject({ name: '旧もみじ大学', isPast: true });
  expect(of('retention')).toEqual([]);
});

test('a kit that leaves no choice has no table', () => {
  expect(kitPages(world({ choices: [] }))[0]?.choices).toEqual([]);
});

test('a file that the edition withholds is named without an address', () => {
  const files = kitPages(world())[0]?.files;
  expect(files?.map(({ title, file }) => [title, file?.name])).toEqual([
    ['台帳', '台帳.xlsx'],
    ['確認シート', undefined],
  ]);
});

test('kits stand in their own order, and with the scenes that they serve', () => {
  const from = world();
  expect(kitPages(from).map(({ kit }) => kit.id)).toEqual(['first', 'later']);
  expect(kitsFor('taking-out', from).map(({ id }) => id)).toEqual(['first']);
  expect(kitsFor('training', from)).toEqual([]);
});
