import { describe, expect, it } from 'vitest';
import type { AttachmentReading } from '../../../reading.ts';
import { head, pack } from '../../fixtures/package-files.ts';
import { jpeg } from '../../fixtures/pictures.ts';
import { docx, p, r, type WordParts, wordParts } from '../../fixtures/word-files.ts';
import { readOffice } from '../../read-office.ts';

const open = '公開する本文です。';
const white = '<w:color w:val="FFFFFF"/>';
const shd = (fill: string, more = '') =>
  `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"${more}/>`;
const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const table = (rows: readonly string[], properties = '', grid = '') =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;

const cm = 360_000;
type Box = {
  at?: readonly [number, number];
  size?: readonly [number, number];
  from?: readonly [string, string];
  fill?: string;
  z?: number;
  behind?: boolean;
};
const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const wsp = (content: string, fill: string, [x, y] = [0, 0], [w, h] = [6, 2]) =>
  `<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="${x * cm}" y="${y * cm}"/><a:ext cx="${w * cm}" cy="${h * cm}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}</wps:spPr>${content && `<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx>`}<wps:bodyPr/></wps:wsp>`;
const anchor = (graphic: string, box: Box = {}): string => {
  const { at = [1, 1], size = [6, 2], from = ['page', 'page'], z = 1, behind = false } = box;
  return `<w:r><w:drawing><wp:anchor simplePos="0" relativeHeight="${z}" behindDoc="${behind ? 1 : 0}" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="${from[0]}"><wp:posOffset>${Math.round(at[0] * cm)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="${from[1]}"><wp:posOffset>${at[1] * cm}</wp:posOffset></wp:positionV><wp:extent cx="${size[0] * cm}" cy="${size[1] * cm}"/><wp:wrapNone/><wp:docPr id="9" name="枠"/><a:graphic><a:graphicData uri="x">${graphic}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`;
};
const box = (content: string, { fill = '', ...more }: Box = {}): string =>
  anchor(wsp(content, fill, [0, 0], [...(more.size ?? [6, 2])]), more);
const photo = (more: Box = {}): string =>
  anchor(
    `<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="写真"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="photo"/></pic:blipFill><pic:spPr/></pic:pic>`,
    more,
  );
const group = (...shapes: readonly string[]): string =>
  anchor(
    `<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${9 * cm}" cy="${9 * cm}"/><a:chOff x="0" y="0"/><a:chExt cx="${9 * cm}" cy="${9 * cm}"/></a:xfrm></wpg:grpSpPr>${shapes.join('')}</wpg:wgp>`,
    { size: [9, 9] },
  );
const vml = (style: string, attributes: string, content: string): string =>
  `<w:r><w:pict><v:rect style="${style}" ${attributes}><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>`;

const styles = `${head}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="pale"><w:name w:val="淡い"/><w:rPr>${white}</w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="paler"><w:name w:val="淡い2"/><w:basedOn w:val="pale"/></w:style>
<w:style w:type="paragraph" w:styleId="band"><w:name w:val="帯"/><w:pPr>${shd('1F3864')}</w:pPr><w:rPr>${white}</w:rPr></w:style>
<w:style w:type="character" w:styleId="small"><w:name w:val="小さい"/><w:rPr><w:sz w:val="1"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="headed"><w:name w:val="見出しのある表"/><w:tblStylePr w:type="firstRow"><w:rPr>${white}</w:rPr><w:tcPr>${shd('1F3864')}</w:tcPr></w:tblStylePr></w:style>
</w:styles>`;

/** A picture is in the file where something shows it. */
const read = (body: string, more: Partial<WordParts> = {}): AttachmentReading => {
  const shows = body.includes('r:embed="photo"');
  return readOffice(
    docx({
      body: p(open) + body,
      ...more,
      relations: [
        ...(shows ? [['photo', 'image', 'media/p.jpg'] as const] : []),
        ...(more.relations ?? []),
      ],
      files: {
        ...(shows ? { 'word/media/p.jpg': jpeg({ hasPlace: false }) } : {}),
        'word/styles.xml': styles,
        ...more.files,
      },
    }),
    '.docx',
  );
};
const found = ({ findings }: AttachmentReading) =>
  findings.flatMap(({ kind, places }) => places.map((place) => `${kind} ${place}`));

describe('what is hidden in a Word file', () => {
  const next = '「公開する本文です。」の次';
  const same = `hidden-text ${next}（背景と同じ色の文字）`;
  const tiny = `hidden-text ${next}（1ポイント以下の文字）`;
  const clear = `hidden-text ${next}（透明な文字）`;
  const beside = `covered-content ${next}（ページの外）`;
  const under = `covered-content ${next}（ほかの図形や図の下）`;
  const secret = p('SECRET');
  it.each<[string, string, string]>([
    ['white', p(r('SECRET', white)), same],
    ['white by a style', p('SECRET', '<w:pStyle w:val="pale"/>'), same],
    ['white by the style of a style', p('SECRET', '<w:pStyle w:val="paler"/>'), same],
    [
      'white by the theme',
      p(r('SECRET', '<w:color w:val="000000" w:themeColor="background1"/>')),
      same,
    ],
    [
      'black by the theme, bleached',
      p(r('SECRET', '<w:color w:themeColor="text1" w:themeTint="02"/>')),
      same,
    ],
    ['blue on blue', p(r('SECRET', `<w:color w:val="1F3864"/>${shd('1F3864')}`)), same],
    [
      'yellow on a yellow marker',
      p(r('SECRET', '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>')),
      same,
    ],
    [
      'black on a black paragraph',
      p(r('SECRET', '<w:color w:val="000000"/>'), shd('000000')),
      same,
    ],
    [
      'white in a cell',
      table([row(cell(p(r('SECRET', white))))]),
      'hidden-text 表の「公開する本文です。」の次（背景と同じ色の文字）',
    ],
    [
      'white below the head of a table with a style',
      table(
        [row(cell(p('見える'))), row(cell(p(r('SECRET', white))))],
        '<w:tblStyle w:val="headed"/>',
      ),
      'hidden-text 表の「見える」の次（背景と同じ色の文字）',
    ],
    [
      'dark in a dark cell',
      table([row(cell(p(r('SECRET', '<w:color w:val="202020"/>')), shd('1F1F1F')))]),
      'hidden-text 表の「公開する本文です。」の次（背景と同じ色の文字）',
    ],
    ['white in a box without a fill', p(box(p(r('SECRET', white)))), same],
    ['white in a white box', p(box(p(r('SECRET', white)), { fill: solid('FFFFFF') })), same],
    [
      'white in a box of old programs',
      p(vml('width:9pt;height:9pt', '', p(r('SECRET', white)))),
      same,
    ],
    ['of a point', p(r('SECRET', '<w:sz w:val="2"/>')), tiny],
    ['of half a point by a style', p(r('SECRET', '<w:rStyle w:val="small"/>')), tiny],
    ['as narrow as a line', p(r('SECRET', '<w:w w:val="1"/>')), tiny],
    ['closed up', p(r('SECRET', '<w:spacing w:val="-400"/>')), tiny],
    ['fitted into nothing', p(r('SECRET', '<w:fitText w:val="10"/>')), tiny],
    ['not filled', p(r('SECRET', '<w14:textFill><w14:noFill/></w14:textFill>')), clear],
    [
      'transparent',
      p(
        r(
          'SECRET',
          '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>',
        ),
      ),
      clear,
    ],
    [
      'on lines without a height',
      p('SECRET', '<w:spacing w:line="1" w:lineRule="exact"/>'),
      `hidden-text ${next}（高さのない行）`,
    ],
    [
      'in a row without a height',
      table([
        row(cell(p('見える'))),
        `<w:tr><w:trPr><w:trHeight w:val="10" w:hRule="exact"/></w:trPr>${cell(secret)}</w:tr>`,
      ]),
      'hidden-text 表の「見える」の次（高さのない行）',
    ],
    [
      'in a column without a width',
      table(
        [
          row(
            cell(p('見える'), '<w:tcW w:w="4000" w:type="dxa"/>'),
            cell(secret, '<w:tcW w:w="1" w:type="dxa"/>'),
          ),
        ],
        '<w:tblLayout w:type="fixed"/>',
        '<w:gridCol w:w="4000"/><w:gridCol w:w="1"/>',
      ),
      'hidden-text 表の「見える」の次（幅のない列）',
    ],
    [
      'in a cell that a merge covers',
      table([
        row(cell(p('見える'), '<w:vMerge w:val="restart"/>')),
        row(cell(secret, '<w:vMerge/>')),
      ]),
      'covered-content 表の「見える」の次（結合したセルの下）',
    ],
    ['in a box left of the page', p(box(secret, { at: [-20, 3] })), beside],
    ['in a box below the page', p(box(secret, { at: [3, 40] })), beside],
    [
      'in a box beside the column',
      p(box(secret, { at: [-25, 0], from: ['column', 'paragraph'] })),
      beside,
    ],
    [
      'in an old box beside the page',
      p(
        vml(
          'position:absolute;margin-left:-900pt;margin-top:0;width:200pt;height:50pt',
          '',
          secret,
        ),
      ),
      beside,
    ],
    [
      'in a frame beside the page',
      p(
        'SECRET',
        '<w:framePr w:w="2000" w:hAnchor="page" w:vAnchor="page" w:x="20000" w:y="100"/>',
      ),
      beside,
    ],
    ['pushed off the page', p('SECRET', '<w:ind w:left="-30000"/>'), beside],
    ['in a box under another', p(box(secret) + box('', { fill: solid('000000'), z: 2 })), under],
    [
      'in a box under another of the next paragraph',
      p(box(secret)) + p(box('', { fill: solid('FFFFFF'), z: 2 })),
      under,
    ],
    ['in a box under a picture', p(box(secret) + photo({ z: 2, at: [0, 0], size: [9, 9] })), under],
    [
      'in a box of a group under another',
      p(group(wsp(secret, ''), wsp('', solid('808080'), [0, 0], [8, 8]))),
      under,
    ],
    [
      'under a black box',
      p(
        box('', { fill: solid('000000'), from: ['column', 'paragraph'], at: [0, 0] }) + r('SECRET'),
      ),
      under,
    ],
    [
      'in part under a black box',
      p(
        box('', {
          fill: solid('000000'),
          from: ['column', 'paragraph'],
          at: [1.4, 0],
          size: [3, 1],
        }) + r('氏名はSECRET'),
      ),
      under,
    ],
    [
      'under an old black box',
      p(
        vml(
          'position:absolute;margin-left:0;margin-top:0;width:200pt;height:20pt',
          'fillcolor="black"',
          '',
        ) + r('SECRET'),
      ),
      under,
    ],
    ['under a picture of a page', p(photo({ at: [0, 0], size: [30, 40] }) + r('SECRET')), under],
    ['a picture under a box', p(photo() + box('', { fill: solid('000000'), z: 2 })), under],
  ])('is found, and nobody reads it: %s', (_, body, expected) => {
    const reading = read(body);
    expect(found(reading)).toEqual([expected]);
    expect(JSON.stringify([reading.pages, reading.outline])).not.toContain('SECRET');
    expect(reading.pages[0]?.text).toContain(open);
  });

  it('is found in headers and notes', () => {
    const reading = read(p('<w:r><w:footnoteReference w:id="1"/></w:r>'), {
      header: p(r('柱') + r('SECRET', white)),
      footnotes: `<w:footnote w:id="1">${p(r('注') + r('SECRET', '<w:sz w:val="1"/>'))}</w:footnote>`,
    });
    expect(found(reading)).toEqual([
      'hidden-text 脚注の「注」（1ポイント以下の文字）',
      'hidden-text ヘッダーの「柱」（背景と同じ色の文字）',
    ]);
    expect(JSON.stringify(reading.pages)).not.toContain('SECRET');
  });
});

describe('what is seen in a Word file', () => {
  it.each<[string, string]>([
    ['grey as a watermark', p(r('見える語', '<w:color w:val="D9D9D9"/>'))],
    ['white on a dark paragraph', p(r('見える語', white), shd('1F3864'))],
    ['white by a style with its shade', p('見える語', '<w:pStyle w:val="band"/>')],
    ['white on a marker', p(r('見える語', `${white}<w:highlight w:val="darkBlue"/>`))],
    [
      'white on a pattern',
      p(r('見える語', `${white}<w:shd w:val="pct75" w:color="000000" w:fill="FFFFFF"/>`)),
    ],
    ['white in a dark cell', table([row(cell(p(r('見える語', white)), shd('1F3864')))])],
    [
      'white in a cell inside of a dark one',
      table([row(cell(table([row(cell(p(r('見える語', white))))]) + p(''), shd('1F3864')))]),
    ],
    [
      'the head of a table with a style',
      table(
        [row(cell(p(r('見える語', white)))), row(cell(p('値')))],
        '<w:tblStyle w:val="headed"/>',
      ),
    ],
    ['white in a filled box', p(box(p(r('見える語', white)), { fill: solid('4472C4') }))],
    ['white in a box in front of a picture', p(photo() + box(p(r('見える語', white)), { z: 2 }))],
    [
      'white in a box over a filled one',
      p(box('', { fill: solid('4472C4') })) + p(box(p(r('見える語', white)), { z: 2 })),
    ],
    ['white over a picture behind the text', p(photo({ behind: true }) + r('見える語', white))],
    [
      'white in an old box with a colour',
      p(vml('width:9pt;height:9pt', 'fillcolor="#4472c4 [3204]"', p(r('見える語', white)))),
    ],
    [
      'white with an outline',
      p(
        r(
          '見える語',
          `${white}<w14:textOutline w14:w="9525"><w14:solidFill><w14:srgbClr w14:val="000000"/></w14:solidFill></w14:textOutline>`,
        ),
      ),
    ],
    ['automatic on black', p(r('見える語', '<w:color w:val="auto"/>'), shd('000000'))],
    ['on the web alone hidden, as in tables of contents', p(r('見える語', '<w:webHidden/>'))],
    [
      'a space of a point and its line',
      `${p(r('　', '<w:sz w:val="2"/>'), '<w:spacing w:line="20" w:lineRule="exact"/>')}${p('見える語')}`,
    ],
    ['on lines of no least height', p('見える語', '<w:spacing w:line="0" w:lineRule="atLeast"/>')],
    ['two letters drawn over each other', p(r('見え', '<w:spacing w:val="-400"/>') + r('る語'))],
    ['a cell that goes on with none', table([row(cell(p('見える語'), '<w:vMerge/>'))])],
    ['a box half beside the page', p(box(p('見える語'), { at: [-3, 3] }))],
    ['a box under one without a fill', p(box(p('見える語')) + box('', { z: 2 }))],
    ['a box above another', p(box('', { fill: solid('000000') }) + box(p('見える語'), { z: 2 }))],
    [
      'a box behind a smaller one',
      p(box(p('見える語'), { size: [6, 6] }) + box('', { fill: solid('000000'), z: 2 })),
    ],
    [
      'a box at the same place of another page',
      `${p(box(p('見える語')))}${p('<w:r><w:br w:type="page"/></w:r>')}${p(box('', { fill: solid('000000'), z: 2 }))}`,
    ],
    [
      'a box whose place follows the paragraph',
      p(box(p('見える語'), { from: ['column', 'paragraph'] })) +
        p(box('', { fill: solid('000000'), z: 2, from: ['column', 'paragraph'] })),
    ],
  ])('stays: %s', (_, body) => {
    const reading = read(body);
    expect(found(reading)).toEqual([]);
    expect(reading.pages[0]?.text).toContain('見える語');
  });

  it('is white text before what the header draws over the whole page', () => {
    const sheet = p(box('', { fill: solid('1F3864'), size: [20, 28], at: [0, 0] }));
    expect(found(read(p(r('見える語', white)), { header: sheet }))).toEqual([]);
  });

  it('is judged by the theme and its map', () => {
    const body = p(r('見える語', '<w:color w:themeColor="text1"/>'));
    const dark = `${head}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/></w:settings>`;
    const more = {
      relations: [['s', 'settings', 'settings.xml']] as const,
      files: { 'word/settings.xml': dark },
    };
    // Its text is white by the map, on a page that nobody colours.
    expect(found(read(body, more))).toHaveLength(1);
    expect(found(read(body))).toEqual([]);
  });

  it('is the newer form alone, of a thing that is there twice', () => {
    const twice = `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box(p(r('見える語', white)), { fill: solid('4472C4') }).replace(/^<w:r>|<\/w:r>$/g, '')}</mc:Choice><mc:Fallback><w:pict><v:rect style="width:9pt;height:9pt"><v:textbox><w:txbxContent>${p(r('見える語', white))}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(found(read(p(twice)))).toEqual([]);
  });

  it('is the same in the strict form', () => {
    const strict = Object.fromEntries(
      Object.entries(wordParts({ body: p(r('見える') + r('SECRET', white)) })).map(
        ([name, content]) => [
          name,
          typeof content === 'string' && !name.includes('Content_Types')
            ? content.replaceAll(
                'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
                'http://purl.oclc.org/ooxml/wordprocessingml/main',
              )
            : content,
        ],
      ),
    );
    const reading = readOffice(pack(strict), '.docx');
    expect(found(reading)).toEqual(['hidden-text 「見える」（背景と同じ色の文字）']);
    expect(reading.pages[0]?.text).toBe('見える');
  });
});
