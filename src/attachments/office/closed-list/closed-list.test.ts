import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cleanAttachment } from '../../clean-attachment.ts';
import { cleanOffice } from '../cleaning/clean-office.ts';
import { bookParts, c, row, sheet } from '../fixtures/excel-files.ts';
import { head, type PackageFiles, pack, relations } from '../fixtures/package-files.ts';
import { box, pptx, slide } from '../fixtures/powerpoint-files.ts';
import { docx, p, picture, r, wordParts } from '../fixtures/word-files.ts';
import { type OfficeEnding, readOffice } from '../read-office.ts';

const placesIn = (bytes: Uint8Array, ending: OfficeEnding = '.docx') =>
  Object.fromEntries(readOffice(bytes, ending).findings.map(({ kind, places }) => [kind, places]));
const microsoft = 'http://schemas.microsoft.com/office';
const secret = 'himitsugo';

const beside = (type: string, path: string, content: string): Uint8Array =>
  docx({ body: p('文'), relations: [['more', type, path]], files: { [`word/${path}`]: content } });

describe('what is on no list', () => {
  test('is a part of a type that nobody knows', () => {
    expect(placesIn(beside('urn:sakura/secret', 'secret.bin', secret))).toEqual({
      'unknown-part': ['「word/secret.bin」'],
    });
    expect(
      placesIn(beside(`${microsoft}/2099/relationships/notes2`, 'n.xml', '<a b="c"/>')),
    ).toEqual({ 'unknown-part': ['「word/n.xml」'] });
  });

  test('is told only, where nothing can stand in it', () => {
    expect(placesIn(beside('urn:sakura/secret', 'n.xml', `${head}<a><b/></a>`))).toEqual({
      'unusual-part': ['「word/n.xml」'],
    });
  });

  test('is named by the slide or the sheet from which it can be reached', () => {
    const talk = pptx({
      slides: [
        { xml: slide(box(['題'])) },
        { xml: slide(box(['次'])), relations: [['x', 'urn:sakura/secret', '../secret.bin']] },
      ],
      files: { 'ppt/secret.bin': secret },
    });
    expect(placesIn(talk, '.pptx')).toEqual({ 'unknown-part': ['スライド2の「ppt/secret.bin」'] });
  });

  test('is an element of a namespace that must be understood', () => {
    expect(
      placesIn(docx({ body: p(`<z:a xmlns:z="urn:sakura">${secret}</z:a>${r('文')}`) })),
    ).toEqual({ 'unknown-part': ['知られていない要素'] });
    const book = bookParts({
      sheets: [
        {
          name: '集計',
          xml: sheet([row(1, [c('A1', '甲')])], { after: '<z:a xmlns:z="urn:sakura"/>' }),
        },
      ],
    });
    expect(placesIn(pack(book), '.xlsx')).toEqual({
      'unknown-part': ['シート『集計』の知られていない要素'],
    });
  });

  test('is a name that stands twice in the ZIP, whatever its case', () => {
    const twice = pack({
      ...wordParts({ body: p('文') }),
      'WORD/Document.xml': `<a>${secret}</a>`,
    });
    expect(placesIn(twice)['unknown-part']).toEqual(['名前が重なる部分「WORD/Document.xml」']);
  });

  test('is a document type in XML', () => {
    const parts = wordParts({ body: p('文') }) as Record<string, string>;
    const xml = parts['word/document.xml']?.replace(
      '<w:document',
      `<!DOCTYPE a [<!ENTITY b "${secret}">]><w:document`,
    );
    expect(placesIn(pack({ ...parts, 'word/document.xml': xml ?? '' }))).toEqual({
      'unknown-part': ['知られていない要素'],
    });
  });

  test('is what would be added to the program of its reader, and a model in space', () => {
    expect(
      placesIn(beside(`${microsoft}/2011/relationships/webextension`, 'w.xml', '<a/>')),
    ).toEqual({
      script: ['アドイン'],
    });
    expect(placesIn(beside(`${microsoft}/2017/06/relationships/model3d`, 'm.glb', secret))).toEqual(
      {
        'embedded-files': ['3D モデル'],
      },
    );
  });
});

describe('a letter that is bound to a list of people', () => {
  const merging = (inner: string): Uint8Array =>
    docx({
      body: p('文'),
      relations: [['s', 'settings', 'settings.xml']],
      files: {
        'word/settings.xml': `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:mailMerge><w:mainDocumentType w:val="formLetters"/>${inner}</w:mailMerge></w:settings>`,
      },
    });
  test.each(['connectString', 'query'])('is refused for its %s', (name) => {
    expect(placesIn(merging(`<w:${name} w:val="${secret}"/>`))).toEqual({
      'outside-link': ['差し込み印刷の宛先'],
    });
  });
  test('is no finding where it only was one', () => expect(placesIn(merging(''))).toEqual({}));
});

describe('the text that stands for a picture', () => {
  const drawn = (attributes: string): Uint8Array =>
    docx({
      body: p(picture('i').replace('descr="読まれない説明"', attributes)),
      relations: [['i', 'image', 'media/image1.png']],
      files: { 'word/media/image1.png': new Uint8Array(unzipSync(pack({ a: 'x' }))['a'] ?? []) },
    });
  test.each([
    String.raw`descr="C:\Users\kakuu\図.png"`,
    String.raw`title="\\kyoyu\kenkyu\図.png"`,
    'descr="file:///Users/kakuu/a.png"',
    'descr="撮影 kakuu.hanako@sakura-u.example"',
  ])('is told where it is %s', (attributes) => {
    expect(placesIn(drawn(attributes))['alternative-text']).toEqual(['図『図 1』']);
  });
  test.each(['descr="受入れの流れの図"', 'descr="手順：A/Bの比較"', 'title="図.png"'])(
    'is no finding where it is %s',
    (attributes) => expect(placesIn(drawn(attributes))).not.toHaveProperty('alternative-text'),
  );
});

describe('what stands on printed notes and handouts alone', () => {
  test.each([
    ['handoutMaster', '配布資料マスター'],
    ['notesMaster', 'ノートマスター'],
  ])('is told of the %s, but not its prompts', (type, place) => {
    const master = (words: string, placeholder = '') =>
      pptx({
        slides: [{ xml: slide(box(['題'])) }],
        relations: [['more', type, 'more.xml']],
        files: {
          'ppt/more.xml': slide(box([words], placeholder)).replace(/(<\/?p:)sld\b/g, `$1${type}`),
        },
      });
    expect(placesIn(master('架空 花子の控え'), '.pptx')).toEqual({ 'print-only': [place] });
    expect(placesIn(master('マスター テキストの書式設定', 'body'), '.pptx')).toEqual({});
    // In a box of its own, that is no prompt.
    expect(placesIn(master('マスターの控え'), '.pptx')).toEqual({ 'print-only': [place] });
  });
});

describe('what only another program shows', () => {
  const offered = (address: string) =>
    pack({
      ...wordParts({
        body: `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:o9="${address}"><mc:Choice Requires="o9"><w:p><w:pPr><o9:size o9:val="9"/></w:pPr></w:p></mc:Choice><mc:Fallback>${p('文')}</mc:Fallback></mc:AlternateContent>`,
      }),
    });
  test('is left out, however deep it stands in the form for that program', () => {
    expect(placesIn(offered('http://example.com/paper'))).toEqual({
      records: ['ほかのソフトの記録'],
    });
  });
  test('is known of programs of offices', () => {
    expect(placesIn(offered('http://schemas.haansoft.com/office/word/8.0'))).toEqual({});
  });
});

describe('sound files', () => {
  const word = wordParts({ body: p('文') }) as Record<string, string>;
  const types = word['[Content_Types].xml'] ?? '';
  const cases: Record<string, PackageFiles> = {
    'types that no part has': {
      '[Content_Types].xml': types.replace(
        '<Override',
        '<Default Extension="vba" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="xlsb" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override PartName="/word/gone.bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
      ),
    },
    'links to nothing': {
      'word/_rels/document.xml.rels': relations(
        ['styles', 'styles', 'styles.xml'],
        ['numbering', 'numbering', 'numbering.xml'],
        ['n', 'image', 'NULL'],
      ).replace('Id="n"', 'Id="n" TargetMode="External"'),
    },
    'a picture whose ending is in capitals': {
      'word/media/IMAGE1.PNG': '',
      'word/document.xml': (word['word/document.xml'] ?? '').replace(
        '<w:p>',
        `${p(picture('n'))}<w:p>`,
      ),
      'word/_rels/document.xml.rels': relations(
        ['styles', 'styles', 'styles.xml'],
        ['numbering', 'numbering', 'numbering.xml'],
        ['n', 'image', 'media/image1.PNG'],
      ),
    },
    folders: { 'word/empty/': '' },
    'a link out of the package that names no place': {
      'word/_rels/document.xml.rels': relations(
        ['styles', 'styles', 'styles.xml'],
        ['numbering', 'numbering', 'numbering.xml'],
        ['n', 'externalLinkPath', 'NULL'],
      ).replace('Target="NULL"', 'TargetMode="External"'),
    },
  };
  test.each(Object.entries(cases))('may have %s', (_name, files) => {
    expect(placesIn(pack({ ...word, ...files }))).toEqual({});
  });

  test('may lead to drawings that are named elsewhere', () => {
    const talk = pptx({
      slides: [
        {
          xml: slide(box(['題'])),
          relations: [
            ['d', `${microsoft}/2007/relationships/diagramDrawing`, '../diagrams/drawing1.xml'],
            ['v', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
          ],
        },
      ],
      files: {
        'ppt/diagrams/drawing1.xml': '<a/>',
        'ppt/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>',
      },
    });
    expect(placesIn(talk, '.pptx')).toEqual({});
  });

  test('may write the name of their types in small letters', () => {
    const parts = Object.fromEntries(
      Object.entries(unzipSync(pack(word))).map(([name, part]) => [name.toLowerCase(), part]),
    );
    expect(placesIn(zipSync(parts))).toEqual({});
  });

  test('may be written as a stream', () => {
    // What Office pads its files with, and a field of a large ZIP that nothing needs.
    const padding = new Uint8Array(40).fill(0xdc);
    padding.set([0x28, 0xa0, 2, 0]);
    const padded = zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(pack(word))).map(([name, part]) => [
          name,
          [part, { extra: { 41504: padding, 21589: new Uint8Array(5) } }] as const,
        ]),
      ),
    );
    expect(placesIn(padded)).toEqual({});
  });

  test('may hold macros by the type of the part alone, and are refused then', () => {
    const named = {
      '[Content_Types].xml': types.replace(
        '<Override',
        '<Override PartName="/word/other.bin" ContentType="application/vnd.ms-office.vbaProject"/><Override',
      ),
      'word/other.bin': 'x',
    };
    expect(placesIn(pack({ ...word, ...named }))).toHaveProperty('macros');
  });
});

describe('a file that is signed or protected', () => {
  const named = {
    files: {
      'docProps/app.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Manager>${secret}</Manager></Properties>`,
    },
  };
  const withSettings = (inner: string): PackageFiles => ({
    ...named.files,
    'word/settings.xml': `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${inner}<w:attachedTemplate r:id="t"/></w:settings>`,
    'word/_rels/settings.xml.rels': relations(['t', 'attachedTemplate', '\\\\kyoyu\\a.dotm']),
  });
  const settings = [['s', 'settings', 'settings.xml']] as const;
  const locked = '<w:documentProtection w:edit="forms" w:enforcement="1"/>';

  test('is never changed, and what would have been taken out is judged by what it is', async () => {
    const file = docx({ body: p('文'), relations: settings, files: withSettings(locked) });
    expect(placesIn(file)).toEqual({
      records: ['文書のプロパティ（管理者）'],
      'outside-link': ['テンプレートの場所'],
    });
    expect(cleanOffice(file, '.docx')).toBeNull();
    expect(await cleanAttachment(file, '.docx')).toBeNull();
  });

  test.each<[string, Uint8Array, OfficeEnding]>([
    [
      'a signature',
      docx({ body: p('文'), files: { ...named.files, '_xmlsignatures/sig1.xml': '<a/>' } }),
      '.docx',
    ],
    [
      'a locked workbook',
      pack({
        ...bookParts({ sheets: [{ name: '集計', xml: sheet([]) }], ...named }),
        'xl/workbook.xml': String(
          bookParts({ sheets: [{ name: '集計', xml: sheet([]) }] })['xl/workbook.xml'],
        ).replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>'),
      }),
      '.xlsx',
    ],
    [
      'a password to change it',
      docx({
        body: p('文'),
        relations: settings,
        files: withSettings('<w:writeProtection w:hash="AA=="/>'),
      }),
      '.docx',
    ],
  ])('is one with %s', (_name, bytes, ending) => {
    expect(placesIn(bytes, ending)).toHaveProperty('records');
    expect(cleanOffice(bytes, ending)).toBeNull();
  });

  test('is none that only asks to be opened for reading', () => {
    const file = docx({
      body: p('文'),
      relations: settings,
      files: withSettings('<w:writeProtection w:recommended="1"/>'),
    });
    expect(cleanOffice(file, '.docx')).not.toBeNull();
  });
});

describe('names of offices', () => {
  test.each([
    '研究推進課',
    'さくら大学',
    '国際共同研究センター',
    '輸出管理委員会',
    '独立行政法人架空機構',
    'Sakura University',
  ])('%s is told as the author', (name) => {
    const files = {
      'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${name}</dc:creator></cp:coreProperties>`,
    };
    expect(placesIn(docx({ body: p('文'), files }))).toEqual({ authors: [name] });
  });
  test.each(['架空 花子', '服部', '長谷部', 'kakuu-h', '研究推進課 架空花子'])(
    '%s is a person, whose name is taken out',
    (name) => {
      const files = {
        'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${name}</dc:creator></cp:coreProperties>`,
      };
      expect(placesIn(docx({ body: p('文'), files }))).toEqual({
        records: ['文書のプロパティ（作成者）'],
      });
    },
  );
});
