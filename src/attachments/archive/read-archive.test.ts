import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pack } from '../office/fixtures/package-files.ts';
import { jpeg } from '../office/fixtures/pictures.ts';
import { docx, p } from '../office/fixtures/word-files.ts';
import { handMade } from '../pdf/fixtures/write-pdf.ts';
import { readAttachment } from '../read-attachment.ts';

const soundDocx = docx({ body: p('受入れの手順です。') });
const trackedDocx = docx({
  body: p(
    '<w:del w:id="1" w:author="架空 花子"><w:r><w:delText>消したはずの文です。</w:delText></w:r></w:del>',
  ),
});
const scriptedPdf = handMade([{ content: '' }], {
  catalog: '/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>',
});

const read = (bytes: Uint8Array) => readAttachment(bytes, '.zip');
const findingsIn = async (bytes: Uint8Array) =>
  (await read(bytes)).findings.map(({ kind, places }) => [kind, ...places]);

/** The same bytes with numbers of the directory's only file changed, by where they stand in its header. */
const withHeader = (bytes: Uint8Array, change: (header: DataView) => void): Uint8Array => {
  const changed = new Uint8Array(bytes);
  const at = Buffer.from(changed.buffer).lastIndexOf('PK\x01\x02', undefined, 'latin1');
  change(new DataView(changed.buffer, at));
  return changed;
};
/** The same bytes with a name in other bytes, as many as before. */
const renamed = (bytes: Uint8Array, from: string, to: readonly number[]): Uint8Array =>
  new Uint8Array(
    Buffer.from(
      Buffer.from(bytes)
        .toString('latin1')
        .replaceAll(from, String.fromCharCode(...to)),
      'latin1',
    ),
  );

describe('a ZIP of sound files', () => {
  it('is told by the names in it', async () => {
    const files = {
      '様式/': '',
      '様式/申請書.docx': soundDocx,
      '様式/写真.JPG': jpeg(),
      'はじめに.txt': 'お読みください。',
      'unicode.txt': new Uint8Array([0xff, 0xfe, 0x42, 0x30]),
      '件数.csv': '',
    };
    expect(await read(pack(files))).toEqual({
      unit: 'archive',
      pageCount: 5,
      pages: [
        {
          number: 1,
          label: '',
          text: '様式/申請書.docx\n様式/写真.JPG\nはじめに.txt\nunicode.txt\n件数.csv',
        },
      ],
      outline: [],
      searchable: 'yes',
      findings: [],
    });
  });

  it('has files stored as they are, which stay as they are', async () => {
    const bytes = zipSync({ 'a.pdf': scriptedPdf, 'b.docx': trackedDocx }, { level: 0 });
    const before = new Uint8Array(bytes);
    expect((await findingsIn(bytes)).map(([kind]) => kind)).toEqual(['tracked-changes', 'script']);
    expect(bytes).toEqual(before);
  });

  it('may come from a Finder, with what that puts beside', async () => {
    const appleDouble = new Uint8Array([0, 5, 0x16, 7, 0, 2, 0, 0]);
    const reading = await read(
      pack({
        [`${'が'.normalize('NFD')}.docx`]: soundDocx,
        [`__MACOSX/._${'が'.normalize('NFD')}.docx`]: appleDouble,
        '.DS_Store': new Uint8Array([0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31]),
      }),
    );
    expect(reading).toMatchObject({
      pages: [{ text: 'が.docx' }],
      findings: [{ kind: 'records', places: [expect.stringContaining('Finder')] }],
    });
    expect(await findingsIn(pack({ '__MACOSX/._a.docx': trackedDocx }))).toMatchObject([
      ['tracked-changes', expect.stringContaining('中の『__MACOSX/._a.docx』')],
    ]);
  });
});

describe('what is found in a ZIP', () => {
  it('is what is found in its files, at each of them', async () => {
    const files = {
      '様式.docx': trackedDocx,
      '案内.pdf': scriptedPdf,
      '現場/a.jpg': jpeg({ hasPlace: true }),
      '現場/b.jpg': jpeg({ hasPlace: true }),
    };
    const found = Object.fromEntries(
      (await findingsIn(pack(files))).map(([kind = '', ...places]) => [kind, places]),
    );
    expect(Object.keys(found)).toEqual(['tracked-changes', 'script', 'photograph-place']);
    expect(found['tracked-changes']).toEqual(['中の『様式.docx』の文書の始め']);
    expect(found['script']).toEqual(['中の『案内.pdf』']);
    expect(found['photograph-place']).toEqual(['中の『現場/a.jpg』', '中の『現場/b.jpg』']);
  });

  it.each([
    ['macros', '手順.docm'],
    ['macros', '集計.XLSM'],
    ['script', 'setup.exe'],
    ['script', '案内.pdf.lnk'],
    ['old-format', '様式.doc'],
    ['old-format', '様式.rtf'],
    ['unchecked-files', '中.zip'],
    ['unchecked-files', '様式.svg'],
    ['unchecked-files', '名前だけ'],
    ['unchecked-files', '../様式.txt'],
    ['unchecked-files', '/様式.txt'],
    ['unchecked-files', '..\\様式.txt'],
    ['unchecked-files', 'C:様式.txt'],
    ['unchecked-files', '様式\u202etxt.csv'],
    ['unchecked-files', '様式\n.txt'],
  ])('%s, from the name alone: %j', async (kind, name) => {
    const shown = name.replaceAll('\\', '/').replace(/[\u202e\n]/g, '\uFFFD');
    expect(await findingsIn(pack({ [name]: '' }))).toEqual([[kind, `中の『${shown}』`]]);
  });

  it('is a file that is not what its name says', async () => {
    const files = { 'a.docx': '<html>', 'b.pdf': '<html>', 'c.png': soundDocx, 'd.txt': 'MZ\0' };
    expect(await findingsIn(pack(files))).toEqual([
      ['damaged', '中の『a.docx』', '中の『b.pdf』', '中の『c.png』'],
      ['unchecked-files', '中の『d.txt』'],
    ]);
  });

  it('is a photograph of a phone, whatever its name says', async () => {
    const heic = strToU8('\0\0\0\x18ftypheic');
    expect(await findingsIn(pack({ 'a.heic': heic, 'b.jpg': heic, 'c.jtd': '' }))).toEqual([
      ['old-format', '中の『a.heic』', '中の『b.jpg』', '中の『c.jtd』'],
    ]);
  });

  it('is a link to somewhere else', async () => {
    const link = [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] as const;
    expect(await findingsIn(zipSync({ 'a.txt': [...link] }))).toEqual([
      ['unchecked-files', '中の『a.txt』'],
    ]);
  });

  it('is a password', async () => {
    const locked = withHeader(pack({ '様式.docx': soundDocx }), (header) =>
      header.setUint16(8, header.getUint16(8, true) | 1, true),
    );
    expect(await findingsIn(locked)).toEqual([['password', '中の『様式.docx』']]);
  });

  it('has its place by the end of a long name', async () => {
    const name = `${'長い名前のフォルダー/'.repeat(6)}様式.doc`;
    const [found] = await findingsIn(pack({ [name]: '' }));
    expect(found?.[1]).toMatch(/^中の『….{33,}様式\.doc』$/u);
    expect([...(found?.[1] ?? '')].length).toBeLessThan(50);
  });
});

it('reads names that Windows wrote in Shift_JIS', async () => {
  const bytes = renamed(
    pack({ 'XXXX.docx': soundDocx }),
    'XXXX',
    // 様式
    [0x97, 0x6c, 0x8e, 0xae],
  );
  expect(await read(bytes)).toMatchObject({ pages: [{ text: '様式.docx' }], findings: [] });
});

it('refuses a name that is in no encoding', async () => {
  const bytes = renamed(pack({ 'XXXX.txt': '' }), 'XXXX', [0xff, 0xff, 0xff, 0xff]);
  expect((await findingsIn(bytes)).map(([kind]) => kind)).toEqual(['unchecked-files']);
});

describe('a ZIP that nobody looks through', () => {
  const one = pack({ 'a.txt': 'あ'.repeat(1000) });

  it.each([
    [
      'it says that it unpacks to gigabytes',
      withHeader(one, (h) => h.setUint32(24, 2 ** 31, true)),
    ],
    [
      'it says that it has more files than fit into it',
      (() => {
        const many = new Uint8Array(one);
        new DataView(many.buffer).setUint16(many.length - 12, 0xffff, true);
        return many;
      })(),
    ],
    [
      'it has too many files',
      pack(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.txt`, '']))),
    ],
  ])('is too complex: %s', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({
      unit: 'archive',
      searchable: 'unread',
      findings: [{ kind: 'too-complex', places: [] }],
    });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['no ZIP', strToU8('PK\x03\x04 and more')],
    ['its first half', one.subarray(0, one.length >> 1)],
    [
      'fewer files than it has',
      (() => {
        const two = pack({ 'a.txt': '', 'b.exe': '' });
        new DataView(two.buffer, two.byteOffset).setUint16(two.length - 12, 1, true);
        return two;
      })(),
    ],
  ])('is damaged: %s', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ findings: [{ kind: 'damaged', places: [] }] });
  });

  it.each<[string, (header: DataView) => void]>([
    ['is longer than it says', (header) => header.setUint32(24, 10, true)],
    ['is shorter than it says', (header) => header.setUint32(24, 10_000, true)],
    ['is packed in a way that nobody reads', (header) => header.setUint16(10, 12, true)],
    ['does not lie where it says', (header) => header.setUint32(42, 5, true)],
  ])('has a damaged file, which %s', async (_, change) => {
    expect(await findingsIn(withHeader(one, change))).toEqual([['damaged', '中の『a.txt』']]);
  });
});
