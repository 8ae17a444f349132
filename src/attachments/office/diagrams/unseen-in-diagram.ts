import { isHiddenShape } from '../hidden-shape.ts';
import { colourOf, fillOf, unseenRunsIn } from '../unseen-runs.ts';
import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';

/** In EMU. */
export type FrameSize = { width: number; height: number };

/** A shape that reaches over the edge of its frame is still seen; one that lies this far from it was put there. */
const slack = 0.1;

/**
 * What of the picture of a diagram is not seen: shapes that are hidden or lie beside its frame, and letters of a point,
 * without a fill, or in the colour of their own shape. Shapes without a fill lie over others, which are not asked.
 * @param drawing the outermost element of its part ([MS-ODRAWXML] 2.6)
 * @param frame null where its size is not known
 */
export const unseenInDiagram = (drawing: XmlElement, frame: FrameSize | null): XmlElement[] => {
  const unseen: XmlElement[] = [];
  const visit = (holder: XmlElement): void => {
    for (const shape of childrenOf(holder)) {
      if (!/^dsp:(?:spTree|grpSp|sp)$/.test(shape.name)) continue;
      if (isHiddenShape(shape) || (frame && isBeside(shape, frame))) unseen.push(shape);
      else if (shape.name === 'dsp:sp') {
        unseen.push(...unseenRunsIn(shape, colourOf(fillOf(childOf(shape, 'dsp:spPr')))));
      } else visit(shape);
    }
  };
  visit(drawing);
  return unseen;
};

const isBeside = (shape: XmlElement, { width, height }: FrameSize): boolean => {
  const place = childOf(shape, 'dsp:txXfrm') ?? childOf(shape, 'dsp:spPr', 'a:xfrm');
  const number = (part: string, name: string): number =>
    Number(childOf(place, part)?.attributes[name] ?? Number.NaN);
  const [left, top] = [number('a:off', 'x'), number('a:off', 'y')];
  const [right, bottom] = [left + number('a:ext', 'cx'), top + number('a:ext', 'cy')];
  return (
    right < -width * slack ||
    bottom < -height * slack ||
    left > width * (1 + slack) ||
    top > height * (1 + slack)
  );
};
