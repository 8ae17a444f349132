import type { OfficePackage } from '../open-package.ts';
import { relationshipsOf } from '../relationships.ts';
import { shownForm } from '../shown-form.ts';
import { without } from '../unseen-runs.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { type FrameSize, unseenInDiagram } from './unseen-in-diagram.ts';

/** The words of a diagram (SmartArt). */
export type DiagramWords = {
  /** Line by line, as its readers see them. */
  shown: readonly string[];
  /** Whether it keeps words that it does not show: entries for which its form has no room, or that were left in it. */
  hasHidden: boolean;
};

/**
 * Reads a diagram: its words stand in points, and the picture that Office drew of it last beside them (ECMA-376 part 1,
 * 21.4.3; [MS-ODRAWXML] 2.6). Without a picture, all of its points are taken as shown.
 * @param path the part that holds it
 * @param frame `dgm:relIds`, which names its parts
 */
export const diagramWords = (
  officePackage: OfficePackage,
  path: string,
  frame: XmlElement,
): DiagramWords => {
  const relationships = relationshipsOf(officePackage, path);
  const partOf = (id: string | undefined): XmlElement | null => {
    const relationship = relationships.get(id ?? '');
    return relationship && !relationship.external ? officePackage.xml(relationship.target) : null;
  };
  const data = partOf(frame.attributes['r:dm']);
  if (!data) return { shown: [], hasHidden: false };
  const points = [...descendantsOf(data)].filter(({ name }) => name === 'dgm:pt');
  const entries = points.filter((point) => !isBetween(point)).flatMap(linesIn);
  const drawing = partOf(drawingIdOf(data));
  const unseen = drawing ? unseenInDiagram(drawing, sizeOfFrame(officePackage, path, frame)) : [];
  const drawn = linesIn(drawing && without(drawing, new Set(unseen)));
  if (linesIn(drawing).length === 0) return { shown: entries, hasHidden: false };
  const seen = drawn.map(plain).join('');
  const isSeen = (line: string) => seen.includes(plain(line));
  const known = points.flatMap(linesIn);
  const kept = new Set(known.map(plain));
  return {
    // What only the picture says is seen, too.
    shown: [...entries.filter(isSeen), ...drawn.filter((line) => !kept.has(plain(line)))],
    hasHidden: [...known, ...linesIn(drawing)].some((line) => /\p{L}/u.test(line) && !isSeen(line)),
  };
};

/** How large the frame is in which a diagram stands; null where that is not said. */
const sizeOfFrame = (
  officePackage: OfficePackage,
  path: string,
  { attributes }: XmlElement,
): FrameSize | null => {
  const part = officePackage.xml(path);
  for (const holder of part ? descendantsOf(part) : []) {
    const extent =
      childOf(holder, 'p:xfrm', 'a:ext') ??
      (/^wp:(?:inline|anchor)$/.test(holder.name) ? childOf(holder, 'wp:extent') : null);
    const isOwn = (one: XmlElement) =>
      one.name === 'dgm:relIds' && one.attributes['r:dm'] === attributes['r:dm'];
    if (!extent || ![...descendantsOf(holder)].some(isOwn)) continue;
    return { width: Number(extent.attributes['cx']), height: Number(extent.attributes['cy']) };
  }
  return null;
};

/** Points that only lay others out, or stand between them; what they say is rarely drawn. */
const isBetween = ({ attributes }: XmlElement): boolean =>
  /^(?:pres|parTrans|sibTrans)$/.test(attributes['type'] ?? '');

/** The relationship to the picture of a diagram is named in an extension of its data. */
const drawingIdOf = (data: XmlElement): string | undefined =>
  [...descendantsOf(data)].find(({ name }) => name === 'dsp:dataModelExt')?.attributes['relId'];

const linesIn = (part: XmlElement | null): string[] =>
  part
    ? [...descendantsOf(part)]
        .filter(({ name }) => name === 'a:p')
        .map((paragraph) => wordsOf(paragraph).trim())
        .filter(Boolean)
    : [];

const wordsOf = (element: XmlElement): string => {
  if (element.name === 'a:t' || element.name === 'm:t') return element.children.join('');
  if (element.name === 'a:br') return ' ';
  if (element.name === 'mc:AlternateContent') {
    const shown = shownForm(element);
    return shown ? wordsOf(shown) : '';
  }
  return childrenOf(element).map(wordsOf).join('');
};

const plain = (line: string): string => line.normalize('NFKC').replace(/\s+/gu, '');
