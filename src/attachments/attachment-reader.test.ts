import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { imageSize } from 'image-size';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressedDocx, trackedDocx } from '../check/fixtures/small-attachments.ts';
import { attachmentReader, createAttachmentReader } from './attachment-reader.ts';
import { checksumOf } from './checksum.ts';
import { knownText } from './pdf/fixtures/known-text.ts';
import { handMade, writePdf } from './pdf/fixtures/write-pdf.ts';
import { keptPicture, keptReading } from './reading-cache.ts';
import { pictureForPage, readingForPage } from './reading-for-page.ts';
import { type ReadingLanes, readingLanes } from './reading-lanes.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, 'pdf/fixtures', name));
const report = fixture('libreoffice-report.pdf');
const slides = fixture('libreoffice-slides.pdf');

/** One pair of processes for all tests that ask nothing special of them; it counts what it is asked. */
let asked: string[] = [];
const lanes = readingLanes();
const counting: ReadingLanes = {
  limits: lanes.limits,
  ask(task, asker) {
    asked.push(task.task);
    return lanes.ask(task, asker);
  },
  close: async () => undefined,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'document-reader-'));
  asked = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => lanes.close());

const filesBelow = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

describe('an unchanged file', () => {
  test('is read once, however often and by however many it is asked for', async () => {
    const reader = attachmentReader(folder, counting);
    const [first, second] = await Promise.all([
      reader.read(report, '.pdf'),
      reader.read(new Uint8Array(report), '.pdf'),
    ]);
    expect(first.pages[0]?.text).toContain('利益相反マネジメント規程');
    expect(second).toEqual(first);
    expect(await attachmentReader(folder, counting).read(report, '.pdf')).toEqual(first);
    expect(asked).toEqual(['read']);
  });

  test('is drawn once', async () => {
    const drawn = await attachmentReader(folder, counting).firstPage(report);
    expect(await attachmentReader(folder, counting).firstPage(report)).toEqual(drawn);
    expect(asked).toEqual(['draw']);
  });

  test('without a folder is read once in the life of a reader', async () => {
    const reader = attachmentReader(null, counting);
    await reader.read(report, '.pdf');
    await reader.read(report, '.pdf');
    expect(asked).toEqual(['read']);
  });

  test('is read again where other code read it, or what was kept is cut short', async () => {
    const known = await attachmentReader(folder, counting).read(report, '.pdf');
    const [kept = ''] = filesBelow(folder);
    const whole = readFileSync(kept, 'utf8');
    writeFileSync(kept, whole.replace(/"code":"[0-9a-f]+"/, '"code":"0"'));
    expect(await attachmentReader(folder, counting).read(report, '.pdf')).toEqual(known);
    writeFileSync(kept, whole.slice(0, 100));
    expect(await attachmentReader(folder, counting).read(report, '.pdf')).toEqual(known);
    expect(asked).toEqual(['read', 'read', 'read']);
    expect(readFileSync(kept, 'utf8')).toBe(whole);
  });
});

describe('of a file that is refused', () => {
  const placesOf = { findings: [{ kind: 'tracked-changes', places: [expect.any(String)] }] };

  test('nothing is kept, and it is refused again with the place that is to be mended', async () => {
    const reader = attachmentReader(folder, counting);
    expect(await reader.read(trackedDocx, '.docx')).toMatchObject(placesOf);
    expect(await reader.read(trackedDocx, '.docx')).toMatchObject(placesOf);
    expect(filesBelow(folder)).toEqual([]);
    expect(asked).toEqual(['read', 'read']);
  });

  test('nor of one that is cleaned before it is stored: its places name people', async () => {
    const reader = attachmentReader(folder, counting);
    const { findings } = await reader.read(addressedDocx, '.docx');
    expect(findings.map(({ kind }) => kind)).toEqual(['records']);
    expect(filesBelow(folder)).toEqual([]);
    const cleaned = await reader.clean(addressedDocx, '.docx');
    const clean = cleaned?.bytes ?? new Uint8Array();
    expect((await reader.read(clean, '.docx')).findings).toEqual([]);
    expect(filesBelow(folder)).toHaveLength(1);
    // The reading that proves the cleaned file is kept, and that of the file as it came is not made twice.
    expect(asked).toEqual(['read', 'clean']);
    expect(await attachmentReader(null, counting).read(clean, '.docx')).toEqual(
      await reader.read(clean, '.docx'),
    );
  });

  test('but of one that is stored with it, so that every build need not read it again', async () => {
    const reader = attachmentReader(folder, counting, { areStored: true });
    await reader.read(addressedDocx, '.docx');
    expect(filesBelow(folder)).toHaveLength(1);
    const later = attachmentReader(folder, counting);
    expect((await later.read(addressedDocx, '.docx')).findings).toHaveLength(1);
    expect(asked).toEqual(['read']);
  });

  test('what an earlier version kept, for all to read, is taken away', async () => {
    const old = join(folder, 'ab');
    mkdirSync(old);
    chmodSync(folder, 0o755);
    writeFileSync(join(old, 'abc.docx.reading.json'), '{"text":"秘密"}', { mode: 0o644 });
    await attachmentReader(folder, counting).read(handMade([{ content: '' }]), '.pdf');
    const [kept = '', ...others] = filesBelow(folder);
    expect(others).toEqual([]);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect([folder, old, dirname(kept)].map((path) => statSync(path).mode & 0o777)).toEqual([
      0o700, 0o700, 0o700,
    ]);
  });
});

describe('a cache that fails is only slow', () => {
  const small = handMade([{ content: '' }]);

  test.each([
    ['no JSON', '{"code":'],
    ['null', 'null'],
    ['no reading', (whole: string) => whole.replace('"pages":[', '"pages":["","],')],
    [
      'a reading of another form',
      (whole: string) => whole.replace('"unit":"page"', '"unit":"secret"'),
    ],
  ])('that holds %s', async (_, spoil) => {
    const known = await attachmentReader(folder, counting).read(small, '.pdf');
    const [kept = ''] = filesBelow(folder);
    const whole = readFileSync(kept, 'utf8');
    writeFileSync(kept, typeof spoil === 'string' ? spoil : spoil(whole));
    expect(await keptReading(folder, checksumOf(small), '.pdf')).toBeUndefined();
    expect(await attachmentReader(folder, counting).read(small, '.pdf')).toEqual(known);
  });

  test.each([
    ['a file where the folder belongs', () => writeFileSync(join(folder, 'cache'), '')],
    ['a folder below a file', () => writeFileSync(join(folder, 'cache'), '')],
    [
      'a folder where a file belongs',
      () => {
        const name = checksumOf(small);
        mkdirSync(join(folder, 'cache', name.slice(0, 2), `${name}.pdf.reading.json`), {
          recursive: true,
        });
      },
    ],
  ])('with %s', async (what, spoil) => {
    spoil();
    const place = what === 'a folder below a file' ? 'cache/below' : 'cache';
    const reader = attachmentReader(join(folder, place), counting);
    expect((await reader.read(small, '.pdf')).findings).toEqual([]);
    expect(await reader.firstPage(small)).not.toBeUndefined();
  });
});

test('pages are made of what is kept, and where it had to go, of the file itself', async () => {
  const two = handMade([{ content: '' }, { content: '' }]);
  const file = { checksum: checksumOf(two), ending: '.pdf' as const };
  const cache = { attachmentCache: folder };
  const bytes = vi.fn(async () => two);
  const first = await readingForPage(cache, file, bytes);
  expect(first.pageCount).toBe(2);
  expect(await readingForPage(cache, file, bytes)).toEqual(first);
  expect(bytes).toHaveBeenCalledTimes(1);
  expect(await pictureForPage(cache, file, bytes)).not.toBeNull();
  await pictureForPage(cache, file, bytes);
  expect(bytes).toHaveBeenCalledTimes(2);
});

test('a file of other bytes, or of another ending, is another file', async () => {
  const reader = attachmentReader(folder, counting);
  await reader.read(report, '.pdf');
  expect((await reader.read(slides, '.pdf')).pageCount).toBe(10);
  expect((await reader.read(report, '.docx')).searchable).toBe('unread');
  expect((await reader.read(report, '.pdf')).searchable).toBe('yes');
  expect(asked).toHaveLength(3);
});

test('several readers keep the same files at once, and leave nothing else behind', async () => {
  const one = handMade([{ content: '' }]);
  const readers = [1, 2, 3, 4].map(() => attachmentReader(folder, counting));
  const all = await Promise.all(readers.map((reader) => reader.read(one, '.pdf')));
  expect(new Set(all.map((reading) => JSON.stringify(reading))).size).toBe(1);
  const kept = filesBelow(folder);
  expect(kept).toHaveLength(1);
  expect(kept[0]).toContain(`${checksumOf(one)}.pdf`);
});

test('what was read is there for those who make pages later, and start no reader', async () => {
  const reader = attachmentReader(folder, counting);
  const one = handMade([{ content: '' }]);
  const checksum = checksumOf(one);
  expect(await keptReading(folder, checksum, '.pdf')).toBeUndefined();
  expect(await keptPicture(folder, { checksum, ending: '.pdf' })).toBeUndefined();
  const reading = await reader.read(one, '.pdf');
  const picture = await reader.firstPage(one);
  expect(await keptReading(folder, checksum, '.pdf')).toEqual(reading);
  expect(await keptPicture(folder, { checksum, ending: '.pdf' })).toEqual(picture);
  await reader.firstPage(fixture('truncated.pdf'));
  expect(
    await keptPicture(folder, {
      checksum: checksumOf(fixture('truncated.pdf')),
      ending: '.pdf',
    }),
  ).toBeNull();
});

describe('the picture of the first page', () => {
  const isWebp = (bytes: Uint8Array) => Buffer.from(bytes.subarray(8, 12)).toString() === 'WEBP';

  test.each([
    ['slides', slides, 360, 6_000],
    ['a page full of text', report, 908, 25_000],
  ])('of %s is small', async (_, bytes, height, most) => {
    const picture = await attachmentReader(null, counting).firstPage(bytes);
    if (!picture) throw new Error('There is no picture.');
    expect(isWebp(picture)).toBe(true);
    expect(imageSize(picture)).toMatchObject({ width: 640, height });
    expect(picture.length).toBeGreaterThan(2_000);
    expect(picture.length).toBeLessThan(most);
  });

  test('is there for scans', async () => {
    const picture = await attachmentReader(null, counting).firstPage(fixture('scan.pdf'));
    expect(picture && isWebp(picture)).toBe(true);
  });

  test('is not there for what cannot be drawn', async () => {
    const reader = attachmentReader(null, counting);
    expect(await reader.firstPage(fixture('user-password.pdf'))).toBeNull();
    expect(await reader.firstPage(new Uint8Array(20))).toBeNull();
  });
});

describe('a file that is made to do harm', () => {
  const helvetica = '/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>';
  const onePage = '<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>';
  const treeOf = (kids: string, count: number) =>
    writePdf([
      '<</Type /Catalog /Pages 2 0 R>>',
      `<</Type /Pages /Kids [${kids}] /Count ${count}>>`,
      onePage,
    ]);

  /** Forms that draw the next one twice each: 2^40 letters. */
  const doubling = () => {
    const forms = Array.from({ length: 40 }, (_, index) => ({
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <<${helvetica} /XObject <</X ${6 + index} 0 R>>>>`,
      bytes: index < 39 ? '/X Do /X Do' : 'BT /F1 9 Tf (a) Tj ET',
    }));
    return writePdf([
      '<</Type /Catalog /Pages 2 0 R>>',
      '<</Type /Pages /Kids [3 0 R] /Count 1>>',
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</XObject <</X 5 0 R>>>> /Contents 4 0 R>>`,
      { dictionary: '', bytes: '/X Do' },
      ...forms,
    ]);
  };

  /** Little that unpacks to much, and that again: 3 GB. */
  const bomb = () => {
    const packed = deflateSync(Buffer.alloc(64 * 2 ** 20, ' '), { level: 9 });
    const page = { dictionary: '/Filter /FlateDecode', bytes: packed };
    return writePdf([
      '<</Type /Catalog /Pages 2 0 R>>',
      '<</Type /Pages /Kids [3 0 R] /Count 1>>',
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [${'4 0 R '.repeat(48)}]>>`,
      page,
      long,
    ]);
  };

  /** With it a file is read in the process for long ones, and in no other before. */
  const long = { dictionary: '', bytes: ' '.repeat(2.1 * 2 ** 20) };

  test.each([
    ['pages that hold themselves', treeOf('2 0 R 2 0 R', 9), 'damaged'],
    ['fifty thousand pages', treeOf('3 0 R '.repeat(50_000), 50_000), 'too-complex'],
    ['brackets without end', treeOf(`${'['.repeat(200_000)} 3 0 R`, 1), 'too-complex'],
  ] as const)('%s', async (_, bytes, kind) => {
    const reading = await attachmentReader(null, counting).read(bytes, '.pdf');
    expect(reading.findings.map((finding) => finding.kind)).toContain(kind);
  });

  const tooComplex = { searchable: 'unread', findings: [{ kind: 'too-complex', places: [] }] };

  test('that takes too long is given up, and that alone is remembered', async () => {
    const limits = { seconds: 0.5, megabytes: 700 };
    const reader = createAttachmentReader({ cacheFolder: folder, limits });
    expect(await reader.read(doubling(), '.pdf')).toMatchObject(tooComplex);
    await reader.close();
    expect(filesBelow(folder)).toEqual([join(folder, 'too-complex.json')]);
    const never: ReadingLanes = {
      limits,
      ask: () => Promise.reject(new Error('asked again')),
      close: async () => undefined,
    };
    expect(await attachmentReader(folder, never).read(doubling(), '.pdf')).toMatchObject(
      tooComplex,
    );
    const wider = { ...never, limits: { seconds: 60, megabytes: 700 } };
    await expect(attachmentReader(folder, wider).read(doubling(), '.pdf')).rejects.toThrow('again');
  });

  test('that takes too much memory is given up, and the next one is read', async () => {
    const limits = { seconds: 60, megabytes: 150 };
    const reader = createAttachmentReader({ cacheFolder: folder, limits });
    const [large, sound] = await Promise.all([
      reader.read(bomb(), '.pdf'),
      reader.read(handMade([{ content: '' }], { further: [long] }), '.pdf'),
    ]);
    await reader.close();
    expect(large).toMatchObject(tooComplex);
    expect(sound.findings).toEqual([]);
  }, 30_000);
});

test('a plain Node process reads in another one, and ends without being told', () => {
  const script = `
    import { readFileSync } from 'node:fs';
    import { createAttachmentReader } from ${JSON.stringify(join(import.meta.dirname, 'attachment-reader.ts'))};
    const reader = createAttachmentReader({ cacheFolder: null });
    const reading = await reader.read(readFileSync(process.argv[1]), '.pdf');
    console.log(reading.pages[0].text);
  `;
  const path = join(import.meta.dirname, 'pdf/fixtures/not-embedded-unicode.pdf');
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', script, path], {
    encoding: 'utf8',
  });
  const [text = ''] = knownText['not-embedded-unicode.pdf'];
  expect(printed.trim().split('\n')).toEqual([...text]);
});
