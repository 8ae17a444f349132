import { expect, it } from 'vitest';
import { feedWithout, markupTells, pageWithout } from './page-without.ts';
import { tracesOf } from './traces.ts';

const gone = {
  folders: ['/practices/sakura-u/pledge/', '/programme/'],
  entries: ['case-studies/sakura-u/pledge'],
  files: ['/practices/momiji-u/travel/確認 票.docx'],
  words: ['入学時の誓約書(改訂)'],
};
const traces = tracesOf(gone, { basePath: '/portal/', siteUrl: 'https://portal.example' });
const link = '<a href="/portal/practices/sakura-u/pledge/">入学時の<wbr>誓約書（改訂）</a>';

it.each([
  ['an item of a list', `<ul><li>一</li><li><p>${link}</p></li></ul>`, '<ul><li>一</li></ul>'],
  ['a row of a table', `<table><tr><td>${link}</td></tr></table>`, '<table></table>'],
  [
    'a fact',
    `<dl><div><dt>一</dt></div><div><dd>${link}</dd></div></dl>`,
    '<dl><div><dt>一</dt></div></dl>',
  ],
  ['a link by itself', `<p>一${link}二</p>`, '<p>一二</p>'],
  [
    'a button that holds it',
    '<p><button data-keep="{&quot;a&quot;:&quot;/portal/practices/sakura-u/pledge/&quot;}">置く</button></p>',
    '<p></p>',
  ],
  ['a title without a link', '<ul><li><b>入学時の&#8203;誓約書（改訂）</b></li></ul>', '<ul></ul>'],
  [
    'a link in a text',
    '<div class="prose"><ul><li>前の<a href="/portal/practices/sakura-u/pledge/#x">記事</a>です</li></ul></div>',
    '<div class="prose"><ul><li>前の記事です</li></ul></div>',
  ],
  [
    'a file with an odd name',
    '<ul><li><a href="/portal/practices/momiji-u/travel/%E7%A2%BA%E8%AA%8D%20%E7%A5%A8.docx">票</a></li></ul>',
    '<ul></ul>',
  ],
  [
    'a page at the root',
    '<nav><li><a href="/portal/programme/">一</a></li><li><a href="https://x.example/programme/">二</a></li></nav>',
    '<nav><li><a href="https://x.example/programme/">二</a></li></nav>',
  ],
])('takes %s from a page', (_, html, rest) => {
  expect(markupTells(html, traces)).toBe(true);
  expect(pageWithout(html, traces)).toBe(rest);
  expect(markupTells(rest, traces)).toBe(false);
});

it.each([
  '<li><a href="/portal/practices/sakura-u/pledge-2/">次</a></li>',
  '<li><a href="/portal/practices/x-sakura-u/pledge/">次</a></li>',
  '<p>入学時の誓約</p><br><img src="a.png"><p>二',
])('leaves %s as it is', (html) => {
  expect(markupTells(html, traces)).toBe(false);
  expect(pageWithout(html, traces)).toBe(html);
});

it('still tells of a page that has its name where it cannot be cut', () => {
  const html = '<head><title>入学時の誓約書（改訂）</title></head><main><h1>一</h1></main>';
  expect(markupTells(pageWithout(html, traces), traces)).toBe(true);
});

it('takes the addresses of a site map, which are written in full', () => {
  const url = (address: string) => `<url><loc>${address}</loc></url>`;
  const map = (urls: string) => `<?xml version="1.0"?><urlset>${urls}</urlset>`;
  const other = url('https://portal.example/portal/practices/momiji-u/travel/');
  const gone = url('https://portal.example/portal/programme/');
  expect(feedWithout(map(gone + other), traces)).toBe(map(other));
});

it('takes the entries of a feed', () => {
  const entry = (path: string) => `<entry><link href="/portal/${path}"/><title>一</title></entry>`;
  const feed = (entries: string) =>
    `<?xml version="1.0"?>\n<feed><title>新着</title>${entries}</feed>`;
  const other = entry('practices/momiji-u/travel/');
  expect(feedWithout(feed(entry('practices/sakura-u/pledge/') + other), traces)).toBe(feed(other));
});
