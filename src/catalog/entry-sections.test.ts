import { expect, test } from 'vitest';
import { cardRows, entrySections } from './entry-sections.ts';

const text =
  '<p>前置き</p>\n<h2 id="体制">体制</h2>\n<p>担当は研究推進課。</p>\n<h2 id="手順">手順</h2>\n<ol>\n<li>確かめる</li>\n</ol>';

test('a text is cut at its main headings, and put together it is what it was', () => {
  expect(entrySections(text)).toEqual([
    { anchor: '', heading: '', html: '<p>前置き</p>' },
    { anchor: '体制', heading: '体制', html: '<p>担当は研究推進課。</p>' },
    { anchor: '手順', heading: '手順', html: '<ol>\n<li>確かめる</li>\n</ol>' },
  ]);
  expect(entrySections('')).toEqual([]);
});

test('a text of fewer than 300 letters is rows, by what a reader sees of it', () => {
  const letters = (count: number) => `<h2 id="体制">体制</h2><p>${'あ'.repeat(count)}</p>`;
  expect(cardRows(text)).toHaveLength(3);
  expect(cardRows(letters(299))).toHaveLength(1);
  expect(cardRows(letters(300))).toBeNull();
  const linked = `<h2 id="体制">体制</h2><p><a href="/${'x'.repeat(300)}/">規程</a>&amp; </p>`;
  expect(cardRows(linked)).toHaveLength(1);
});

test.each([
  '<div class="table-scroll"><table></table></div>',
  '<figure></figure>',
  '<aside class="callout note"></aside>',
  '<h3 id="a">小見出し</h3>',
  '<ul><li><h2 id="手順">手順</h2></li></ul>',
])('a text that holds %s is no rows', (html) => {
  expect(cardRows(`<h2 id="体制">体制</h2>${html}`)).toBeNull();
});
