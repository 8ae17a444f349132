import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AttachmentReading } from '../attachments/reading.ts';
import { examineContent } from '../check/check-content.ts';
import { readContentFolder } from '../source/content-files.ts';
import { editionContent, shownEntries } from './edition-content.ts';
import { entryContext } from './entry-context.ts';

const files = readContentFolder(join(import.meta.dirname, '../e2e/fixtures/two-audiences/content'));
const settings = { basePath: '/portal/', edition: 'public' } as const;
const folder = 'best-practices/sakura-u/open-practice';
const slides = '研修 100% #2.pdf';
const address = '/portal/practices/sakura-u/open-practice/';

const reading = (changes: Partial<AttachmentReading> = {}): AttachmentReading => ({
  unit: 'page',
  pageCount: 7,
  pages: [],
  outline: [],
  searchable: 'yes',
  findings: [],
  ...changes,
});

type World = {
  readings?: Record<string, AttachmentReading>;
  withheld?: string[];
  pictured?: string[];
  filesAt?: string;
};

/** What the entry with files needs, where the files beside it were read as given. */
function contextOf({ readings: given = {}, withheld = [], pictured = [], filesAt }: World) {
  const readings = {
    of: ({ path }: { path: string }) => given[path.slice(folder.length + 1)] ?? reading(),
  };
  const shown = shownEntries(
    examineContent(files, { attachments: readings }).entries.values(),
    settings,
  );
  const entry = shown.get(folder);
  if (!entry) throw new Error(`No ${folder}`);
  const paths = new Set(withheld.map((name) => `${folder}/${name}`));
  const firstPages = new Map(
    pictured.map((name) => [`${folder}/${name}`, { width: 640, height: 360 }] as const),
  );
  const content = editionContent({ files, readings, withheld: paths }, shown, settings);
  return entryContext(entry, { ...content, firstPages }, settings, filesAt);
}
const fileOf = (world: World, name = slides) =>
  contextOf(world)
    .usedFiles()
    .find((file) => file.name === name);

test('a file says what it is, what may be done with it, and where its pages are', () => {
  const inAddress = encodeURIComponent('研修 100％ ＃2.pdf');
  expect(fileOf({ pictured: [slides] })).toMatchObject({
    name: slides,
    title: '研修の資料100% #2',
    kind: 'PDF',
    description: expect.stringMatching(/^PDF　7ページ　\d+ KB$/),
    rights: 'CC BY 4.0',
    checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    unit: 'page',
    pageCount: 7,
    searchable: 'yes',
    address: `${address}${inAddress}`,
    page: `${address}files/${inAddress}/`,
    picture: `${address}files/${inAddress}/first-page.webp`,
    pictureSize: { width: 640, height: 360 },
    path: `${folder}/${slides}`,
  });
});

test.each([
  ['slides', reading({ unit: 'slide', pageCount: 20 }), 'PDF　20スライド　2 KB'],
  ['sheets', reading({ unit: 'sheet', pageCount: 3 }), 'PDF　3シート　2 KB'],
  ['files', reading({ unit: 'archive', pageCount: 12 }), 'PDF　12ファイル　2 KB'],
  ['a text without pages', reading({ unit: 'text', pageCount: null }), 'PDF　2 KB'],
])('%s are counted in their own words', (_, read, description) => {
  expect(fileOf({ readings: { [slides]: read } })?.description).toBe(description);
});

test('what cannot be read, pictures, and the files of a draft have no page of their own', () => {
  const unread = reading({ searchable: 'unread' });
  const picture = reading({ unit: 'picture', pageCount: null });
  expect(fileOf({ readings: { [slides]: unread } })).toMatchObject({ page: null });
  expect(fileOf({ readings: { [slides]: picture } })).toMatchObject({ page: null });
  expect(fileOf({ filesAt: '/admin/files/x/', pictured: [slides] })).toMatchObject({
    address: `/admin/files/x/${encodeURIComponent('研修 100％ ＃2.pdf')}`,
    page: null,
    picture: null,
  });
});

test('a file that is withheld is never among those to be emitted, whatever names it', () => {
  const context = contextOf({ withheld: [slides] });
  const link = encodeURIComponent(slides);
  expect(context.linkedFile(`./${link}#page=2`)).toBe(slides);
  expect(context.isWithheld(slides)).toBe(true);
  context.resolveLink(link);
  expect(context.file(slides).title).toBe('研修の資料100% #2');
  expect(context.usedFiles().map(({ name }) => name)).toEqual(['台帳.xlsx', 'heldcanary.docx']);
});

test('a link to a page of a file keeps the page', () => {
  const { resolveLink } = contextOf({});
  expect(resolveLink(`${encodeURIComponent(slides)}#page=3`)).toBe(
    `${address}${encodeURIComponent('研修 100％ ＃2.pdf')}#page=3`,
  );
  expect(resolveLink('../mailed-case/#top')).toBeNull();
  expect(resolveLink('../../../case-studies/sakura-u/mailed-case/#top')).toBe(
    '/portal/practices/sakura-u/mailed-case/#top',
  );
});

test('whatever a page says of a file changes its digest', () => {
  const worlds: World[] = [
    {},
    { withheld: [slides] },
    { pictured: [slides] },
    { readings: { [slides]: reading({ pageCount: 8 }) } },
    { readings: { [slides]: reading({ unit: 'slide' }) } },
    { readings: { [slides]: reading({ searchable: 'scan' }) } },
  ];
  const digests = worlds.map((world) => contextOf(world).folderDigests().join('\n'));
  expect(new Set(digests).size).toBe(worlds.length);
});
