import { expect, it } from 'vitest';
import { type Relation, relations } from '../fixtures/package-files.ts';
import { pptx, slide } from '../fixtures/powerpoint-files.ts';
import { readOffice } from '../read-office.ts';

const names =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram"';
const words = (line: string) => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`;
const point = (line: string, type = 'node') =>
  `<dgm:pt modelId="1" type="${type}"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/>${words(line)}</dgm:t></dgm:pt>`;
const drawnBy =
  '<dgm:extLst><a:ext uri="http://schemas.microsoft.com/office/drawing/2008/diagram"><dsp:dataModelExt relId="drawn" minVer="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:ext></dgm:extLst>';

/** A slide with a diagram of these points. @param drawn the lines of the picture that Office keeps of it */
const slideWith = (points: string, drawn: readonly string[] | null): Uint8Array => {
  const own: Relation[] = [
    ['data', 'diagramData', '../diagrams/data1.xml'],
    [
      'drawn',
      'http://schemas.microsoft.com/office/2007/relationships/diagramDrawing',
      '../diagrams/drawing1.xml',
    ],
  ];
  const frame =
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="図"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds r:dm="data"/></a:graphicData></a:graphic></p:graphicFrame>';
  return pptx({
    slides: [{ xml: slide(frame), relations: drawn ? own : own.slice(0, 1) }],
    files: {
      'ppt/diagrams/data1.xml': `<dgm:dataModel ${names}><dgm:ptLst>${points}</dgm:ptLst>${drawn ? drawnBy : ''}</dgm:dataModel>`,
      'ppt/diagrams/_rels/data1.xml.rels': relations(),
      ...(drawn && {
        'ppt/diagrams/drawing1.xml': `<dsp:drawing ${names}><dsp:spTree>${drawn
          .map((line) => `<dsp:sp><dsp:txBody>${words(line)}</dsp:txBody></dsp:sp>`)
          .join('')}</dsp:spTree></dsp:drawing>`,
      }),
    },
  });
};

const hidden = { kind: 'hidden-text', places: ['スライド1の図（SmartArt）の、表示されない項目'] };

it.each([
  ['all that it draws', point('受付') + point('審査'), ['受付', '審査'], '受付\n審査', false],
  ['its points, without a picture', point('受付') + point('審査'), null, '受付\n審査', false],
  ['not what it has no room for', point('受付') + point('カナリア'), ['受付'], '受付', true],
  [
    'not what stands between',
    point('受付') + point('カナリア', 'sibTrans'),
    ['受付'],
    '受付',
    true,
  ],
  ['nor what lays it out', point('受付') + point('カナリア', 'pres'), ['受付'], '受付', true],
  ['also what only the picture says', point('受付'), ['受付', '審査'], '受付\n審査', false],
])('a diagram shows %s', (_name, points, drawn, text, hasHidden) => {
  const { pages, findings } = readOffice(slideWith(points, drawn), '.pptx');
  expect(pages.map((page) => page.text)).toEqual([text]);
  expect(findings.filter(({ kind }) => kind === 'hidden-text')).toEqual(hasHidden ? [hidden] : []);
});
