import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FindingKind } from '../reading.ts';
import { bookParts, c, row, sheet, xlsx } from './fixtures/excel-files.ts';
import { fixtures } from './fixtures/known-files.ts';
import { type PackageFiles, pack } from './fixtures/package-files.ts';
import { box, pptx, showParts, slide } from './fixtures/powerpoint-files.ts';
import { docx, p, r, wordParts } from './fixtures/word-files.ts';
import { type OfficeEnding, readOffice } from './read-office.ts';

describe('files that cannot be read', () => {
  const word = wordParts({ body: p('文') });
  const book = bookParts({ sheets: [{ name: '表', xml: sheet([row(1, [c('A1', '甲')])]) }] });
  const show = showParts({ slides: [{ xml: slide(box(['題'], 'title')) }] });
  const whole = pack(word);
  const without = (parts: PackageFiles, name: string): Uint8Array =>
    pack(Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name)));
  const ole = (name: string): Uint8Array =>
    Uint8Array.from([
      ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      ...new Uint8Array(600),
      ...[...`${name}\0`].flatMap((character) => [character.charCodeAt(0), 0]),
    ]);
  const lying = (): Uint8Array => {
    const bomb = zipSync({
      ...unzipSync(whole),
      'word/document.xml': strToU8(`<w:document>${' '.repeat(5_000_000)}</w:document>`),
    });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at += 1) {
      const isBig =
        view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 4_000_000;
      if (isBig) view.setUint32(at + 24, 100, true);
    }
    return bomb;
  };

  it.each<[string, OfficeEnding, () => Uint8Array, FindingKind]>([
    ['0 bytes', '.docx', () => new Uint8Array(), 'damaged'],
    ['a password', '.docx', () => ole('EncryptedPackage'), 'password'],
    ['a password', '.xlsx', () => ole('EncryptedPackage'), 'password'],
    ['.doc', '.docx', () => ole('WordDocument'), 'old-format'],
    ['.xls', '.xlsx', () => ole('Workbook'), 'old-format'],
    ['.ppt', '.pptx', () => ole('PowerPoint Document'), 'old-format'],
    ['another OLE file', '.docx', () => ole('Something'), 'damaged'],
    ['RTF', '.docx', () => strToU8('{\\rtf1'), 'old-format'],
    ['a PDF', '.docx', () => strToU8('%PDF-1.7'), 'damaged'],
    ['no zip', '.pptx', () => strToU8('こんにちは'), 'damaged'],
    ['another zip', '.xlsx', () => pack({ 'a.txt': 'x' }), 'damaged'],
    ['cut at the end', '.docx', () => whole.slice(0, whole.length - 40), 'damaged'],
    ['cut in the middle', '.docx', () => whole.slice(0, whole.length / 2), 'damaged'],
    ['cut after four bytes', '.docx', () => whole.slice(0, 4), 'damaged'],
    ['a workbook called .docx', '.docx', () => pack(book), 'damaged'],
    ['a text called .pptx', '.pptx', () => whole, 'damaged'],
    ['no content types', '.docx', () => without(word, '[Content_Types].xml'), 'damaged'],
    ['no document', '.docx', () => without(word, 'word/document.xml'), 'damaged'],
    ['no workbook', '.xlsx', () => without(book, 'xl/workbook.xml'), 'damaged'],
    ['no relationships', '.xlsx', () => without(book, 'xl/_rels/workbook.xml.rels'), 'damaged'],
    ['a missing sheet', '.xlsx', () => without(book, 'xl/worksheets/sheet1.xml'), 'damaged'],
    ['a missing slide', '.pptx', () => without(show, 'ppt/slides/slide1.xml'), 'damaged'],
    [
      'missing texts',
      '.xlsx',
      () => xlsx({ sheets: [{ name: '表', xml: sheet([row(1, [c('A1', '5', { t: 's' })])]) }] }),
      'damaged',
    ],
    [
      'broken XML',
      '.docx',
      () => pack({ ...word, 'word/document.xml': '<w:document><w:body>' }),
      'damaged',
    ],
    [
      'a broken sheet',
      '.xlsx',
      () => pack({ ...book, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }),
      'damaged',
    ],
    [
      'nested beyond sense',
      '.docx',
      () => pack({ ...word, 'word/document.xml': '<a>'.repeat(50_000) + '</a>'.repeat(50_000) }),
      'damaged',
    ],
    [
      'a bomb',
      '.pptx',
      () => pack({ ...show, 'ppt/big.xml': new Uint8Array(42_000_000) }),
      'too-complex',
    ],
    [
      'a bomb of many parts',
      '.docx',
      () =>
        pack({
          ...word,
          ...Object.fromEntries(
            Array.from({ length: 5100 }, (_none, at) => [`word/${at}.bin`, '']),
          ),
        }),
      'too-complex',
    ],
    ['more bytes than anybody sends', '.docx', () => new Uint8Array(60_000_000), 'too-complex'],
    ['a size that lies', '.docx', lying, 'damaged'],
  ])('%s (%s)', (_name, ending, make, kind) => {
    const reading = readOffice(make(), ending);
    expect(reading.findings).toEqual([{ kind, places: [] }]);
    expect(reading).toMatchObject({
      searchable: 'unread',
      pageCount: null,
      pages: [],
      outline: [],
    });
  });

  // One of each format, and of the parts of one kind (slide1.xml, slide2.xml …) the first.
  it.each(['libreoffice/draft.docx', 'libreoffice/ledger.xlsx', 'libreoffice/talk.pptx'])(
    '%s without any one of its parts is read or says why',
    (name) => {
      const parts = unzipSync(new Uint8Array(readFileSync(join(fixtures, name))));
      const kinds = Map.groupBy(Object.keys(parts), (part) => part.replace(/\d+(?=\.)/g, ''));
      for (const [part = ''] of kinds.values()) {
        const { [part]: _taken, ...others } = parts;
        const reading = readOffice(zipSync(others, { level: 0 }), extname(name) as OfficeEnding);
        if (reading.searchable !== 'unread') continue;
        expect(reading.findings).toEqual([{ kind: 'damaged', places: [] }]);
      }
    },
  );

  it('an entity of the file itself means nothing', () => {
    const laughs = `<!DOCTYPE d [<!ENTITY a "大量">${Array.from({ length: 20 }, (_none, at) => `<!ENTITY b${at} "&a;&a;&a;&a;">`).join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    const document = String(word['word/document.xml'])
      .replace('<w:document', `${laughs}<w:document`)
      .replace('>文<', '>文&b19;&x;<');
    const reading = readOffice(pack({ ...word, 'word/document.xml': document }), '.docx');
    expect(reading.pages[0]?.text).toBe('文&b19;&x;');
  });

  it('paths that lead out of the package lead nowhere', () => {
    const up = ['up', 'image', '../../../../etc/passwd'] as const;
    const file = docx({
      body: p(`${r('文')}<w:r><w:pict><v:imagedata r:id="up"/></w:pict></w:r>`),
      relations: [up],
      files: { '../../evil.xml': '<a/>', '/abs.xml': '<a/>', 'word\\styles2.xml': '<a/>' },
    });
    expect(readOffice(file, '.docx')).toMatchObject({
      searchable: 'yes',
      findings: [{ kind: 'records', places: ['どこにも使われていない部分'] }],
    });
  });

  it.each<[OfficeEnding, () => Uint8Array]>([
    [
      '.docx',
      () => docx({ body: p('文'), type: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    ],
    ['.docx', () => docx({ body: p('文'), files: { 'word/vbaProject.bin': 'x' } })],
    ['.xlsx', () => pack({ ...book, 'xl/vbaProject.bin': 'x' })],
    [
      '.pptx',
      () =>
        pptx({
          slides: [{ xml: slide(box(['題'], 'title')) }],
          type: 'application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml',
        }),
    ],
  ])('macros are found in a %s, and its text is read', (ending, make) => {
    const reading = readOffice(make(), ending);
    expect(reading.findings).toEqual([{ kind: 'macros', places: [] }]);
    expect(reading.pages).toHaveLength(1);
  });
});
