import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';

/** In twentieths of a point, of which a line without a size of its own has five points at the least. */
const lowestLine = 100;
/** EMU in a twentieth of a point. */
const twip = 635;
/** A point, in EMU: of a shape that is no wider or no higher nothing is read. */
const point = 12_700;

/** The height that a row of a table has and never exceeds, in twentieths of a point; null where it grows. */
export const fixedHeightOf = (row: XmlElement): number | null => {
  const { 'w:val': height, 'w:hRule': rule } =
    childOf(row, 'w:trPr', 'w:trHeight')?.attributes ?? {};
  return rule === 'exact' && Number(height) > 0 ? Number(height) : null;
};

/** How large a drawing or a shape in it is, and whether it grows with its text; null where it doesn't say. */
const boxOf = (shape: XmlElement): { width: number; height: number } | null => {
  const extent = childOf(shape, 'wps:spPr', 'a:xfrm', 'a:ext')?.attributes;
  const [width, height] = [Number(extent?.['cx']), Number(extent?.['cy'])];
  return Number.isFinite(width) && Number.isFinite(height) ? { width, height } : null;
};

/** A shape that grows, hands its text on to another one, or lets it run downwards or along a path. */
const isOpenEnded = (shape: XmlElement): boolean => {
  const body = childOf(shape, 'wps:bodyPr');
  const text = childOf(shape, 'wps:txbx');
  return (
    childOf(shape, 'wps:linkedTxbx') !== null ||
    text?.attributes['id'] !== undefined ||
    childOf(body, 'a:spAutoFit') !== null ||
    childOf(body, 'a:normAutofit') !== null ||
    childOf(body, 'a:prstTxWarp') !== null ||
    !/^(?:horz)?$/.test(body?.attributes['vert'] ?? '')
  );
};

/** Whether a shape has no width or no height, and doesn't grow with its text. */
export const hasNoRoom = (shape: XmlElement): boolean => {
  const box = shape.name === 'wps:wsp' && !isOpenEnded(shape) ? boxOf(shape) : null;
  return box !== null && (box.width < point || box.height < point);
};

/** The paragraphs of a shape that certainly begin below its end: Word cuts them off. */
export const belowShape = (shape: XmlElement): XmlElement[] => {
  const box = shape.name === 'wps:wsp' && !isOpenEnded(shape) ? boxOf(shape) : null;
  const content = childOf(shape, 'wps:txbx', 'w:txbxContent');
  return box && content ? beyond(content, box.height / twip) : [];
};

/**
 * The paragraphs that certainly begin further down than a height, as low as their lines can be.
 * @param room in twentieths of a point
 */
export const beyond = (holder: XmlElement, room: number): XmlElement[] => {
  let top = 0;
  const found: XmlElement[] = [];
  for (const block of childrenOf(holder)) {
    if (block.name === 'w:p') {
      if (top >= room) found.push(block);
      top += heightOf(block);
    }
    if (block.name === 'w:tbl') top += childrenOf(block, 'w:tr').length * lowestLine;
  }
  return found;
};

const heightOf = (paragraph: XmlElement): number => {
  const { 'w:line': line, 'w:lineRule': rule } =
    childOf(paragraph, 'w:pPr', 'w:spacing')?.attributes ?? {};
  if (rule === 'exact' && Number(line) > 0) return Number(line);
  // A frame, and what is hidden, take no room.
  if (childOf(paragraph, 'w:pPr', 'w:framePr')) return 0;
  const runs = childrenOf(paragraph, 'w:r').filter((run) => childOf(run, 'w:t'));
  if (runs.some((run) => childOf(run, 'w:rPr', 'w:vanish'))) return 0;
  const sizes = runs.map((run) => Number(childOf(run, 'w:rPr', 'w:sz')?.attributes['w:val']) * 10);
  const own = sizes.filter((size) => Number.isFinite(size));
  return own.length === 0 ? lowestLine : Math.max(...own);
};
