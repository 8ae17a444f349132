import { isHiddenShape } from '../../../src/attachments/office/hidden-shape.ts';
import {
  childOf,
  childrenOf,
  descendantsOf,
  type XmlElement,
} from '../../../src/attachments/office/xml-tree.ts';
import { isHeadingLike } from '../word/numbered-headings.ts';

/**
 * The shape that a reader takes for the title of a slide that has none: words of one line, at the top and larger than all
 * others.
 * @param shapes that lie on the slide, outside of groups
 * @returns null where none is both
 */
export const typedTitle = (shapes: readonly XmlElement[]): XmlElement | null => {
  const texts = shapes
    .filter((shape) => shape.name === 'p:sp' && !isHiddenShape(shape))
    .map((shape) => ({ shape, lines: linesIn(shape), top: topOf(shape), size: sizeOf(shape) }))
    .filter(({ lines }) => lines.length > 0);
  const [largest, next] = texts.toSorted((one, other) => other.size - one.size);
  if (!largest || (next && next.size === largest.size)) return null;
  const [line = '', ...others] = largest.lines;
  const isTop = texts.every(({ top }) => top >= largest.top);
  const isSaid = largest.size > sizeOfText || next !== undefined;
  return isTop && isSaid && others.length === 0 && isHeadingLike(line) ? largest.shape : null;
};

const linesIn = (shape: XmlElement): string[] =>
  childrenOf(childOf(shape, 'p:txBody'), 'a:p')
    .map((paragraph) =>
      [...descendantsOf(paragraph)]
        .filter(({ name }) => name === 'a:t')
        .map(({ children }) => children.join(''))
        .join('')
        .trim(),
    )
    .filter(Boolean);

/** In hundredths of a point, where nothing is said (ECMA-376 part 1, 21.1.2.3.9). */
const sizeOfText = 1800;

const sizeOf = (shape: XmlElement): number => {
  const sizes = [...descendantsOf(childOf(shape, 'p:txBody') ?? shape)]
    .filter(({ name }) => name === 'a:rPr' || name === 'a:defRPr')
    .map(({ attributes }) => Number(attributes['sz'] ?? sizeOfText) || sizeOfText);
  return sizes.reduce((largest, size) => Math.max(largest, size), 0) || sizeOfText;
};

const topOf = (shape: XmlElement): number =>
  Number(childOf(shape, 'p:spPr', 'a:xfrm', 'a:off')?.attributes['y'] ?? 0) || 0;
