import { describe, expect, it } from 'vitest';
import { head } from '../fixtures/package-files.ts';
import { box, pptx, slide } from '../fixtures/powerpoint-files.ts';
import { readOffice } from '../read-office.ts';

const words = 'カナリア';
const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const ofDiagram = 'http://schemas.microsoft.com/office/drawing/2008/diagram';
const white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>';
const frame = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="91" name="図"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="5000000" cy="1000000"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds r:dm="dm"/></a:graphicData></a:graphic></p:graphicFrame>`;
const data = (lines: readonly string[]): string =>
  `${head}<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" ${a}><dgm:ptLst>${lines
    .map(
      (line, at) =>
        `<dgm:pt modelId="${at + 1}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>${line}</a:t></a:r></a:p></dgm:t></dgm:pt>`,
    )
    .join(
      '',
    )}</dgm:ptLst><dgm:extLst><a:ext uri="${ofDiagram}"><dsp:dataModelExt xmlns:dsp="${ofDiagram}" relId="dr"/></a:ext></dgm:extLst></dgm:dataModel>`;
const shape = (line: string, { left = 0, look = '', attributes = '', fill = '' } = {}): string =>
  `<dsp:sp><dsp:nvSpPr><dsp:cNvPr id="0" name="" ${attributes}/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr><a:xfrm><a:off x="${left}" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fill}</dsp:spPr><dsp:txBody><a:bodyPr/><a:p><a:r><a:rPr ${look.startsWith('<') ? '' : look}>${look.startsWith('<') ? look : ''}</a:rPr><a:t>${line}</a:t></a:r></a:p></dsp:txBody></dsp:sp>`;
const read = (lines: readonly string[], shapes: string) => {
  const reading = readOffice(
    pptx({
      slides: [
        {
          xml: slide(box(['題'], 'title') + frame),
          relations: [
            ['dm', 'diagramData', '../diagrams/data1.xml'],
            [
              'dr',
              'http://schemas.microsoft.com/office/2007/relationships/diagramDrawing',
              '../diagrams/drawing1.xml',
            ],
          ],
        },
      ],
      files: {
        'ppt/diagrams/data1.xml': data(lines),
        'ppt/diagrams/drawing1.xml': `${head}<dsp:drawing xmlns:dsp="${ofDiagram}" ${a}><dsp:spTree>${shapes}</dsp:spTree></dsp:drawing>`,
      },
    }),
    '.pptx',
  );
  return { findings: reading.findings, text: reading.pages[0]?.text ?? '' };
};

describe('the picture of a diagram', () => {
  it.each([
    ['beside its frame', shape(words, { left: 90_000_000 })],
    ['in a hidden shape', shape(words, { attributes: 'hidden="1"' })],
    ['in the colour of their shape', shape(words, { look: white, fill: white })],
    ['without a fill', shape(words, { look: '<a:noFill/>' })],
    ['of a point', shape(words, { look: 'sz="100"' })],
  ])('keeps words that nobody sees: %s', (_, hidden) => {
    // Whether its data say them too or not.
    for (const lines of [['一段目', words], ['一段目']]) {
      const { findings, text } = read(lines, shape('一段目') + hidden);
      expect(findings).toEqual([
        { kind: 'hidden-text', places: ['スライド1の図（SmartArt）の、表示されない項目'] },
      ]);
      expect(text).toContain('一段目');
      expect(text).not.toContain(words);
    }
  });

  it.each([
    ['white on a shape below', shape('二段目', { look: white })],
    ['over the edge of its frame', shape('二段目', { left: 4_900_000 })],
  ])('is sound: %s', (_, shown) => {
    const { findings, text } = read(['一段目', '二段目'], shape('一段目') + shown);
    expect(findings).toEqual([]);
    expect(text).toContain('二段目');
  });
});
