import { describe, expect, test } from 'vitest';
import { searchAttribute } from './page-record.ts';
import { readPage } from './read-page.ts';

const read = (main: string, attributes = '') =>
  readPage(
    `<html><head><title>文書の題名</title></head><body><p>外</p><main data-pagefind-body ${attributes}>${main}</main></body></html>`,
    '/a/',
  )[0];

test('a page without the mark is not read', () => {
  expect(readPage('<html><body><h1>題名</h1></body></html>', '/a/')).toEqual([]);
  expect(readPage('<p>data-pagefind-body という属性</p>', '/a/')).toEqual([]);
});

test('the text is cut at headings, block by block, across inline tags', () => {
  const page = read(
    '<h1>題<wbr>\u200b名</h1><p>利<b>益</b>相反</p><ul><li>一<li>二</ul><section id="s"><h2>見出し</h2>本文<br>次</section><h3 id="t">小見出し</h3>',
  );
  expect(page?.title).toBe('題名');
  expect(page?.sections).toEqual([
    { heading: '', anchor: '', text: '利益相反\n一\n二' },
    { heading: '見出し', anchor: 's', text: '本文\n次' },
    { heading: '小見出し', anchor: 't', text: '' },
  ]);
});

test('a heading that says more than what the page is called is its first line', () => {
  const written = searchAttribute({ title: '海外出張' }).replaceAll('"', '&quot;');
  const page = read('<h1><b>海外出張：</b>何が要る？</h1><p>答え</p>', `data-search="${written}"`);
  expect(page).toMatchObject({
    title: '海外出張',
    sections: [{ heading: '', anchor: '', text: '海外出張：何が要る？\n答え' }],
  });
});

test('what is not for reading is left out', () => {
  const page = read(
    '<nav>道</nav><p>蓮<ruby>華<rp>(</rp><rt>げ</rt></ruby>座</p><script>x</script><p data-pagefind-ignore>無</p><p hidden>隠</p><form><input></form>',
  );
  expect(page).toMatchObject({ title: '文書の題名', sections: [{ text: '蓮華座' }] });
});

test('what stands beside the text is kept apart', () => {
  expect(read('<p>本文</p><aside><h2>出典</h2>規程集</aside><p>続き</p>')?.sections).toEqual([
    { heading: '', anchor: '', text: '本文' },
    { heading: '出典', anchor: '', text: '規程集', aside: true },
    { heading: '', anchor: '', text: '続き' },
  ]);
});

test('a line break within Japanese is no space', () => {
  expect(read('<p>利益\n   相反と open\n science</p>')?.sections[0]?.text).toBe(
    '利益相反と open science',
  );
});

test('the layout says what the page is', () => {
  const data = { kind: '取組', institution: 'さくら大学', words: ["O'Neil & <b>"], scene: true };
  const written = searchAttribute(data).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  expect(read('<h1>題</h1>', `data-search="${written}"`)).toMatchObject({
    ...data,
    facets: { kind: ['取組'], institution: ['さくら大学'] },
  });
  expect(() => read('', 'data-search="{"')).toThrow('The data-search of /a/ is no JSON.');
});

describe('the text of a file', () => {
  const readFile = (opensAtPage: string | null, pages: string) => {
    const data = searchAttribute({
      kind: '資料',
      institution: 'さくら大学',
      file: { opensAtPage },
    });
    return readPage(
      `<main data-pagefind-body data-search='${data}'><h1>題名</h1><p>まわり</p>${pages}<aside>外</aside></main>`,
      '/x/files/a%20b.pdf/',
    );
  };
  const page = (number: number, place: string, inside: string) =>
    `<section id="page-${number}" data-file-page="${number}" data-place="${place}">${inside}</section>`;

  test('is one record for each page that has some; the first has the title', () => {
    const records = readFile(
      '/x/a%20b.pdf',
      page(1, '1ページ', '<h3><b data-pagefind-ignore>1ページ</b></h3>') +
        page(2, '2ページ', '<p data-pagefind-ignore>なし</p>') +
        page(10, '10ページ', '<p>一</p><p>二&lt;script></p>'),
    );
    expect(records.map(({ url, page: number, place }) => [url, number, place])).toEqual([
      ['/x/a%20b.pdf#page=1', 1, '1ページ'],
      ['/x/a%20b.pdf#page=10', 10, '10ページ'],
    ]);
    expect(records[1]).toMatchObject({
      title: '題名',
      kind: '資料',
      facets: { kind: ['資料'], institution: ['さくら大学'] },
      sections: [{ heading: '', anchor: '', text: '一\n二<script>' }],
    });
  });

  test('opens on the page of its own where a browser cannot open the file at a page', () => {
    const [record] = readFile(null, page(3, 'スライド3', '<h3 id="t">体制</h3><p>一</p>'));
    expect(record).toMatchObject({
      url: '/x/files/a%20b.pdf/#page-3',
      sections: [{ heading: '体制', anchor: '', text: '一' }],
    });
  });

  test('is one record with headings where the file has no pages', () => {
    const [record, ...others] = readFile(
      null,
      page(1, '', '<p>一</p><h3 id="t">体制</h3><p>二</p>'),
    );
    expect(others).toEqual([]);
    expect(record).toMatchObject({ url: '/x/files/a%20b.pdf/', sections: [{}, { anchor: 't' }] });
    expect(record).not.toHaveProperty('page');
  });
});
