import { expect, test } from 'vitest';
import { programmeText } from './programme-text.ts';

const h2 = (slug: string, text: string) => ({ depth: 2, slug, text });

test('a text that tells the programme itself is cut there, and nothing of it is lost', () => {
  const html =
    '<h2 id="gaiyou">概要</h2><p>a</p><h2 id="program">プログラム</h2><p>b</p><h2 id="kansou">感想</h2><p>c</p>';
  const headings = [h2('gaiyou', '概要'), h2('program', 'プログラム'), h2('kansou', '感想')];
  expect(programmeText(html, headings)).toEqual({
    before: '<h2 id="gaiyou">概要</h2><p>a</p>',
    heading: { slug: 'program', text: 'プログラム' },
    own: '<p>b</p>',
    after: '<h2 id="kansou">感想</h2><p>c</p>',
  });
  expect(
    programmeText('<h2 id="n">当日の流れ</h2><p>b</p>', [h2('n', '当日の流れ')]),
  ).toMatchObject({
    before: '',
    own: '<p>b</p>',
    after: '',
  });
});

test('any other text stays whole before the programme', () => {
  for (const headings of [
    [],
    [h2('gaiyou', '概要')],
    [{ ...h2('p', 'プログラム'), depth: 3 }],
    [h2('not-there', 'プログラム')],
  ]) {
    expect(programmeText('<p>a</p>', headings)).toEqual({
      before: '<p>a</p>',
      heading: null,
      own: '',
      after: '',
    });
  }
});
