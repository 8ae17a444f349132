import { describe, expect, it } from 'vitest';
import type { AttachmentReading } from '../../../reading.ts';
import { jpeg } from '../../fixtures/pictures.ts';
import { pptx, slide } from '../../fixtures/powerpoint-files.ts';
import { readOffice } from '../../read-office.ts';

/** A hundredth of an inch, in EMU; the slides of the tests are 1,000 by 562 of them. */
const step = 9144;

type Look = {
  /** Left, top, width, height. */
  at?: readonly [number, number, number, number];
  fill?: string;
  look?: string;
  name?: string;
  turn?: number;
  form?: string;
};
const white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>';
const blue = '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>';
const run = (text: string, look = '', size = '') =>
  `<a:r><a:rPr lang="ja-JP" ${size}>${look}</a:rPr><a:t>${text}</a:t></a:r>`;
const shape = (text: string, { at = [50, 50, 300, 50], ...more }: Look = {}): string => {
  const [x, y, width, height] = at.map((each) => each * step);
  const { fill = '', look = '', name = '枠', turn = 0, form = 'rect' } = more;
  const words = text.startsWith('<') ? text : text && `<a:p>${run(text, look)}</a:p>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="7" name="${name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm rot="${turn * 60000}"><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="${form}"><a:avLst/></a:prstGeom>${fill}</p:spPr><p:txBody><a:bodyPr/>${words || '<a:p/>'}</p:txBody></p:sp>`;
};
const picture = (at: readonly [number, number, number, number], name = '写真'): string => {
  const [x, y, width, height] = at.map((each) => each * step);
  return `<p:pic><p:nvPicPr><p:cNvPr id="8" name="${name}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="photo"/></p:blipFill><p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm></p:spPr></p:pic>`;
};
const group = (inner: string, [x, y, width, height]: readonly number[], scale = 1): string =>
  `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="組"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="${(x ?? 0) * step}" y="${(y ?? 0) * step}"/><a:ext cx="${(width ?? 0) * step}" cy="${(height ?? 0) * step}"/><a:chOff x="0" y="0"/><a:chExt cx="${((width ?? 0) * step) / scale}" cy="${((height ?? 0) * step) / scale}"/></a:xfrm></p:grpSpPr>${inner}</p:grpSp>`;
const table = (cells: string, style = ''): string =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="表"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="${50 * step}" y="${200 * step}"/><a:ext cx="${300 * step}" cy="${50 * step}"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr>${style}</a:tblPr><a:tblGrid><a:gridCol w="100000"/><a:gridCol w="100000"/></a:tblGrid>${cells}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
const cell = (text: string, look = '', attributes = '', properties = ''): string =>
  `<a:tc ${attributes}><a:txBody><a:bodyPr/><a:p>${run(text, look)}</a:p></a:txBody><a:tcPr>${properties}</a:tcPr></a:tc>`;

const open = '公開する文です。';
const seen = shape(open, { at: [50, 400, 400, 50] });
/** A picture is in the file where something shows it. */
const read = (inner: string): AttachmentReading => {
  const shows = inner.includes('r:embed="photo"');
  return readOffice(
    pptx({
      slides: [
        {
          xml: slide(seen + inner),
          relations: shows ? [['photo', 'image', '../media/p.jpg']] : [],
        },
      ],
      files: shows ? { 'ppt/media/p.jpg': jpeg({ hasPlace: false }) } : {},
    }),
    '.pptx',
  );
};
const found = ({ findings }: AttachmentReading) =>
  findings.flatMap(({ kind, places }) => places.map((place) => `${kind} ${place}`));

const beside = 'covered-content スライド1の「枠」（スライドの外）';

describe('what is hidden on a slide', () => {
  const hidden = 'hidden-text スライド1の「枠」';
  const covered = 'covered-content スライド1の「枠」';
  const under = `${covered}（ほかの図形や図の下）`;
  const same = `${hidden}（背景と同じ色の文字）`;
  it.each<[string, string, string]>([
    ['left of it', shape('SECRET', { at: [-500, 50, 300, 50] }), beside],
    ['below it', shape('SECRET', { at: [50, 700, 300, 50] }), beside],
    ['right of it, turned', shape('SECRET', { at: [1200, 50, 300, 50], turn: 30 }), beside],
    ['beside it in a group', group(shape('SECRET'), [1100, 50, 400, 200]), beside],
    [
      'beside it by the measure of a group',
      group(shape('SECRET', { at: [500, 0, 100, 50] }), [0, 0, 900, 500], 3),
      beside,
    ],
    [
      'a picture beside it',
      picture([-400, 50, 300, 200]),
      'covered-content スライド1の「写真」（スライドの外）',
    ],
    [
      'in lines that begin below it',
      shape(
        `${`<a:p>${run('見える行', '', 'sz="2400"')}</a:p>`.repeat(40)}<a:p>${run('SECRET')}</a:p>`,
      ),
      beside,
    ],
    [
      'in a row of a table that begins below it',
      table(
        `${`<a:tr h="${100 * step}">${cell('見える')}</a:tr>`.repeat(5)}<a:tr h="9">${cell('SECRET')}</a:tr>`,
      ),
      'covered-content スライド1の「表」（スライドの外）',
    ],
    [
      'in a column of no width',
      table(`<a:tr h="9">${cell('見える')}${cell('SECRET')}</a:tr>`).replace(
        '<a:gridCol w="100000"/></a:tblGrid>',
        '<a:gridCol w="0"/></a:tblGrid>',
      ),
      'covered-content スライド1の「表」（表の幅のない列）',
    ],
    [
      'in a cell behind the last column',
      table(`<a:tr h="9">${cell('見える')}${cell('')}${cell('SECRET')}</a:tr>`),
      'covered-content スライド1の「表」（表の最後の列の後ろ）',
    ],
    [
      'made smaller than a point',
      shape('SECRET').replace(
        '<a:bodyPr/>',
        '<a:bodyPr><a:normAutofit fontScale="1000"/></a:bodyPr>',
      ),
      `${hidden}（1ポイント以下の文字）`,
    ],
    [
      'white by its lightness',
      shape('SECRET', {
        look: '<a:solidFill><a:hslClr hue="0" sat="0" lum="100000"/></a:solidFill>',
      }),
      same,
    ],
    ['white', shape('SECRET', { look: white }), same],
    ['white in words', shape(`<a:p>${run('見える語')}${run('SECRET', white)}</a:p>`), same],
    [
      'the colour of the paper by its name',
      shape('SECRET', { look: '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>' }),
      same,
    ],
    [
      'nearly white',
      shape('SECRET', {
        look: '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="1000"/><a:lumOff val="98500"/></a:schemeClr></a:solidFill>',
      }),
      same,
    ],
    ['blue on blue', shape('SECRET', { fill: blue, look: blue }), same],
    [
      'white on a white shape that lies on a blue one',
      shape('', { fill: blue }) + shape('SECRET', { fill: white, look: white }),
      same,
    ],
    [
      'blue in a box on a blue shape',
      shape('', { fill: blue, at: [0, 0, 500, 300] }) + shape('SECRET', { look: blue }),
      same,
    ],
    [
      'white by the style of its list',
      shape('').replace(
        '<a:p/>',
        `<a:lstStyle><a:lvl1pPr><a:defRPr>${white}</a:defRPr></a:lvl1pPr></a:lstStyle><a:p>${run('SECRET')}</a:p>`,
      ),
      same,
    ],
    [
      'transparent',
      shape('SECRET', {
        look: '<a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill>',
      }),
      `${hidden}（透明な文字）`,
    ],
    ['not drawn', shape('SECRET', { look: '<a:noFill/>' }), `${hidden}（透明な文字）`],
    [
      'tiny',
      shape(`<a:p>${run('SECRET', '', 'sz="100"')}</a:p>`),
      `${hidden}（1ポイント以下の文字）`,
    ],
    ['under a box', shape('SECRET') + shape('', { fill: blue, name: '上' }), under],
    ['under a picture', shape('SECRET') + picture([40, 40, 400, 100]), under],
    [
      'under a box that covers the words alone',
      shape('SECRET', { at: [50, 50, 800, 300] }) +
        shape('', { fill: blue, at: [55, 50, 200, 60], name: '上' }),
      under,
    ],
    [
      'under a box in a group',
      shape('SECRET') + group(shape('', { fill: blue, at: [0, 0, 400, 200] }), [20, 20, 400, 200]),
      under,
    ],
    [
      'a line of several, under a box',
      shape(`<a:p>${run('見える行')}</a:p><a:p>${run('SECRET')}</a:p>`, {
        at: [50, 50, 800, 300],
      }) + shape('', { fill: blue, at: [50, 82, 300, 40], name: '上' }),
      under,
    ],
    [
      'a picture under a picture',
      picture([60, 60, 100, 100], '下の写真') + picture([50, 50, 200, 200]),
      'covered-content スライド1の「下の写真」（ほかの図形や図の下）',
    ],
    [
      'in a cell that a merge covers',
      table(
        `<a:tr h="1">${cell('見える', '', 'gridSpan="2"')}${cell('SECRET', '', 'hMerge="1"')}</a:tr>`,
      ),
      'covered-content スライド1の「表」（表の結合したセルの下）',
    ],
    [
      'white in a cell',
      table(`<a:tr h="1">${cell('見える')}${cell('SECRET', white)}</a:tr>`),
      'hidden-text スライド1の「表」（背景と同じ色の文字）',
    ],
  ])('is found, and nobody reads it: %s', (_, inner, expected) => {
    const reading = read(inner);
    expect(found(reading)).toEqual([expected]);
    expect(JSON.stringify(reading.pages)).not.toContain('SECRET');
    expect(reading.pages[0]?.text).toContain(open);
  });

  it('is no title of the slide either', () => {
    const title = shape('SECRET', { at: [50, -200, 300, 50] }).replace(
      '<p:nvPr/>',
      '<p:nvPr><p:ph type="title"/></p:nvPr>',
    );
    const reading = read(title);
    expect(found(reading)).toEqual([beside]);
    expect(JSON.stringify([reading.pages, reading.outline])).not.toContain('SECRET');
  });

  it('is what a click starts, too', () => {
    const action = (name: string) =>
      shape(
        '<a:p><a:r><a:rPr lang="ja-JP"><a:hlinkClick r:id="" action="ppaction://X"/></a:rPr><a:t>押す</a:t></a:r></a:p>',
      ).replace('X', name);
    expect(found(read(action('program')))).toEqual(['script スライド1']);
    expect(found(read(action('macro?name=M')))).toEqual(['script スライド1']);
    expect(found(read(action('hlinkshowjump?jump=nextslide')))).toEqual([]);
  });
});

describe('what is seen on a slide', () => {
  const grey = '<a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill>';
  const animated = (id: number) =>
    `<p:timing><p:tnLst><p:par><p:cTn id="1"><p:childTnLst><p:animMotion><p:cBhvr><p:tgtEl><p:spTgt spid="${id}"/></p:tgtEl></p:cBhvr></p:animMotion></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>`;
  it.each<[string, string]>([
    ['white on a filled shape', shape('見える語', { fill: blue, look: white })],
    [
      'white in a box on a dark shape',
      shape('', { fill: blue, at: [0, 0, 500, 300] }) + shape('見える語', { look: white }),
    ],
    ['white on a picture', picture([0, 0, 500, 300]) + shape('見える語', { look: white })],
    ['a watermark', shape('見える語', { look: grey })],
    ['white with an outline', shape('見える語', { look: `<a:ln>${blue}</a:ln>${white}` })],
    ['half beside the slide', shape('見える語', { at: [-150, 50, 300, 50] })],
    [
      'under a glass',
      shape('見える語') +
        shape('', {
          fill: '<a:solidFill><a:srgbClr val="000000"><a:alpha val="40000"/></a:srgbClr></a:solidFill>',
        }),
    ],
    ['under a frame', shape('見える語') + shape('', { fill: '<a:noFill/>' })],
    ['under a star', shape('見える語') + shape('', { fill: blue, form: 'star5' })],
    [
      'partly under a box',
      shape('見える語と、とても長い文', { at: [50, 50, 800, 50] }) +
        shape('', { fill: blue, at: [50, 50, 60, 50] }),
    ],
    ['above a box', shape('', { fill: blue }) + shape('見える語', { fill: white })],
    [
      'white in a cell of a table whose style colours it',
      table(
        `<a:tr h="1">${cell('見える語', white)}</a:tr>`,
        '<a:tableStyleId>{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}</a:tableStyleId>',
      ),
    ],
    ['white in a dark cell', table(`<a:tr h="1">${cell('見える語', white, '', blue)}</a:tr>`)],
  ])('stays: %s', (_, inner) => {
    const reading = read(inner);
    expect(found(reading)).toEqual([]);
    expect(reading.pages[0]?.text).toContain('見える語');
  });

  it('is white text on a dark background of the slide or of a sheet below', () => {
    const background = (tag: string) =>
      `<p:cSld><p:bg><p:bgPr>${tag}<a:effectLst/></p:bgPr></p:bg>`;
    const own = slide(shape('見える語', { look: white })).replace('<p:cSld>', background(blue));
    expect(found(readOffice(pptx({ slides: [{ xml: own }] }), '.pptx'))).toEqual([]);
    const show = pptx({
      slides: [{ xml: slide(shape('見える語', { look: white })) }],
      files: {
        'ppt/slideLayouts/slideLayout1.xml': slide('')
          .replaceAll('p:sld', 'p:sldLayout')
          .replace('<p:cSld>', background(blue)),
      },
    });
    expect(found(readOffice(show, '.pptx'))).toEqual([]);
  });

  it('may come during the show, from beside or out from under something', () => {
    for (const inner of [
      shape('動く語', { at: [-500, 50, 300, 50] }),
      shape('動く語') + shape('', { fill: blue }),
    ]) {
      const xml = slide(seen + inner).replace('</p:sld>', `${animated(7)}</p:sld>`);
      expect(found(readOffice(pptx({ slides: [{ xml }] }), '.pptx'))).toEqual([]);
    }
  });

  it.each<[boolean, string]>([
    [false, '公開する文です。'],
    [false, '公開する文です：見える題'],
    [false, '見える題 － 公開する 文です'],
    [true, '公開する文です：SECRET'],
  ])('hides something (%s) in the title beside it that says 「%s」', (isTold, words) => {
    const title = shape(words, { at: [50, -200, 300, 50] }).replace(
      '<p:nvPr/>',
      '<p:nvPr><p:ph type="title"/></p:nvPr>',
    );
    const reading = read(shape('見える題', { at: [50, 100, 300, 50] }) + title);
    expect(found(reading)).toEqual(isTold ? [beside] : []);
  });

  it('hides nothing where another slide shows the same words', () => {
    const inner = slide(shape('育つ図') + shape('', { fill: blue }));
    const show = pptx({ slides: [{ xml: slide(shape('育つ図')) }, { xml: inner }] });
    expect(found(readOffice(show, '.pptx'))).toEqual([]);
  });
});
