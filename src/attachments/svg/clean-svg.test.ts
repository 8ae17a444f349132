import { describe, expect, it } from 'vitest';
import { cleanAttachment } from '../clean-attachment.ts';
import { jpeg } from '../office/fixtures/pictures.ts';
import { readAttachment } from '../read-attachment.ts';
import type { FindingKind } from '../reading.ts';
import { cleanSvg } from './clean-svg.ts';

const mark = 'HIMITSU';
const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const inkscape = ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"';
const program = '作図ソフトの記録（ファイルの名前や保存先など）';

const svg = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A drawing of one box and one word, with more in it. */
const drawing = (inside: string, attributes = ''): Uint8Array =>
  svg(
    `<svg ${names} viewBox="0 0 100 50"${attributes}>${inside}<rect width="9" height="9" fill="#123"/><text x="5" y="20">公開</text></svg>`,
  );
const found = async (bytes: Uint8Array): Promise<[FindingKind, ...string[]][]> =>
  (await readAttachment(bytes, '.svg')).findings.map(({ kind, places }) => [kind, ...places]);
const data = (bytes: Uint8Array): string =>
  `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;

describe('what is in a drawing and not drawn', () => {
  it.each<[string, Uint8Array, place: string]>([
    [
      'where Inkscape exports to',
      drawing('', `${inkscape} inkscape:export-filename="C:\\${mark}.png"`),
      program,
    ],
    [
      'how its window stood',
      drawing(`<inkscape:page id="a"><inkscape:grid type="${mark}"/></inkscape:page>`, inkscape),
      program,
    ],
    [
      'a label of a layer',
      drawing(`<g inkscape:label='${mark}'><path d="M0 0"/></g>`, inkscape),
      program,
    ],
    [
      'what is said of it',
      drawing(`<metadata><x:RDF xmlns:x="urn:x">${mark}</x:RDF></metadata>`),
      '図についての記録（メタデータ）',
    ],
    ['a comment', drawing(`<!-- ${mark} -->`), 'コメント'],
    [
      'a comment before it',
      svg(`<?xml version="1.0"?>\n<!-- ${mark} -->\n<svg ${names}/>`),
      'コメント',
    ],
    [
      'its format, as older programs say it',
      svg(`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "${mark}/svg11.dtd">\n<svg ${names}/>`),
      program,
    ],
    ['what Illustrator calls a layer', drawing(`<g data-name="${mark}"/>`), 'レイヤーや部品の名前'],
    ['the address of a namespace', drawing('', ` xmlns:a="C:\\${mark}"`), program],
  ])('is told and cut out: %s', async (_, bytes, place) => {
    expect(await found(bytes)).toEqual([['records', place]]);
    const cleaned = (await cleanAttachment(bytes, '.svg'))?.bytes ?? new Uint8Array();
    expect(new TextDecoder().decode(cleaned)).not.toContain(mark);
    expect(await found(cleaned)).toEqual([]);
    expect(cleanSvg(cleaned)).toEqual(cleaned);
  });

  it('may be in a picture that it holds', async () => {
    const bytes = drawing(`<image xlink:href="${data(jpeg({ hasPlace: true, artist: mark }))}"/>`);
    expect(await found(bytes)).toEqual([
      ['photograph-place', '図に入れた画像'],
      ['records', `図に入れた画像の人や機器の名前（${mark}）`],
    ]);
    const cleaned = (await cleanAttachment(bytes, '.svg'))?.bytes ?? new Uint8Array();
    expect(new TextDecoder().decode(cleaned)).toBe(
      new TextDecoder().decode(drawing(`<image xlink:href="${data(jpeg())}"/>`)),
    );
  });

  it('is nothing of what is drawn, or read aloud', async () => {
    const inside = `<title>流れ図</title><style>.a{fill:#fff}</style><g id="a" class="a" aria-label="手順"><path d="M0 0"/></g>`;
    expect(await found(drawing(inside))).toEqual([]);
    expect(cleanSvg(drawing(inside))).toEqual(drawing(inside));
  });

  it('is told where it is read aloud, and stays', async () => {
    const bytes = drawing('<title>C:\\Users\\架空\\流れ図.svg</title>');
    expect(await found(bytes)).toEqual([['alternative-text', '図の題や説明']]);
  });
});

const text = (attributes = '') => `<text x="5" y="20" ${attributes}>${mark}</text>`;

describe('words that nobody sees', () => {
  it.each<[string, Uint8Array, FindingKind, place: string]>([
    [
      'switched off',
      drawing(`<g display="none">${text()}</g>`),
      'hidden-text',
      '表示しない設定のところ',
    ],
    [
      'switched off by a style',
      drawing(text('style="fill:red; display : none"')),
      'hidden-text',
      '表示しない設定のところ',
    ],
    [
      'switched off by a sheet',
      drawing(`<style>.a, .b > .c{display:none}</style>${text('class="c"')}`),
      'hidden-text',
      '表示しない設定のところ',
    ],
    [
      'invisible',
      drawing(`<g visibility="hidden">${text()}</g>`),
      'hidden-text',
      '表示しない設定のところ',
    ],
    [
      'transparent',
      drawing(`<g opacity="0.2"><g opacity="10%">${text()}</g></g>`),
      'hidden-text',
      '透明にしたところ',
    ],
    ['without a colour', drawing(text('fill="none"')), 'hidden-text', '透明にしたところ'],
    ['white on white', drawing(text('fill="#FFF"')), 'hidden-text', '背景と同じ白い文字'],
    ['tiny', drawing(text('font-size="0.01"')), 'hidden-text', 'ごく小さな文字'],
    [
      'of no size',
      drawing(`<g transform="scale(2)">${text('font-size="0"')}</g>`),
      'hidden-text',
      'ごく小さな文字',
    ],
    [
      'used nowhere',
      drawing(`<defs><g id="a">${text()}</g></defs>`),
      'hidden-text',
      '使われていない部品の中',
    ],
    [
      'outside',
      drawing('<text x="5" y="90">HIMITSU</text>'),
      'covered-content',
      '図の外にはみ出した文字',
    ],
    [
      'under a box',
      drawing(`${text('font-size="4"')}<rect x="4" y="10" width="40" height="20"/>`),
      'covered-content',
      '後から重ねた四角の下の文字',
    ],
  ])('are told: %s', async (_, bytes, kind, place) => {
    expect(await found(bytes)).toEqual([[kind, place]]);
    expect(await cleanAttachment(bytes, '.svg')).toBeNull();
  });

  it('are told of a picture as well', async () => {
    const bytes = drawing(`<image display="none" href="${data(jpeg())}"/>`);
    expect(await found(bytes)).toEqual([['covered-content', '表示しない設定のところ']]);
  });

  it.each<[string, Uint8Array]>([
    [
      'white on a box',
      drawing(`<rect width="50" height="30" fill="navy"/>${text('fill="white"')}`),
    ],
    ['white with an edge', drawing(text('fill="white" stroke="black"'))],
    [
      'shown again in what is hidden',
      drawing(`<g visibility="hidden"><text x="5" y="20" visibility="visible">a</text></g>`),
    ],
    ['a part that is used', drawing(`<defs><g id="a">${text()}</g></defs><use href="#a"/>`)],
    [
      'moved into the drawing',
      drawing(`<g transform="translate(0 -90)"><text y="100">a</text></g>`),
    ],
    [
      'on a box',
      drawing(`<rect x="4" y="10" width="40" height="20"/>${text('font-size="4" fill="white"')}`),
    ],
    [
      'under a box through which it is seen',
      drawing(
        `${text('font-size="4"')}<rect x="4" y="10" width="40" height="20" fill="red" opacity="0.3"/>`,
      ),
    ],
    [
      'in a drawing that is as large as who shows it wants',
      svg(`<svg ${names}><text x="900" y="900">a</text></svg>`),
    ],
    [
      'hidden help lines of a program',
      drawing('<g visibility="hidden"><rect width="9" height="9"/></g>'),
    ],
  ])('are not: %s', async (_, bytes) => {
    expect(await found(bytes)).toEqual([]);
  });
});

it('a document type with definitions of its own stays, for the check to refuse', () => {
  const bytes = svg(`<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg ${names}/>`);
  expect(cleanSvg(bytes)).toEqual(bytes);
});

describe('what is no drawing', () => {
  it.each<[string, Uint8Array]>([
    ['half of one', drawing('').subarray(0, 90)],
    ['in another encoding', Uint8Array.of(...svg(`<svg ${names}>`), 0xff, ...svg('</svg>'))],
    ['another XML', svg('<html/>')],
    ['a deep one', svg(`<svg ${names}>${'<g>'.repeat(300)}${'</g>'.repeat(300)}</svg>`)],
  ])('is damaged: %s', async (_, bytes) => {
    expect(await found(bytes)).toEqual([['damaged']]);
    expect(cleanSvg(bytes)).toBeNull();
  });

  it('is too complex where it is larger than any', async () => {
    expect(await found(drawing(`<g>${' '.repeat(2_000_000)}</g>`))).toEqual([['too-complex']]);
  });
});
