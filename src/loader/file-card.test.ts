import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { type CardFile, fileCard } from './file-card.ts';

const slides: CardFile = {
  address: '/symposia/sakura-u/forum/%E8%B3%87%E6%96%99.pdf',
  title: '講演資料',
  kind: 'PDF',
  description: 'PDF　12ページ　1.2 MB',
  rights: 'CC BY 4.0',
  checksum: 'c0ffee',
  unit: 'page',
  searchable: 'yes',
  page: '/symposia/sakura-u/forum/files/%E8%B3%87%E6%96%99.pdf/',
  picture: '/symposia/sakura-u/forum/files/%E8%B3%87%E6%96%99.pdf/first-page.webp',
  pictureSize: { width: 640, height: 360 },
};
const cardOf = (changes: Partial<CardFile> = {}) => toHtml(fileCard({ ...slides, ...changes }));

test('a file with a page and a picture', () => {
  expect(cardOf()).toMatchInlineSnapshot(
    `"<div class="file"><img src="/symposia/sakura-u/forum/files/%E8%B3%87%E6%96%99.pdf/first-page.webp" width="640" height="360" alt="「講演資料」の1ページ目" loading="lazy" decoding="async"><div><a href="/symposia/sakura-u/forum/%E8%B3%87%E6%96%99.pdf">講演資料</a><small>PDF　12ページ　1.2 MB　CC BY 4.0</small><div class="ways" data-pagefind-ignore=""><a href="/symposia/sakura-u/forum/files/%E8%B3%87%E6%96%99.pdf/">本文を読む<span class="visually-hidden">：講演資料</span></a><details><summary>検査値（SHA-256）</summary><code>c0ffee</code></details></div></div></div>"`,
  );
});

test('a file that nobody can search says so', () => {
  expect(cardOf({ searchable: 'scan' })).toContain('　本文検索不可</small>');
  expect(cardOf({ searchable: 'unmapped' })).toContain('　本文検索不可</small>');
  expect(cardOf({ searchable: null })).not.toContain('本文検索不可');
});

test('a file without a page of its own shows what it is called and its checksum', () => {
  expect(
    cardOf({
      kind: 'CSV',
      description: 'CSV　1 KB',
      rights: '',
      page: null,
      picture: null,
      pictureSize: null,
    }),
  ).toMatchInlineSnapshot(
    `"<div class="file"><i aria-hidden="true">CSV</i><div><a href="/symposia/sakura-u/forum/%E8%B3%87%E6%96%99.pdf">講演資料</a><small>CSV　1 KB</small><div class="ways" data-pagefind-ignore=""><details><summary>検査値（SHA-256）</summary><code>c0ffee</code></details></div></div></div>"`,
  );
});

test('a file without text is not offered to be read', () => {
  expect(cardOf({ searchable: 'scan' })).not.toContain('本文を読む');
  expect(cardOf({ searchable: 'scan' })).toContain('>このファイルについて<');
});

test('a ZIP is offered to be looked into', () => {
  const card = cardOf({ kind: 'ZIP', unit: 'archive', picture: null, pictureSize: null });
  expect(card).not.toContain('本文を読む');
  expect(card).toContain('>中のファイルを見る<');
});

test('no card takes a file past the service worker, nor an author past the escaping', () => {
  const card = cardOf({ title: '<img src=x onerror=alert(1)>', rights: '"><script>' });
  const { document } = parseHTML(`<body>${card}</body>`);
  const tags = [...document.querySelectorAll('body *')].map(({ localName }) => localName);
  expect(tags.join(' ')).toBe('div img div a small div a span details summary code');
  expect(document.querySelectorAll('[download], [onerror]').length).toBe(0);
});
