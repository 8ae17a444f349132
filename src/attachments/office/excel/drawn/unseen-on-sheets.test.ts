import { describe, expect, it } from 'vitest';
import type { FindingKind } from '../../../reading.ts';
import { c, row } from '../../fixtures/excel-files.ts';
import { letters, solid } from '../../fixtures/excel-styles.ts';
import { type Extra, read, secret, text, workbook } from '../../fixtures/made-workbooks.ts';
import { head, relations } from '../../fixtures/package-files.ts';
import { jpeg } from '../../fixtures/pictures.ts';

const cellOf = (name: string, [column, row]: readonly [number, number], off = 0) =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${off}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${off}</xdr:rowOff></xdr:${name}>`;
type Place = readonly [number, number];
const anchor = (from: Place, to: Place, inner: string) =>
  `<xdr:twoCellAnchor>${cellOf('from', from)}${cellOf('to', to)}${inner}<xdr:clientData/></xdr:twoCellAnchor>`;
const red = '<a:solidFill><a:srgbClr val="C00000"/></a:solidFill>';
const paper = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>';
const box = (words: string, { fill = '<a:noFill/>', font = '', form = 'rect', style = '' } = {}) =>
  `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="枠"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="${form}"/>${fill}</xdr:spPr>${style}<xdr:txBody><a:bodyPr/><a:p><a:r>${font}<a:t>${words}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
const picture =
  '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="図"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="i"/></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic>';

const group = (shapes: string) =>
  `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="5" name="組"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr/>${shapes}</xdr:grpSp>`;

const drawn = (shapes: string, extra: Extra = {}): Extra => ({
  ...extra,
  after: `${extra.after ?? ''}<drawing r:id="d"/>`,
  relations: [['d', 'drawing', '../drawings/drawing1.xml']],
  files: {
    'xl/drawings/drawing1.xml': `${head}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${shapes}</xdr:wsDr>`,
    ...(shapes.includes('r:embed')
      ? {
          'xl/drawings/_rels/drawing1.xml.rels': relations(['i', 'image', '../media/image1.jpg']),
          'xl/media/image1.jpg': jpeg({ hasPlace: false }),
        }
      : {}),
    ...extra.files,
  },
});

const white = `<a:rPr>${paper}</a:rPr>`;
const far: Place = [6, 6];
const there: Place = [3, 2];
const accent =
  '<xdr:style><a:fillRef idx="0"/><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></xdr:style>';

type Case = [name: string, cells: readonly string[], Extra, FindingKind, place: string];
const hidden: readonly Case[] = [
  [
    'white words in a box without a ground',
    [],
    drawn(anchor(there, far, box(secret, { font: white }))),
    'hidden-text',
    '図形の見えない文字',
  ],
  [
    'words in the colour of their box',
    [],
    drawn(anchor(there, far, box(secret, { fill: red, font: `<a:rPr>${red}</a:rPr>` }))),
    'hidden-text',
    '図形の見えない文字',
  ],
  [
    'words that a shape writes in white of itself',
    [],
    drawn(anchor(there, far, box(secret, { style: accent }))),
    'hidden-text',
    '図形の見えない文字',
  ],
  [
    'words of one point',
    [],
    drawn(anchor(there, far, box(secret, { font: '<a:rPr sz="100"/>' }))),
    'hidden-text',
    '図形の見えない文字',
  ],
  [
    'words without a fill',
    [],
    drawn(anchor(there, far, box(secret, { font: '<a:rPr><a:noFill/></a:rPr>' }))),
    'hidden-text',
    '図形の見えない文字',
  ],
  [
    'a box under a box',
    [],
    drawn(anchor(there, far, box(secret)) + anchor([2, 1], [9, 9], box('', { fill: red }))),
    'covered-content',
    'ほかの図形や図の下の図形の文字',
  ],
  [
    'a box under a picture',
    [],
    drawn(anchor(there, far, box(secret)) + anchor([2, 1], [9, 9], picture)),
    'covered-content',
    'ほかの図形や図の下の図形の文字',
  ],
  [
    'a box in a group under a box',
    [],
    drawn(anchor(there, far, group(box(secret))) + anchor([2, 1], [9, 9], box('', { fill: red }))),
    'covered-content',
    'ほかの図形や図の下の図形の文字',
  ],
  [
    'a picture in a group of a group of no width',
    [],
    drawn(anchor(there, [3, 8], group(group(picture)))),
    'covered-content',
    '幅か高さのない図',
  ],
  [
    'a box of no height',
    [],
    drawn(anchor(there, [6, 2], box(secret))),
    'covered-content',
    '幅か高さのない図形の文字',
  ],
  [
    'a box in hidden columns',
    [],
    drawn(anchor(there, far, box(secret)), {
      before: '<cols><col min="4" max="8" width="0" hidden="1"/></cols>',
    }),
    'covered-content',
    '幅か高さのない図形の文字',
  ],
  [
    'a box beside the sheet',
    [],
    drawn(
      `<xdr:absoluteAnchor><xdr:pos x="-9000000" y="0"/><xdr:ext cx="900000" cy="900000"/>${box(secret)}</xdr:absoluteAnchor>`,
    ),
    'covered-content',
    'シートの外にある図形の文字',
  ],
  [
    'a cell under a box',
    [row(4, [text('D4')])],
    drawn(anchor([2, 2], [7, 7], box('', { fill: red }))),
    'covered-content',
    '図形や図の下のD4',
  ],
  [
    'a cell under a picture',
    [row(4, [text('D4')])],
    drawn(anchor([2, 2], [7, 7], picture)),
    'covered-content',
    '図形や図の下のD4',
  ],
  [
    'a merged cell under a box',
    [row(4, [text('D4')])],
    drawn(anchor([2, 2], [7, 7], box('', { fill: paper })), {
      after: '<mergeCells><mergeCell ref="D4:F5"/></mergeCells>',
    }),
    'covered-content',
    '図形や図の下のD4',
  ],
];

const sound: readonly [name: string, cells: readonly string[], Extra, text: string][] = [
  [
    'white words on a red box',
    [],
    drawn(anchor(there, far, box('見える', { fill: red, font: white }))),
    '公開\n見える',
  ],
  [
    'white words over cells with a ground',
    [row(4, ['<c r="D4" s="1"/>'])],
    drawn(anchor(there, far, box('見える', { font: white })), {
      styles: [{ fill: solid('rgb="FF1F4E79"') }],
    }),
    '公開\n見える',
  ],
  [
    'white words on a picture',
    [],
    drawn(anchor([2, 1], [9, 9], picture) + anchor(there, far, box('見える', { font: white }))),
    '公開\n見える',
  ],
  [
    'black words in a box without a ground',
    [],
    drawn(anchor(there, far, box('見える'))),
    '公開\n見える',
  ],
  [
    'white letters with a line around them',
    [],
    drawn(anchor(there, far, box('見える', { font: `<a:rPr><a:ln/>${paper}</a:rPr>` }))),
    '公開\n見える',
  ],
  [
    'a box beside another',
    [],
    drawn(anchor(there, far, box('見える')) + anchor([5, 5], [9, 9], box('', { fill: red }))),
    '公開\n見える',
  ],
  [
    'a box under one that is seen through',
    [],
    drawn(anchor(there, far, box('見える')) + anchor([2, 1], [9, 9], box(''))),
    '公開\n見える',
  ],
  [
    'a box under a round one',
    [],
    drawn(
      anchor(there, far, box('見える')) +
        anchor([2, 1], [9, 9], box('', { fill: red, form: 'ellipse' })),
    ),
    '公開\n見える',
  ],
  [
    'a cell whose words go on beside a box',
    [row(4, [c('D4', '長い説明がここから右の欄へ続いていきます')])],
    drawn(anchor([2, 2], [4, 7], box('', { fill: red }))),
    '公開\n長い説明がここから右の欄へ続いていきます',
  ],
  [
    'a cell that a box touches',
    [row(4, [c('D4', '見える')])],
    drawn(anchor([2, 2], [7, 3], box('', { fill: red }))),
    '公開\n見える',
  ],
];

const none = anchor([1, 1], [4, 1], picture);

describe('what nobody sees of what is drawn on a sheet', () => {
  it.each(hidden)('%s', (_name, cells, extra, kind, place) => {
    const { found, pages } = read(workbook(cells, { styles: [{ font: letters('') }], ...extra }));
    expect(Object.keys(found)).toEqual([kind]);
    expect(found[kind]?.[0]).toContain(place);
    expect(JSON.stringify(pages)).not.toContain(secret);
  });

  it.each(sound)('is not %s', (_name, cells, extra, expected) => {
    const { found, text: shown } = read(workbook(cells, extra));
    expect(found).toEqual({});
    expect(shown).toBe(expected);
  });

  it('is a picture of no height, but where it is shown elsewhere too', () => {
    expect(Object.keys(read(workbook([], drawn(none))).found)).toEqual(['covered-content']);
    expect(read(workbook([], drawn(none + anchor(there, far, picture)))).found).toEqual({});
  });
});
