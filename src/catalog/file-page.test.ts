import { expect, test } from 'vitest';
import type { AttachmentReading } from '../attachments/reading.ts';
import { type FileBlock, fileText } from './file-page.ts';

const reading = (changes: Partial<AttachmentReading>): AttachmentReading => ({
  unit: 'page',
  pageCount: null,
  pages: [],
  outline: [],
  searchable: 'yes',
  findings: [],
  ...changes,
});
const textOf = (block: FileBlock) => ('table' in block ? block.number : block.text);
const anchorOf = (block: FileBlock) => ('table' in block ? null : block.anchor);
const page = (number: number, text: string, label = '') => ({ number, label, text });

test('every page has its place, also one without text', () => {
  const { sections } = fileText(
    reading({ pageCount: 4, pages: [page(1, '一\n二'), page(3, '三')] }),
  );
  expect(sections.map(({ anchor, blocks }) => [anchor, ...blocks.map(textOf)])).toEqual([
    ['page-1', '一', '二'],
    ['page-2'],
    ['page-3', '三'],
    ['page-4'],
  ]);
});

test('the outline leads to the text of a page, or names the page where there is no text', () => {
  const outline = [{ title: '体制', level: 2, page: 3 }];
  const pages = [page(3, '三')];
  expect(fileText(reading({ pageCount: 3, pages, outline })).outline).toEqual([
    { title: '体制', level: 2, page: 3, anchor: 'page-3' },
  ]);
  expect(fileText(reading({ pageCount: 3, pages, outline, searchable: 'scan' }))).toEqual({
    sections: [],
    outline: [{ title: '体制', level: 2, page: 3, anchor: null }],
    lacking: null,
  });
});

test('readers are told where letters are lacking, and nothing else that was found', () => {
  const { sections, lacking } = fileText(
    reading({
      pageCount: 1,
      pages: [page(1, '一')],
      findings: [
        { kind: 'authors', places: ['架空 花子'] },
        { kind: 'partly-unmapped', places: ['1ページ'] },
        { kind: 'records', places: ['文書のプロパティ（作成者）'] },
      ],
    }),
  );
  expect([sections.length, lacking]).toEqual([1, ['1ページ']]);
});

test('slides are headed by their titles, which are the outline where there is no other', () => {
  const { sections, outline } = fileText(
    reading({ unit: 'slide', pageCount: 2, pages: [page(1, '体制\n一', '体制'), page(2, '二')] }),
  );
  expect(sections[0]).toMatchObject({ label: '体制', blocks: [{ text: '一' }] });
  expect(outline).toEqual([{ title: '体制', level: 1, page: 1, anchor: 'page-1' }]);
});

test('headings of a text without pages are found in their order', () => {
  const { sections, outline } = fileText(
    reading({
      unit: 'text',
      pages: [page(1, '手　順\n1\n手　順\n2\n様式\n3')],
      outline: ['手 順', '手 順', '表の中の見出し', '様式'].map((title) => ({
        title,
        level: 1,
        page: null,
      })),
    }),
  );
  expect(outline.map(({ anchor }) => anchor)).toEqual([
    'heading-1',
    'heading-2',
    null,
    'heading-4',
  ]);
  expect(sections[0]?.blocks.map(anchorOf)).toEqual([
    'heading-1',
    null,
    'heading-2',
    null,
    'heading-4',
    null,
  ]);
});

test('a table stands where it was, with its number in the file', () => {
  const table = { columns: 1, blankRows: 0, rows: [[{ text: '機器', head: 'column' as const }]] };
  const sheet = (number: number) => ({
    ...page(number, '台帳\n機器\n以上', '台帳'),
    blocks: [{ line: '台帳' }, { table }, { line: '以上' }],
  });
  const { sections } = fileText(
    reading({ unit: 'sheet', pageCount: 2, pages: [sheet(1), sheet(2)] }),
  );
  expect(sections.map(({ blocks }) => blocks.map(textOf))).toEqual([
    ['台帳', 1, '以上'],
    ['台帳', 2, '以上'],
  ]);
});

test('a tab in a line makes room, and no table', () => {
  const { sections } = fileText(reading({ unit: 'text', pages: [page(1, '様式1\t申請書')] }));
  expect(sections[0]?.blocks.map(textOf)).toEqual(['様式1\t申請書']);
});

test('the names of the files in an archive stand together', () => {
  const pages = [page(1, '様式/申請書.docx\n読み方.txt')];
  const { sections, outline } = fileText(reading({ unit: 'archive', pageCount: 2, pages }));
  expect(sections.map(({ blocks }) => blocks.map(textOf))).toEqual([
    ['様式/申請書.docx', '読み方.txt'],
  ]);
  expect(outline).toEqual([]);
});

test('a long entry is set out whole', () => {
  const pages = Array.from({ length: 300 }, (_, index) => page(index + 1, `本文${index + 1}`));
  expect(fileText(reading({ pageCount: 300, pages })).sections.at(-1)).toMatchObject({
    anchor: 'page-300',
    blocks: [{ text: '本文300' }],
  });
});
