import { describe, expect, it } from 'vitest';
import { emf, emfText } from '../../picture/fixtures/metafiles.ts';
import { sheet, xlsx } from '../fixtures/excel-files.ts';
import type { PackageFiles, Relation } from '../fixtures/package-files.ts';
import { pack, relations } from '../fixtures/package-files.ts';
import { png } from '../fixtures/pictures.ts';
import { pptx, slide } from '../fixtures/powerpoint-files.ts';
import { docx, p, picture, r } from '../fixtures/word-files.ts';
import { type OfficeEnding, readOffice } from '../read-office.ts';

const foundIn = (file: Uint8Array, ending: OfficeEnding): Record<string, readonly string[]> => {
  const reading = readOffice(file, ending);
  expect(JSON.stringify(reading.pages) + JSON.stringify(reading.outline)).not.toContain('カナリア');
  return Object.fromEntries(reading.findings.map(({ kind, places }) => [kind, places]));
};

const image: Relation = ['i', 'image', 'media/image1.png'];
const media = { 'word/media/image1.png': png() };
const word = (body: string, more: { relations?: Relation[]; files?: PackageFiles } = {}) =>
  foundIn(
    docx({
      body: p('図の前の文') + body,
      relations: [image, ...(more.relations ?? [])],
      files: { ...media, ...more.files },
    }),
    '.docx',
  );
const older = (attributes: string): string =>
  p(
    `<w:r><w:pict><v:shape style="width:100pt;height:50pt"><v:imagedata r:id="i" ${attributes}/></v:shape></w:pict></w:r>`,
  );
const cut = { 'covered-content': ['「図の前の文」の次の図の、トリミングで切り取った部分'] };

it('finds words outside of the frame of a drawing', () => {
  const drawing = (left: number): PackageFiles => ({
    'word/media/image2.emf': emf([emfText('カナリア', left)]),
  });
  const found = (left: number) =>
    word(p(picture('e')), {
      relations: [['e', 'image', 'media/image2.emf']],
      files: drawing(left),
    });
  expect(found(300)).toMatchObject({
    'covered-content': ['「図の前の文」の次の図の枠の外の文字'],
  });
  expect(found(10)['covered-content']).toBeUndefined();
});

describe('a part of a picture that is cut off', () => {
  it.each([
    ['at the left', picture('i', '<a:srcRect l="60000"/>')],
    ['in the strict form', picture('i', '<a:srcRect b="12%"/>')],
    [
      'by a frame that is smaller than it',
      picture('i', '<a:stretch><a:fillRect t="-50000"/></a:stretch>'),
    ],
  ])('is found: %s', (_name, run) => {
    expect(word(p(run))).toEqual(cut);
  });

  it.each([
    ['all of it', '<a:srcRect l="60000"/>', ''],
    ['the rest of it', '<a:srcRect l="60000"/>', '<a:srcRect r="39500"/>'],
  ])('is none where another place shows %s', (_name, one, other) => {
    expect(word(p(picture('i', one)) + p(picture('i', other)))).toEqual({});
  });

  it.each([
    ['less than the rest', '<a:srcRect r="42000"/>', ''],
    ['another side', '<a:srcRect t="20000"/>', ''],
    ['all of it, so faintly that nobody sees it', '', '<a:alphaModFix amt="1000"/>'],
  ])('is found where another place shows %s', (_name, other, effect) => {
    const body = p(picture('i', '<a:srcRect l="60000"/>')) + p(picture('i', other, effect));
    expect(word(body)['covered-content']).toContain(cut['covered-content'][0]);
  });

  it.each(['cropright="0.25"', 'croptop="13107f"', 'cropbottom="20%"'])(
    'is found in the older drawings: %s',
    (crop) => {
      expect(word(older(crop))).toEqual(cut);
    },
  );

  it.each([
    ['a hair', p(picture('i', '<a:srcRect l="400" b="900"/>'))],
    ['room around it', p(picture('i', '<a:srcRect l="-20000" r="-20000"/>'))],
    [
      'a frame that is larger than it',
      p(picture('i', '<a:stretch><a:fillRect l="10000" r="10000"/></a:stretch>')),
    ],
    ['a hair of the older drawings', older('cropleft="300f" croptop="-6554f"')],
  ])('is not %s', (_name, body) => {
    expect(word(body)).toEqual({});
  });

  it('is found on slides, in the fill of a shape and on the page behind', () => {
    const fill = '<a:blipFill><a:blip r:embed="i"/><a:srcRect r="30000"/></a:blipFill>';
    const shape = `<p:sp><p:nvSpPr><p:cNvPr id="5" name="枠"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${fill}</p:spPr></p:sp>`;
    const own: Relation[] = [['i', 'image', '../media/image1.png']];
    const file = pptx({
      slides: [{ xml: slide('') }, { xml: slide(shape), relations: own }],
      files: { 'ppt/media/image1.png': png() },
    });
    expect(foundIn(file, '.pptx')).toEqual({
      'covered-content': ['スライド2の図の、トリミングで切り取った部分'],
    });
  });

  it('is not what Office lets go over the edges behind a slide', () => {
    const background =
      '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="i"/><a:stretch><a:fillRect t="-48000" b="-48000"/></a:stretch></a:blipFill></p:bgPr></p:bg>';
    const file = pptx({
      slides: [
        {
          xml: slide('').replace('<p:spTree>', `${background}<p:spTree>`),
          relations: [['i', 'image', '../media/image1.png']],
        },
      ],
      files: { 'ppt/media/image1.png': png() },
    });
    expect(foundIn(file, '.pptx')).toEqual({});
  });

  it('is found on sheets', () => {
    const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><xdr:pic><xdr:blipFill><a:blip r:embed="i"/><a:srcRect t="5000"/></xdr:blipFill></xdr:pic></xdr:wsDr>`;
    const file = xlsx({
      sheets: [
        {
          name: '写真',
          xml: sheet([], { after: '<drawing r:id="d"/>' }),
          relations: [['d', 'drawing', '../drawings/drawing1.xml']],
        },
      ],
      files: {
        'xl/drawings/drawing1.xml': drawing,
        'xl/drawings/_rels/drawing1.xml.rels': relations(['i', 'image', '../media/image1.png']),
        'xl/media/image1.png': png(),
      },
    });
    expect(foundIn(file, '.xlsx')).toEqual({
      'covered-content': ['シート『写真』の図の、トリミングで切り取った部分'],
    });
  });
});

describe('a picture that is drawn so faintly that nobody sees it', () => {
  const faint = { 'covered-content': ['「図の前の文」の次の図の、見えないほど薄い画像'] };
  it.each([
    ['<a:alphaModFix amt="1000"/>', faint],
    ['<a:lum bright="100000"/>', faint],
    ['<a:alphaModFix amt="15000"/>', {}],
    ['<a:lum bright="70000" contrast="-70000"/>', {}],
  ])('%s', (effect, expected) => {
    expect(word(p(picture('i', '', effect)))).toEqual(expected);
  });
});

describe('a picture that is drawn so small that nobody sees it', () => {
  const small = p(picture('i').replace('cx="400000"', 'cx="9525"'));
  it('is found where there is more to it than a point', () => {
    const content = png({ artist: 'カナリア'.repeat(300) });
    expect(word(small, { files: { 'word/media/image1.png': content } })).toMatchObject({
      'covered-content': ['「図の前の文」の次の図の、見えないほど小さな画像'],
    });
    expect(word(small)).toEqual({});
  });
});

describe('a picture that nothing shows', () => {
  const left = (name: string) => ({ 'earlier-content': [`どこにも表示していない図「${name}」`] });

  it('is found where its relationship is left, and where not even that is', () => {
    expect(word('')).toEqual(left('image1.png'));
    const file = docx({ body: p('文'), files: { 'word/media/image3.emf': 'カナリア' } });
    expect(foundIn(file, '.docx')).toEqual(left('image3.emf'));
  });

  it('is no other than one that is shown, where it has the same bytes', () => {
    expect(word(p(picture('i')), { files: { 'word/media/image2.png': png() } })).toEqual({});
    expect(
      word(p(picture('i')), { files: { 'word/media/image2.png': png({ artist: 'a' }) } }),
    ).toMatchObject(left('image2.png'));
  });

  it('is found on slides and on sheets', () => {
    const own: Relation[] = [['i', 'image', '../media/image1.png']];
    const slides = { slides: [{ xml: slide(''), relations: own }] };
    const show = pptx({ ...slides, files: { 'ppt/media/image1.png': png() } });
    expect(foundIn(show, '.pptx')).toEqual(left('image1.png'));
    const book = xlsx({
      sheets: [{ name: '表', xml: sheet([]), relations: own }],
      files: { 'xl/media/image1.png': png() },
    });
    expect(foundIn(book, '.xlsx')).toEqual(left('image1.png'));
  });

  it('is not the one behind a sheet', () => {
    const book = xlsx({
      sheets: [
        {
          name: '表',
          xml: sheet([], { after: '<picture r:id="i"/>' }),
          relations: [['i', 'image', '../media/image1.png']],
        },
      ],
      files: { 'xl/media/image1.png': png() },
    });
    expect(foundIn(book, '.xlsx')).toEqual({});
  });
});

describe('the original of an edited picture', () => {
  const edited = (effect: string): string =>
    `<a:extLst><a:ext uri="{BEBA8EAE-BF5A-486C-A8C5-ECC9F3942E4B}"><a14:imgProps xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"><a14:imgLayer r:embed="o"><a14:imgEffect>${effect}</a14:imgEffect></a14:imgLayer></a14:imgProps></a:ext></a:extLst>`;
  const original: Relation[] = [
    ['o', 'http://schemas.microsoft.com/office/2007/relationships/hdphoto', 'media/hdphoto1.wdp'],
  ];
  const found = { 'earlier-content': ['「図の前の文」の次の図の、加工する前の画像'] };
  it.each([
    ['<a14:backgroundRemoval t="10000" b="90000" l="10000" r="90000"/>', found],
    ['<a14:artisticBlur radius="40"/>', found],
    ['<a14:brightnessContrast bright="-100000"/>', found],
    ['<a14:saturation sat="66000"/>', {}],
    ['<a14:brightnessContrast bright="20000" contrast="-40000"/>', {}],
  ])('%s', (effect, expected) => {
    const files = { 'word/media/hdphoto1.wdp': 'カナリア' };
    expect(word(p(picture('i', '', edited(effect))), { relations: original, files })).toEqual(
      expected,
    );
  });
});

describe('another form of the same thing', () => {
  const forms = (requires: string, choice: string, fallback: string): string =>
    p(
      `<w:r><mc:AlternateContent xmlns:zz="urn:unknown:2030"><mc:Choice Requires="${requires}">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r>`,
    );
  const t = (words: string) => `<w:t>${words}</w:t>`;
  const box = (words: string) =>
    `<w:pict><v:shape><v:textbox><w:txbxContent>${p(r(words))}</w:txbxContent></v:textbox></v:shape></w:pict>`;
  const read = (body: string) => readOffice(docx({ body }), '.docx');

  it.each([
    ['asks for what nobody knows', forms('zz', t('カナリア'), t('見える文'))],
    ['is only for older programs', forms('wps', t('見える文'), t('カナリア'))],
    ['is a drawing for older programs', forms('wps', t('見える文'), box('カナリア'))],
    [
      'has words in a namespace of its own',
      forms('zz', '<zz:note>カナリア</zz:note>', t('見える文')),
    ],
    [
      'is letters drawn as a picture',
      forms(
        'wps',
        t('見える文'),
        '<w:pict><v:shape><v:textpath string="カナリア"/></v:shape></w:pict>',
      ),
    ],
  ])('is found where it says other words: it %s', (_name, body) => {
    expect(read(body).pages[0]?.text).toBe('見える文');
    expect(foundIn(docx({ body }), '.docx')).toMatchObject({
      'earlier-content': ['「見える文」の別の形にだけある文字'],
    });
  });

  it.each([
    ['the same words', forms('wps', t('見える') + t('文'), box('見える文'))],
    ['nothing', forms('wps', t('見える文'), '')],
    ['the number of a page', forms('wps', t('見える文') + t('12'), box('11'))],
  ])('is none where it says %s', (_name, body) => {
    expect(foundIn(docx({ body }), '.docx')).toEqual({});
    expect(read(body).pages[0]?.text).toContain('見える文');
  });

  it('is found where it shows another picture than the shown one', () => {
    const both = forms(
      'wps',
      picture('i').slice('<w:r>'.length, -'</w:r>'.length),
      '<w:pict><v:shape><v:imagedata r:id="j"/></v:shape></w:pict>',
    );
    const other = (content: Uint8Array) =>
      word(both, {
        relations: [['j', 'image', 'media/image2.png']],
        files: { 'word/media/image2.png': content },
      });
    expect(other(png())).toEqual({});
    // A grey point, and one that is as grey and says who made it.
    expect(other(png({ artist: '架空' }))).toMatchObject({
      'earlier-content': ['「図の前の文」の次の別の形にだけある図'],
    });
  });

  it('is found on slides', () => {
    const shape = (words: string) =>
      `<p:sp><p:nvSpPr><p:cNvPr id="5" name="枠"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:txBody></p:sp>`;
    const both = `<mc:AlternateContent xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><mc:Choice Requires="p14">${shape('見える文')}</mc:Choice><mc:Fallback>${shape('カナリア')}</mc:Fallback></mc:AlternateContent>`;
    const file = pptx({ slides: [{ xml: slide(both) }] });
    expect(readOffice(file, '.pptx').pages[0]?.text).toBe('見える文');
    expect(foundIn(file, '.pptx')).toEqual({
      'earlier-content': ['スライド1の別の形にだけある文字'],
    });
  });
});

describe('the copy of a shape that Word packs beside it', () => {
  const shape = (copy: string) =>
    p(
      `<w:r><w:pict><v:shape o:gfxdata="${copy}"><v:textbox><w:txbxContent>${p(r('枠の文'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
    );
  const packed = (content: string) =>
    btoa(
      String.fromCharCode(
        ...pack({
          'drs/e2oDoc.xml': `<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${content}</wp:inline>`,
        }),
      ),
    );
  const found = { 'earlier-content': ['「枠の文」の図形の控えにだけある文字や図'] };
  it.each([
    ['the same words', packed(p(r('枠の文'))), {}],
    ['other words', packed(p(r('カナリア'))), found],
    ['a picture that was cut', packed('<a:srcRect l="40000"/>'), found],
    ['numbers in the older form', btoa('QQQQ'), {}],
    ['what cannot be read', 'UEsDBA==', found],
  ])('says %s', (_name, copy, expected) => {
    expect(foundIn(docx({ body: shape(copy) }), '.docx')).toEqual(expected);
  });
});

describe('a drawing in SVG that stands for a picture', () => {
  const standing =
    '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="s"/></a:ext></a:extLst>';
  const drawing = (content: string) =>
    word(p(picture('i', '', standing)), {
      relations: [['s', 'image', 'media/image2.svg']],
      files: {
        'word/media/image2.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="50" height="50" fill="#036"/>${content}</svg>`,
      },
    });
  const place = '「図の前の文」の次の図（SVG）';
  it.each([
    ['nothing', '<text x="5" y="90" font-size="10">見える</text>', {}],
    [
      'words that are switched off',
      '<text x="5" y="90" display="none">カナリア</text>',
      { 'hidden-text': [`${place}の表示しない設定のところ`] },
    ],
    [
      'words beside it',
      '<text x="500" y="900" font-size="10">カナリア</text>',
      { 'covered-content': [`${place}の図の外にはみ出した文字`] },
    ],
    ['a program', '<script>カナリア</script>', { script: [place] }],
    ['another one', '<g onclick="f()"><path d="M0 0"/></g>', { script: [place] }],
    ['what is no drawing', '</svg><p>カナリア</p><svg>', { 'unknown-part': [place] }],
    [
      'what programs noted',
      '<!-- カナリア -->',
      { records: ['図や写真の情報（撮影した機器、使ったソフトなど）'] },
    ],
  ])('may hold %s', (_name, content, expected) => {
    expect(drawing(content)).toEqual(expected);
  });
});
