import { expect, test } from 'vitest';
import { hasInserts } from './inserts.ts';

const page = (html: string, data: object = {}) => ({
  entry: { html, data: { attachments: [], ...data } },
  bundle: undefined,
});

test('the page of a plain text does without the sheet of inserts', () => {
  const plain =
    '<h2 id="手順">手順</h2>\n<ol><li>一<ul><li><a href="/x/" class="term">二</a></li></ul></li></ol><p><strong>強</strong><br></p>';
  expect(hasInserts(page(plain))).toBe(false);
});

test.each([
  '<div class="table-scroll" role="region"><table></table></div>',
  '<figure class="chart"></figure>',
  '<aside class="callout note"></aside>',
  '<section class="footnotes"></section>',
  '<p>一<code>二</code></p>',
  '<div class="file"></div>',
  '<blockquote></blockquote>',
  '<dl></dl>',
  '<hr>',
])('the page whose text holds %s has it', (html) => {
  expect(hasInserts(page(`<p>前</p>${html}`))).toBe(true);
});

test('so have pages with files, and those of events', () => {
  expect(hasInserts(page('', { attachments: [{ file: '様式.docx' }] }))).toBe(true);
  expect(hasInserts(page('', { sessions: [] }))).toBe(true);
  expect(hasInserts({ ...page(''), bundle: { address: '/bundles/a.zip' } })).toBe(true);
});
