import type { Area } from '../../drawing-geometry.ts';
import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';

/** A page of a section, in EMU. */
export type Page = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  columns: number;
};

/** EMU of a twentieth of a point. */
export const twip = 635;

/** Letter, with an inch around, which is what Word takes where nothing is said. */
const usual = { width: 12_240, height: 15_840, margin: 1440 };

/** Each section is told by its last paragraph, the last one by the document. */
export const sectionsOf = (holder: XmlElement | null): XmlElement[] =>
  childrenOf(holder).flatMap((block) => {
    if (block.name === 'w:sectPr') return [block];
    if (block.name === 'w:p') return childOf(block, 'w:pPr', 'w:sectPr') ?? [];
    return block.name === 'w:sdt' ? sectionsOf(childOf(block, 'w:sdtContent')) : [];
  });

/** The pages of all sections of a document; one as Word takes it where nothing is said of any. */
export const pagesOf = (document: XmlElement): Page[] => {
  const sections = sectionsOf(childOf(document, 'w:body'));
  return (sections.length > 0 ? sections : [null]).map((section): Page => {
    const size = childOf(section, 'w:pgSz')?.attributes ?? {};
    const margins = childOf(section, 'w:pgMar')?.attributes ?? {};
    const margin = (side: string) => measure(margins[`w:${side}`], usual.margin);
    return {
      width: measure(size['w:w'], usual.width),
      height: measure(size['w:h'], usual.height),
      left: margin('left'),
      right: margin('right'),
      top: Math.abs(margin('top')),
      bottom: Math.abs(margin('bottom')),
      columns: Math.max(
        Number(childOf(section, 'w:cols')?.attributes['w:num'] ?? 1) || 1,
        childrenOf(childOf(section, 'w:cols'), 'w:col').length,
      ),
    };
  });
};

const measure = (written: string | undefined, otherwise: number): number => {
  const value = Number(written);
  return (
    (written !== undefined && Number.isFinite(value) && value !== 0 ? value : otherwise) * twip
  );
};

/** One side of a place: what it is counted from, and how far from there, in EMU. */
export type Distance = { from: string; offset: number; size: number };

/** Where a drawing lies, as far as a file says it in numbers; a side that follows an alignment is null. */
export type Place = { across: Distance | null; down: Distance | null };

type Range = readonly [number, number];

/** Where the side may begin that something is counted from. */
const rangeAcross = (from: string, page: Page, isInTable: boolean): Range => {
  switch (from) {
    case 'page':
    case 'leftMargin':
      return [0, 0];
    case 'margin':
      return [page.left, page.left];
    case 'rightMargin':
      return [page.width - page.right, page.width - page.right];
    case 'column':
      if (isInTable) return [0, page.width];
      return [page.left, page.columns > 1 ? page.width - page.right : page.left];
    default:
      return [0, page.width];
  }
};

const rangeDown = (from: string, page: Page): Range => {
  switch (from) {
    case 'page':
    case 'topMargin':
      return [0, 0];
    case 'margin':
      return [page.top, page.top];
    case 'bottomMargin':
      return [page.height - page.bottom, page.height - page.bottom];
    default:
      return [0, page.height];
  }
};

/** Whether something lies beside every page of the document, wherever its paragraph is. */
export const isBesidePages = (
  { across, down }: Place,
  pages: readonly Page[],
  isInTable: boolean,
): boolean => {
  const isOff = (side: Distance, [least, most]: Range, length: number) =>
    most + side.offset + side.size <= 0 || least + side.offset >= length;
  return pages.every(
    (page) =>
      (across !== null && isOff(across, rangeAcross(across.from, page, isInTable), page.width)) ||
      (down !== null && isOff(down, rangeDown(down.from, page), page.height)),
  );
};

/**
 * The area of something on its page, or beside its paragraph.
 * @returns null where a side isn't certain; `isOnPage` where two paragraphs can be compared
 */
export const areaOnPage = (
  { across, down }: Place,
  page: Page,
  isInTable: boolean,
): { area: Area; isOnPage: boolean } | null => {
  if (!across || !down) return null;
  const [left, mostLeft] = rangeAcross(across.from, page, isInTable);
  const isByParagraph = down.from === 'paragraph' || down.from === 'line';
  const [top, mostTop] = isByParagraph ? [0, 0] : rangeDown(down.from, page);
  const isCertain = (left === mostLeft || isInTable) && top === mostTop;
  if (!isCertain) return null;
  return {
    area: {
      left: left + across.offset,
      top: top + down.offset,
      right: left + across.offset + across.size,
      bottom: top + down.offset + down.size,
    },
    isOnPage: !isByParagraph && left === mostLeft,
  };
};
