import { expect, it } from 'vitest';
import { soundWorldWith } from './fixtures/worlds.ts';
import { typeProblem } from './rules/file-types.ts';

const folder = 'case-studies/sakura-u/accepting-students';
const said = (name: string, bytes: string): string | undefined => {
  const path = `${folder}/${name}`;
  const file = soundWorldWith({ [path]: Buffer.from(bytes, 'latin1') }).get(path);
  return file?.kind === 'file' ? typeProblem(file, name, 1_000_000)?.message : 'no file';
};
const sentence = /^[^。]*(?:。[^。]*)?添え直してください。$/;

it.each([
  ['様式.doc', /Word で.*（\.docx）/],
  ['様式.RTF', /Word で/],
  ['様式.odt', /Word で/],
  ['様式.jtd', /一太郎で.*PDF/],
  ['様式.pages', /Pages で/],
  ['名簿.xls', /Excel で.*（\.xlsx）/],
  ['名簿.ods', /Excel で/],
  ['講演.ppt', /PowerPoint で.*（\.pptx）/],
  ['写真.HEIC', /JPEG（\.jpg）を選んで書き出し/],
  ['図.tiff', /PNG（\.png）か JPEG/],
  ['一式.lzh', /ZIP（\.zip）/],
])('a file in another form is refused with how to save it anew: %s', (name, way) => {
  const message = said(name, 'x');
  expect(message).toMatch(way);
  expect(message).toMatch(sentence);
});

it.each([
  ['写真.jpg', '\0\0\0\x18ftypheic', /（HEIC画像のようです）.*JPEG/],
  ['写真.JPG', '\0\0\0\x18ftypmif1', /（HEIC画像のようです）/],
  ['図.png', 'II*\0', /（TIFF画像のようです）/],
  ['図.png', 'BM\x10\0\0\0\0\0\0\0', /（BMP画像のようです）/],
  ['図.webp', '\0\0\0\x18ftypavif', /（AVIF画像のようです）/],
  ['様式.docx', '{\\rtf1', /（リッチテキスト（RTF）のようです）。Word/],
])('so is one that only has the name of a form that is taken: %s', (name, bytes, way) => {
  const message = said(name, bytes);
  expect(message).toMatch(way);
  expect(message).toMatch(sentence);
});

it('a table that begins with the letters of a picture is a table', () => {
  expect(said('表.csv', 'BM,count\n1,2\n')).toBeUndefined();
});
