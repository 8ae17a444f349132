import { expect, test } from 'vitest';
import { fileAddress, filePageAddress, firstPageAddress } from './file-addresses.ts';

const folder = '/portal/symposia/sakura-u/forum/';

test('a file is beside its entry, its page and picture in a folder of their own', () => {
  expect(fileAddress(folder, 'slides.pdf')).toBe(`${folder}slides.pdf`);
  expect(filePageAddress(folder, 'slides.pdf')).toBe(`${folder}files/slides.pdf/`);
  expect(firstPageAddress(folder, 'slides.pdf')).toBe(`${folder}files/slides.pdf/first-page.webp`);
});

test.each([
  ['講演 資料.pdf', '講演 資料.pdf'],
  ['達成率100% #2.pdf', '達成率100％ ＃2.pdf'],
  ["A&B+C;='(1)[x]!~,@$.pdf", "A&B+C;='(1)[x]!~,@$.pdf"],
])('%s is %s in an address, whoever takes it apart', (name, decoded) => {
  const address = fileAddress(folder, name);
  const { pathname, search, hash } = new URL(address, 'https://portal.example');
  expect([pathname, search, hash]).toEqual([address, '', '']);
  expect(decodeURIComponent(pathname)).toBe(folder + decoded);
  expect(decodeURI(decodeURIComponent(pathname))).toBe(folder + decoded);
});
