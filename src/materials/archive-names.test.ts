import { expect, test } from 'vitest';
import { archiveNames } from './archive-names.ts';

const names = (...files: [title: string, name: string][]) => {
  const archive = archiveNames(['はじめにお読みください.txt']);
  return files.map(([title, name], index) => archive.pathOf(`${index}`, title, name));
};
const nameOf = (name: string) => names(['資料', name])[0]?.split('/')[1];
const folderOf = (title: string) => names([title, 'a.pdf'])[0]?.split('/')[0];

test.each([
  ['発表資料.pdf', '発表資料.pdf'],
  ['か\u3099いと\u3099.pdf', 'がいど.pdf'],
  ['con.pdf', 'con_.pdf'],
  ['COM1', 'COM1_'],
  ['nul .tar.gz', 'nul_ .tar.gz'],
  ['aux', 'aux_'],
  ['lpt¹.txt', 'lpt¹_.txt'],
  ['console.pdf', 'console.pdf'],
  ['事前:確認<案>*?.docx', '事前：確認＜案＞＊？.docx'],
  ['和文\\英文|"仮".xlsx', '和文＼英文｜”仮”.xlsx'],
  ['末尾の点. .pdf', '末尾の点.pdf'],
  ['  字下げ.pdf', '字下げ.pdf'],
  ['改\r\n行\t.pdf', '改 行.pdf'],
  ['請求書\u202Efdp.exe', '請求書fdp.exe'],
  ['見えない\u200B空白.pdf', '見えない空白.pdf'],
  ['か\u200B\u3099.pdf', 'が.pdf'],
  ['欠け\uD83D.pdf', '欠け�.pdf'],
  ['図👩‍🔬.png', '図👩‍🔬.png'],
  ['...', '無題'],
  ['.pdf', 'pdf'],
])('%j is named %j', (given, shown) => {
  expect(nameOf(given)).toBe(shown);
});

test('a long name is shortened before its ending, and no character is cut', () => {
  expect(nameOf(`${'長'.repeat(200)}.pdf`)).toBe(`${'長'.repeat(76)}.pdf`);
  expect(nameOf(`${'長'.repeat(75)}👩‍🔬👩‍🔬.pdf`)).toBe(`${'長'.repeat(75)}.pdf`);
  expect(folderOf('題'.repeat(300))).toBe('題'.repeat(40));
  expect(folderOf(`${'題'.repeat(39)}. と続く`)).toBe('題'.repeat(39));
});

test('folders are numbered where titles are equal, and where the disk would take them for equal', () => {
  expect(names(['誓約書', 'a.pdf'], ['誓約書', 'a.pdf'])).toEqual([
    '誓約書/a.pdf',
    '誓約書 (2)/a.pdf',
  ]);
  expect(names(['NDA', 'a.pdf'], ['nda', 'a.pdf'], ['NDA (2)', 'a.pdf'])).toEqual([
    'NDA/a.pdf',
    'nda (2)/a.pdf',
    'NDA (2) (2)/a.pdf',
  ]);
});

test('no folder takes the name of the readme', () => {
  expect(folderOf('はじめにお読みください.txt')).toBe('はじめにお読みください.txt (2)');
});

test('files of one entry lie in one folder, each under a name of its own', () => {
  const archive = archiveNames([]);
  const long = '長'.repeat(90);
  const paths = ['様式.docx', 'か\u3099.pdf', 'が.PDF', `${long}甲.pdf`, `${long}乙.pdf`].map(
    (name) => archive.pathOf('/practices/sakura-u/pledge/', '誓約書', name),
  );
  expect(paths).toEqual([
    '誓約書/様式.docx',
    '誓約書/が.pdf',
    '誓約書/が (2).PDF',
    `誓約書/${'長'.repeat(76)}.pdf`,
    `誓約書/${'長'.repeat(72)} (2).pdf`,
  ]);
});

test('whatever it is given, a name is one that Windows and macOS can write', () => {
  const parts = [
    'con',
    '。',
    '.',
    ' ',
    ':',
    '/',
    'が',
    'か\u3099',
    '👩‍🔬',
    '\u202E',
    '\u0000',
    '長'.repeat(60),
  ];
  const archive = archiveNames([]);
  const paths = parts.flatMap((first) =>
    parts.flatMap((second) =>
      parts.map((third) =>
        archive.pathOf(first, `${third}${first}`, `${first}${second}${third}.pdf`),
      ),
    ),
  );
  for (const path of paths) {
    for (const name of path.split('/')) {
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]$|^[. ]/u);
      expect(name).not.toMatch(/^(?:con|prn|aux|nul)(?:\.|$)/i);
      expect(name).toBe(name.normalize('NFC'));
      expect(Buffer.byteLength(name)).toBeLessThan(255);
    }
  }
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
});
