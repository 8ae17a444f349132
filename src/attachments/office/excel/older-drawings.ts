import type { Findings } from '../findings.ts';
import type { OfficePackage } from '../open-package.ts';
import type { Relationships } from '../relationships.ts';
import { childOf, walkXml, type XmlElement } from '../xml-tree.ts';
import { hasWords } from './formula-risks.ts';

/**
 * Finds words in the older drawings of a sheet that nobody sees: in the boxes of notes, which Excel fills from elsewhere,
 * in shapes that are hidden, and in what was drawn for a header, of which pictures alone are shown.
 * @param besides the outermost element of the sheet
 * @param place 「シート『集計』」
 */
export const findInOlderDrawings = (
  officePackage: OfficePackage,
  besides: XmlElement,
  { relationships, place, findings }: Around,
): void => {
  const ofHeader = childOf(besides, 'x:legacyDrawingHF')?.attributes['r:id'];
  for (const [id, { type, target, external }] of relationships) {
    const xml = type === 'vmlDrawing' && !external ? officePackage.text(target) : null;
    for (const { isHidden, kind, words } of xml === null ? [] : shapesIn(xml)) {
      if (!hasWords(words)) continue;
      if (kind === 'Note') findings.add('comments', place);
      else if (isHidden || id === ofHeader) findings.add('hidden-text', `${place}の古い形式の図形`);
    }
  }
};

type Around = { relationships: Relationships; place: string; findings: Findings };

type Shape = { isHidden: boolean; kind: string; words: string };

/** Drawings of this form are often no whole XML. */
const shapesIn = (xml: string): Shape[] => {
  const shapes: Shape[] = [];
  const open: string[] = [];
  walkXml(xml, {
    open(name, attributes) {
      open.push(name);
      if (name.startsWith('v:') && attributes['style'] !== undefined && !open.includes('v:textbox'))
        shapes.push({ isHidden: hidden.test(attributes['style']), kind: '', words: '' });
      const shape = shapes.at(-1);
      if (name === 'xvml:ClientData' && shape) shape.kind = attributes['ObjectType'] ?? '';
    },
    text(piece) {
      const shape = shapes.at(-1);
      if (shape && open.includes('v:textbox')) shape.words += piece;
    },
    close: () => open.pop(),
  });
  return shapes;
};

const hidden = /visibility:\s*hidden|display:\s*none/i;
