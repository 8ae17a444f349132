import { expect, test } from 'vitest';
import type { CollectionName } from '../schema/collections.ts';
import { choiceTables } from './choices.ts';
import { dataFile, dataSet } from './data-sets.ts';
import { catalogOf, shownEntry } from './shown-content.ts';

const shown = (collection: CollectionName, id: string, data: object) =>
  shownEntry(collection, {
    id,
    data,
    rendered: { html: '', metadata: { headings: [], files: [] } },
  });

const day = { updated: '2026-11-22', published: '2026-11-22' };
const practice = (id: string, title: string) =>
  shown('best-practices', id, { title, institution: id.split('/')[0], ...day });

const from = catalogOf([
  shown('institutions', 'momiji-u', {
    name: 'もみじ大学',
    kana: 'もみじだいがく',
    kind: 'national',
  }),
  shown('institutions', 'sakura-u', {
    name: 'さくら大学',
    kana: 'さくらだいがく',
    kind: 'private',
  }),
  shown('institutions', 'ayame-u', {
    name: 'あやめ大学',
    kana: 'あやめだいがく',
    kind: 'private',
    validUntil: '2024-09-30',
  }),
  practice('sakura-u/travel', '出張の確認'),
  practice('momiji-u/web', 'Webの申告'),
  practice('ayame-u/all', '全員の申告'),
  shown('glossary', 'sheet', { term: '確認シート', reading: 'かくにんしーと' }),
  shown('kits', 'plain', { title: '表のない様式例', order: 2, choices: [], ...day }),
  shown('kits', 'travel', {
    title: '持出しの様式例',
    order: 1,
    asOf: '2026-11-20',
    choices: [
      { aspect: 'means', text: 'Webで出す', says: ['best-practices/momiji-u/web'] },
      {
        aspect: 'persons',
        text: '全教職員',
        says: ['best-practices/sakura-u/travel', 'best-practices/ayame-u/all'],
      },
      { aspect: 'means', text: '紙で出す', says: ['glossary/sheet'] },
    ],
    ...day,
  }),
]);

test('each institution has a row of what it has settled, with its own sources', () => {
  const [table, ...others] = choiceTables(from);
  expect(others).toEqual([]);
  expect(table?.kit.id).toBe('travel');
  expect(table?.rows.map(({ owner, settled }) => [owner?.name, owner?.isPast, settled])).toEqual([
    [
      'もみじ大学',
      false,
      [
        {
          aspect: 'means',
          text: 'Webで出す',
          says: [{ title: 'Webの申告', address: '/practices/momiji-u/web/', note: 'もみじ大学' }],
        },
      ],
    ],
    [
      'あやめ大学',
      true,
      [
        {
          aspect: 'persons',
          text: '全教職員',
          says: [{ title: '全員の申告', address: '/practices/ayame-u/all/', note: 'あやめ大学' }],
        },
      ],
    ],
    [
      'さくら大学',
      false,
      [
        {
          aspect: 'persons',
          text: '全教職員',
          says: [
            { title: '出張の確認', address: '/practices/sakura-u/travel/', note: 'さくら大学' },
          ],
        },
      ],
    ],
    [
      undefined,
      undefined,
      [
        {
          aspect: 'means',
          text: '紙で出す',
          says: [{ title: '確認シート', address: '/glossary/sheet/', note: '用語' }],
        },
      ],
    ],
  ]);
});

test('what the content says nothing about is told apart from what it says', () => {
  const [table] = choiceTables(from);
  expect(table?.aspects).toEqual(['persons', 'means']);
  expect(table?.silent).toEqual(['amount', 'timing', 'review', 'retention']);
});

test('the data file has a line for each choice, with the pages that say so', () => {
  const set = dataSet('choices', from, new URL('https://portal.example'));
  const csv = dataFile(set, 'csv', { portal: '', licence: '', note: null });
  expect(csv.split('\n').slice(0, 3).join('\n')).toMatchInlineSnapshot(`
    "﻿kit,kitAddress,institutionName,institutionKind,aspect,text,says,asOf
    持出しの様式例,https://portal.example/kits/travel/,もみじ大学,国立大学,手段,Webで出す,Webの申告 https://portal.example/practices/momiji-u/web/,2026-11-20
    持出しの様式例,https://portal.example/kits/travel/,あやめ大学,私立大学,対象者,全教職員,全員の申告 https://portal.example/practices/ayame-u/all/,2026-11-20"
  `);
  expect(set.records).toHaveLength(4);
});
