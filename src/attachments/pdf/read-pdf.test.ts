import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AttachmentReading } from '../reading.ts';
import { knownText, wordOnOneSlide } from './fixtures/known-text.ts';
import { shareRight } from './fixtures/share-right.ts';
import { handMade } from './fixtures/write-pdf.ts';
import { readPdf } from './read-pdf.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, 'fixtures', name));
const readings = new Map<string, Promise<AttachmentReading>>();

/** Reads a fixture once. */
function read(name: string): Promise<AttachmentReading> {
  const reading = readings.get(name) ?? readPdf(fixture(name));
  readings.set(name, reading);
  return reading;
}

/** The text of a page; empty where it has none. */
const textOn = ({ pages }: AttachmentReading, page: number): string =>
  pages.find(({ number }) => number === page)?.text ?? '';

const kindsOf = ({ findings }: AttachmentReading): string[] => findings.map(({ kind }) => kind);

describe('text', () => {
  const files = Object.entries(knownText) as [string, readonly (readonly string[])[]][];

  test.each(files)(
    '%s: every letter, and every block in a line of its own',
    async (name, known) => {
      const reading = await read(name);
      expect(reading.pageCount).toBe(known.length);
      known.forEach((blocks, index) => {
        const text = textOn(reading, index + 1);
        expect(shareRight(blocks.join('\n'), text)).toBeGreaterThanOrEqual(0.995);
        const lines = text === '' ? [] : text.split('\n');
        expect(lines.map(withoutSpaces)).toEqual(blocks.map(withoutSpaces));
      });
    },
  );

  const withoutSpaces = (text: string) => text.replace(/\s/gu, '');

  test('Latin words keep their spaces at the ends of lines, Japanese gets none', async () => {
    const [known] = knownText['chromium-report.pdf'];
    expect(textOn(await read('chromium-report.pdf'), 1)).toBe(known.join('\n'));
    expect(textOn(await read('firefox-report.pdf'), 1)).toBe(known.join('\n'));
  });

  test('a word that is on one slide only is on that page only', async () => {
    const { pages } = await read('libreoffice-slides.pdf');
    const found = pages.filter(({ text }) => text.includes(wordOnOneSlide));
    expect(found.map(({ number }) => number)).toEqual([7]);
  });

  test('the measure sees a letter that is missing, added or another', () => {
    expect(shareRight('利益相反', '利益 相反')).toBe(1);
    expect(shareRight('利益相反', '利益反')).toBe(0.75);
    expect(shareRight('利益相反', '利益益相反')).toBe(0.75);
    expect(shareRight('利益相反', '利益相及')).toBe(0.75);
  });

  test('letters that are drawn twice to look bold are written once', async () => {
    const twice = handMade(
      [{ content: 'BT /F1 20 Tf 60 700 Td (Report) Tj 0.4 0 Td (Report) Tj ET' }],
      {
        resources: '/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>',
      },
    );
    expect(textOn(await readPdf(twice), 1)).toBe('Report');
  });
});

test('bookmarks lead to their pages', async () => {
  const { outline } = await read('libreoffice-slides.pdf');
  expect(outline).toEqual(
    knownText['libreoffice-slides.pdf'].map(([title], index) => ({
      title,
      level: 1,
      page: index + 1,
    })),
  );
});

describe('what keeps a file from being searched', () => {
  test('a scan', async () => {
    const reading = await read('scan.pdf');
    expect(reading).toMatchObject({ searchable: 'scan', pageCount: 2, pages: [] });
    expect(reading.findings).toEqual([{ kind: 'scan', places: [] }]);
  });

  test('letters that were turned into shapes', async () => {
    expect(await read('shapes.pdf')).toMatchObject({
      searchable: 'scan',
      findings: [{ kind: 'scan', places: [] }],
    });
  });

  test('some scanned pages among others', async () => {
    expect(await read('partly-scanned.pdf')).toMatchObject({
      searchable: 'yes',
      findings: [{ kind: 'scan', places: ['2〜3ページ'] }],
    });
  });

  test('a scan with recognised text under it can be searched', async () => {
    expect(await read('scan-with-text.pdf')).toMatchObject({ searchable: 'yes', findings: [] });
  });

  test('an empty page is no scan', async () => {
    expect(await readPdf(handMade([{ content: '' }]))).toMatchObject({
      searchable: 'yes',
      pages: [],
      findings: [],
    });
  });

  test('fonts that do not say which letters they draw', async () => {
    expect(await read('no-mapping.pdf')).toMatchObject({
      searchable: 'unmapped',
      pages: [],
      findings: [{ kind: 'unmapped-text', places: [] }],
    });
  });

  test('a password', async () => {
    expect(await read('user-password.pdf')).toEqual({
      unit: 'page',
      pageCount: null,
      pages: [],
      outline: [],
      searchable: 'unread',
      findings: [{ kind: 'password', places: [] }],
    });
  });

  test('a certificate that readers do not have', async () => {
    const locked = handMade([{ content: '' }], {
      trailer:
        '/Encrypt <</Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4 /Recipients [<00>]>>',
    });
    expect(kindsOf(await readPdf(locked))).toEqual(['password']);
  });

  test('restrictions alone keep nobody from reading', async () => {
    expect(await read('owner-password.pdf')).toMatchObject({ searchable: 'yes', findings: [] });
  });

  test.each(['truncated.pdf', 'truncated-early.pdf'])('%s: its end is missing', async (name) => {
    expect(await read(name)).toMatchObject({
      searchable: 'unread',
      pages: [],
      findings: [{ kind: 'damaged', places: [] }],
    });
  });

  test('a file that lost its end and can be mended is damaged all the same', async () => {
    const whole = fixture('chromium-report.pdf');
    const reading = await readPdf(whole.subarray(0, whole.length - 60));
    expect(kindsOf(reading)).toEqual(['damaged']);
  });

  test('no PDF at all', async () => {
    expect(kindsOf(await readPdf(new TextEncoder().encode('<html>さくら大学</html>')))).toEqual([
      'damaged',
    ]);
    expect(kindsOf(await readPdf(new Uint8Array()))).toEqual(['damaged']);
  });
});

describe('what is not meant for readers', () => {
  test('remarks, files inside, scripts, programs that are started, links to a disk, authors', async () => {
    expect((await read('remarks.pdf')).findings).toEqual([
      { kind: 'comments', places: ['1〜2ページ'] },
      { kind: 'embedded-files', places: ['2ページ'] },
      { kind: 'script', places: ['2ページ'] },
      { kind: 'outside-link', places: ['2ページ'] },
      { kind: 'authors', places: ['桜田 花子'] },
    ]);
  });

  test('text in a layer that is turned off is told, and not given', async () => {
    const reading = await read('layers.pdf');
    expect(reading.findings).toEqual([{ kind: 'hidden-text', places: ['2ページ'] }]);
    expect(JSON.stringify(reading)).not.toContain('予算');
  });

  test.each([
    ['/Subtype /StrikeOut', 'comments'],
    ['/Subtype /Caret', 'comments'],
    ['/Subtype /Popup', 'comments'],
    ['/Subtype /Stamp /Contents (draft)', 'comments'],
    ['/Subtype /Ink /Contents (unclear)', 'comments'],
    ['/Subtype /Link /A <</S /JavaScript /JS (app.alert\\(1\\))>>', 'script'],
    ['/Subtype /Link /A <</S /#4aavaScript /JS (app.alert\\(1\\))>>', 'script'],
    ['/Subtype /Link /A <</S /Launch /F (start.exe)>>', 'script'],
    ['/Subtype /Link /A <</S /GoToR /F (C:/Users/hanako/draft.pdf)>>', 'outside-link'],
  ])('%s', async (annotation, kind) => {
    expect(kindsOf(await readPdf(withAnnotation(annotation)))).toContain(kind);
  });

  test.each([
    ['/Subtype /Stamp'],
    ['/Subtype /Link /A <</S /URI /URI (https://www.sakura-u.example/)>>'],
    ['/Subtype /Link /A <</S /URI /URI (mailto:risk@sakura-u.example)>>'],
    ['/Subtype /Link /Dest [4 0 R /Fit]'],
    ['/Subtype /Widget /FT /Tx /T (name) /V (Hanako)'],
  ])('nothing is said of %s', async (annotation) => {
    expect(kindsOf(await readPdf(withAnnotation(annotation)))).toEqual([]);
  });

  const withAnnotation = (annotation: string): Uint8Array =>
    handMade([
      { content: '', extra: `/Annots [<</Type /Annot /Rect [60 60 90 90] ${annotation}>>]` },
    ]);
});
