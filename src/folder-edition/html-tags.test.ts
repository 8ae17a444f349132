import { expect, test } from 'vitest';
import { attributeOf, edited, endOf, tagsOf, writtenAttribute } from './html-tags.ts';

const page = `<!doctype html><!-- <a href="/no/"> --><title>a < b <i></title>
<p data-x='{"a":"&amp;b"}'>1 < 2<br><a HREF=/a/?x=1&amp;y=2#z class="k" download>様式</a></p><script>"<a href='/no/'>"</script>`;

test('reads tags with their places, whatever their case and quotes, and nothing in comments, titles and scripts', () => {
  const tags = tagsOf(page);
  expect(tags.map(({ name, isEnd }) => (isEnd ? `/${name}` : name))).toEqual([
    'title',
    '/title',
    'p',
    'br',
    'a',
    '/a',
    '/p',
    'script',
    '/script',
  ]);
  const link = tags[4];
  expect(page.slice(link?.start, link?.end)).toBe('<a HREF=/a/?x=1&amp;y=2#z class="k" download>');
  expect(
    link?.attributes.map(({ name, value, start, end }) => [name, value, page.slice(start, end)]),
  ).toEqual([
    ['href', '/a/?x=1&y=2#z', 'HREF=/a/?x=1&amp;y=2#z'],
    ['class', 'k', 'class="k"'],
    ['download', '', 'download'],
  ]);
  expect(tags[2] && attributeOf(tags[2], 'data-x')).toBe('{"a":"&b"}');
});

test('finds where an element ends, past others of its name', () => {
  const tags = tagsOf('<ul><li>a<ul><li>b</li></ul></li><li>c');
  expect(endOf(tags, 1)).toBe(6);
  expect(endOf(tags, 7)).toBeUndefined();
});

test('edits leave the rest as it is, and what is taken away takes its edits with it', () => {
  expect(
    edited('0123456789', [
      { start: 7, end: 8, text: 'x' },
      { start: 3, end: 4, text: 'y' },
      { start: 2, end: 6, text: '' },
      { start: 2, end: 2, text: '+' },
      { start: 0, end: 0, text: '>' },
    ]),
  ).toBe('>01+6x89');
});

test('writes attributes that read the same', () => {
  const value = '{"a":"<&\'"}';
  const [tag] = tagsOf(`<p ${writtenAttribute('data-x', value)}>`);
  expect(tag && attributeOf(tag, 'data-x')).toBe(value);
});
