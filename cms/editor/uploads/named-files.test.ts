import { expect, it } from 'vitest';
import { namesFile } from '../../../src/schema/named-files.ts';
import { formatOf } from '../entry-format.ts';

const names = [
  '申請書（様式1）.pdf',
  'a b.pdf',
  "O'Neill & Co.docx",
  '100%_[x] #1.csv',
  '- a.pdf',
  'か゛.png',
  '012.csv',
];

it.each(names)('%s is named by a row of the form', (name) => {
  const text = formatOf('case-studies').toFile({ attachments: [{ file: name, title: '題' }] });
  expect(namesFile(text, name)).toBe(true);
});

it.each(names)('%s is named by the text', (name) => {
  const [markdown, attribute] = [encodeURI(name), name.replaceAll('&', '&amp;')];
  expect(namesFile(`![図](${markdown})`, name)).toBe(true);
  expect(namesFile(`<Figure src="${attribute}" alt="図"></Figure>`, name)).toBe(true);
});

it('what no row and no part of the text has is not named', () => {
  const text = formatOf('case-studies').toFile({
    title: '申請書',
    attachments: [{ file: 'b.pdf' }],
  });
  expect(namesFile(text, '申請書.pdf')).toBe(false);
});
