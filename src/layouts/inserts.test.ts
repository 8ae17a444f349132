import { expect, test } from 'vitest';
import { entryPages } from '../catalog/entry-page.ts';
import { attachments, sampleEntry } from '../catalog/fixtures/sample-entries.ts';
import { catalogOf, type Shown } from '../catalog/shown-content.ts';
import { hasInserts } from './inserts.ts';

const needs = (entry: Shown, html = '') =>
  entryPages(catalogOf([{ ...entry, html } as Shown])).map(hasInserts);
const practice = (fields: object = {}) =>
  sampleEntry('case-studies', 'sakura-u/pledge', { ...fields });

test('the page of a plain text does without the sheet of inserts', () => {
  const plain =
    '<h2 id="手順">手順</h2>\n<ol><li>一<ul><li><a href="/x/" class="term">二</a></li></ul></li></ol><p><strong>強</strong><br></p>';
  expect(needs(practice(), plain)).toEqual([false]);
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
  expect(needs(practice(), `<p>前</p>${html}`)).toEqual([true]);
});

test('so have pages with files, and those of events', () => {
  expect(needs(practice({ attachments: attachments('様式.docx') }))).toEqual([true]);
  expect(needs(sampleEntry('symposia', 'sakura-u/day', { organisers: ['さくら大学'] }))).toEqual([
    true,
  ]);
});
