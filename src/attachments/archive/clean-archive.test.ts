import { strToU8, unzipSync, type ZipInputFile, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cleanAttachment } from '../clean-attachment.ts';
import { pack } from '../office/fixtures/package-files.ts';
import { jpeg } from '../office/fixtures/pictures.ts';
import { docx, p } from '../office/fixtures/word-files.ts';
import { joined } from '../picture/bytes.ts';
import { readAttachment } from '../read-attachment.ts';
import { zipDirectory } from './zip-directory.ts';

const mark = 'HIMITSU';
const open = '公開.txt';
const text = strToU8('公開する文です。');
const mtime = new Date(2026, 3, 1, 9, 30, 20);

/** A ZIP of one text, with more in it, or more said of it. */
const zip = (more: Record<string, Uint8Array | ZipInputFile> = {}, said = {}): Uint8Array =>
  zipSync({ [open]: [text, { mtime, ...said }], ...more } as never, { mtime, level: 0 });
const appleDouble = joined(new Uint8Array([0, 5, 0x16, 7, 0, 2, 0, 0]), strToU8(mark));
const compoundFile = joined(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), strToU8(mark));

/** The same with a comment of its own. */
const commented = (bytes: Uint8Array): Uint8Array => {
  const changed = joined(bytes, strToU8(mark));
  changed[bytes.length - 2] = mark.length;
  return changed;
};
/** The same with bytes put before its directory, which says so. */
const withGap = (bytes: Uint8Array, gap: Uint8Array): Uint8Array => {
  const end = bytes.length - 22;
  const from = new DataView(bytes.buffer).getUint32(end + 16, true);
  const changed = joined(bytes.subarray(0, from), gap, bytes.subarray(from));
  new DataView(changed.buffer).setUint32(end + gap.length + 16, from + gap.length, true);
  return changed;
};

const records: readonly [name: string, Uint8Array, place: string][] = [
  ['a comment', commented(zip()), 'ZIPのコメント'],
  ['a comment of a file', zip({}, { comment: mark }), `中の『${open}』のコメント`],
  [
    'a field of a program',
    zip({}, { extra: { 17491: strToU8(mark) } }),
    `中の『${open}』に付いた記録`,
  ],
  [
    'a known field that goes on',
    zip({}, { extra: { 21589: strToU8(`\x03........${mark}`) } }),
    `中の『${open}』に付いた記録`,
  ],
  [
    'words before the directory',
    withGap(zip(), strToU8(mark)),
    'ZIPの、どのファイルのものでもないデータ',
  ],
  ['words behind the end', joined(zip(), strToU8(mark)), 'ZIPの、どのファイルのものでもないデータ'],
  [
    'what the Finder knows of a file',
    zip({ [`__MACOSX/._${open}`]: appleDouble }),
    'Mac の Finder が付けたファイル（__MACOSX、.DS_Store など）',
  ],
  [
    'the same outside of its folder',
    zip({ [`資料/._${open}`]: appleDouble }),
    'Mac の Finder が付けたファイル（__MACOSX、.DS_Store など）',
  ],
  [
    'small pictures of a folder',
    zip({ '資料/Thumbs.db': compoundFile }),
    'Windows が付けたファイル（Thumbs.db、desktop.ini）',
  ],
  [
    'how a folder is shown',
    zip({ 'desktop.ini': strToU8(`[.ShellClassInfo]\r\nInfoTip=${mark}`) }),
    'Windows が付けたファイル（Thumbs.db、desktop.ini）',
  ],
  [
    'who has a file open',
    zip({ '~$様式.docx': strToU8(`\x07${mark}`) }),
    '開いた人の名前を持つ一時ファイル（~$ で始まるもの）',
  ],
  [
    'who has it open on Linux',
    zip({ '.~lock.様式.docx#': strToU8(`,${mark},`) }),
    '開いた人の名前を持つ一時ファイル（~$ で始まるもの）',
  ],
  [
    'bytes of a folder',
    zip({ '資料/': strToU8(mark) }),
    '中の『資料/』の、フォルダーに付いたデータ',
  ],
];

describe('what a ZIP holds beside its files', () => {
  it.each(records)('is told and taken out: %s', async (_, bytes, place) => {
    expect((await readAttachment(bytes, '.zip')).findings).toEqual([
      { kind: 'records', places: [place] },
    ]);
    const cleaned = await cleanAttachment(bytes, '.zip');
    expect(cleaned?.taken).toEqual([{ kind: 'records', places: [place] }]);
    const clean = cleaned?.bytes ?? new Uint8Array();
    expect(Buffer.from(clean).includes(mark)).toBe(false);
    expect(unzipSync(clean)[open]).toEqual(text);
    expect((await readAttachment(clean, '.zip')).findings).toEqual([]);
    expect(await cleanAttachment(clean, '.zip')).toBeNull();
  });

  it.each<[string, Uint8Array]>([
    ['files that its list does not name', withGap(zip(), zip({ '隠れた.txt': strToU8(mark) }))],
    ['two files of one name', joined(zip({ '公開.TXT': strToU8(mark) }))],
    [
      'a file under two names',
      (() => {
        const bytes = zip();
        // 開 becomes 隠 in its own header, and stays in the list.
        bytes.set(new TextEncoder().encode('隠'), 30 + 3);
        return bytes;
      })(),
    ],
    ['another name in Unicode', zip({}, { extra: { 28789: strToU8('\x01....隠れた.exe') } })],
  ])('is refused where programs would not agree on it: %s', async (_, bytes) => {
    const kinds = (await readAttachment(bytes, '.zip')).findings.map(({ kind }) => kind);
    expect(kinds).toContain('unchecked-files');
  });

  it.each<[string, Uint8Array]>([
    ['times', zip({}, { extra: { 21589: new Uint8Array(9), 10: new Uint8Array(32) } })],
    ['owners', zip({}, { extra: { 30837: new Uint8Array(11) } })],
    ['a folder', zip({ '資料/': new Uint8Array(), '資料/a.txt': text })],
    ['zeros behind the end', joined(zip(), new Uint8Array(40))],
  ])('is nothing that anybody reads: %s', async (_, bytes) => {
    expect((await readAttachment(bytes, '.zip')).findings).toEqual([]);
  });
});

describe('a file in a ZIP', () => {
  const photograph = jpeg({ hasPlace: true, artist: mark });
  const named = docx({ body: p('公開する文') });

  it('is cleaned where it lies, and nothing else changes', async () => {
    const bytes = pack({
      '資料/': '',
      '2.txt': text,
      '資料/写真.jpg': photograph,
      '1.docx': named,
    });
    const cleaned = await cleanAttachment(bytes, '.zip');
    expect(cleaned?.taken).toEqual([
      { kind: 'photograph-place', places: ['中の『資料/写真.jpg』'] },
      { kind: 'records', places: [`中の『資料/写真.jpg』の人や機器の名前（${mark}）`] },
    ]);
    const clean = cleaned?.bytes ?? new Uint8Array();
    expect(Buffer.from(clean).includes(mark)).toBe(false);
    const files = unzipSync(clean);
    expect(zipDirectory(clean)?.map(({ name }) => name)).toEqual(
      zipDirectory(bytes)?.map(({ name }) => name),
    );
    expect(files['2.txt']).toEqual(text);
    expect(files['1.docx']).toEqual(named);
    expect((await readAttachment(files['資料/写真.jpg'] ?? text, '.jpg')).findings).toEqual([]);
  });

  it('keeps its time, and the archive its bytes from one time to the next', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(async () => (await cleanAttachment(commented(zip()), '.zip'))?.bytes),
    );
    expect(one).toEqual(other);
    expect(zipDirectory(one ?? text)?.[0]?.changed).toEqual(zipDirectory(zip())?.[0]?.changed);
  });

  it('that cannot be cleaned stays as it is, and the rest is cleaned', async () => {
    const bytes = zip({ '案内.png': strToU8('x'), '写真.jpg': photograph });
    const { findings } = await readAttachment(bytes, '.zip');
    const cleaned = await cleanAttachment(bytes, '.zip');
    expect(findings.map(({ kind }) => kind)).toContain('damaged');
    expect(cleaned?.taken.map(({ kind }) => kind)).toEqual(['photograph-place', 'records']);
  });
});

it('reads what large archives say in fields of their own', async () => {
  const small = zip();
  const end = small.length - 22;
  const view = new DataView(small.buffer);
  const from = view.getUint32(end + 16, true);
  // The list again, with sizes and place in a field of eight bytes each (APPNOTE.TXT 4.5.3).
  const wide = new Uint8Array(4 + 24);
  const numbers = new DataView(wide.buffer);
  numbers.setUint16(0, 1, true);
  numbers.setUint16(2, 24, true);
  for (const [at, number] of [text.length, text.length, 0].entries()) {
    numbers.setBigUint64(4 + at * 8, BigInt(number), true);
  }
  const list = joined(small.subarray(from, end), wide);
  const head = new DataView(list.buffer);
  for (const at of [20, 24, 42]) head.setUint32(at, 0xffffffff, true);
  head.setUint16(30, wide.length, true);
  const record = new DataView(new ArrayBuffer(56));
  record.setUint32(0, 0x06064b50, true);
  record.setBigUint64(4, 44n, true);
  record.setBigUint64(32, 1n, true);
  record.setBigUint64(40, BigInt(list.length), true);
  record.setBigUint64(48, BigInt(from), true);
  const locator = new DataView(new ArrayBuffer(20));
  locator.setUint32(0, 0x07064b50, true);
  locator.setBigUint64(8, BigInt(from + list.length), true);
  const last = small.slice(end);
  const numbersAtEnd = new DataView(last.buffer);
  for (const at of [12, 16]) numbersAtEnd.setUint32(at, 0xffffffff, true);
  numbersAtEnd.setUint16(10, 0xffff, true);
  const large = joined(
    small.subarray(0, from),
    list,
    new Uint8Array(record.buffer),
    new Uint8Array(locator.buffer),
    last,
  );
  expect(await readAttachment(large, '.zip')).toMatchObject({
    pages: [{ text: open }],
    findings: [],
  });
});
