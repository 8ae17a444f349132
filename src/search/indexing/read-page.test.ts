import { expect, test } from 'vitest';
import { searchAttribute } from './page-record.ts';
import { readPage } from './read-page.ts';

const read = (main: string, attributes = '') =>
  readPage(
    `<html><head><title>文書の題名</title></head><body><p>外</p><main data-pagefind-body ${attributes}>${main}</main></body></html>`,
    '/a/',
  );

test('a page without the mark is not read', () => {
  expect(readPage('<html><body><h1>題名</h1></body></html>', '/a/')).toBeUndefined();
  expect(readPage('<p>data-pagefind-body という属性</p>', '/a/')).toBeUndefined();
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
