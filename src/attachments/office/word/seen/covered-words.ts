import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';
import type { Styles } from '../styles.ts';
import { hidesAll, holdsContent } from './covered-drawings.ts';
import type { Drawing, Palette } from './drawings.ts';
import { areaOnPage, type Page, type Place, twip } from './page.ts';

/** EMU of half a point. */
const halfPoint = 6350;
/** 10 points, in half-points. */
const usualSize = 20;
/** So many letters below a shape were not put there by chance. */
const leastLetters = 4;

/** A letter of the first line, with where it begins and ends, in EMU from where the line begins. */
type Letter = { left: number; right: number };

/**
 * Finds the paragraphs on which a shape lies that is bound to them, hides what is below and says nothing itself: a black
 * box over a name. Where a letter stands is known for the first line alone, up to its first tab.
 */
export const coveredWords = (
  all: readonly Drawing[],
  pages: readonly Page[],
  styles: Styles,
  palette: Palette,
): XmlElement[] => {
  const found = new Set<XmlElement>();
  for (const drawing of all) {
    const { element, paragraph, place, isBehindText } = drawing;
    if (!paragraph || !place || isBehindText || found.has(paragraph)) continue;
    if (!liesOverText(element) || !hidesAll(element, palette)) continue;
    const line = lettersOf(paragraph, styles);
    if (line.letters.length < leastLetters) continue;
    const covered = lettersBelow(drawing, place, pages, line);
    if (covered >= (holdsContent(element) ? line.letters.length : leastLetters)) {
      found.add(paragraph);
    }
  }
  return [...found];
};

/** Other text flows around it. */
const liesOverText = (drawing: XmlElement): boolean => {
  const anchor = childOf(drawing, 'wp:anchor');
  if (!anchor) return !childrenOf(drawing).some((shape) => childrenOf(shape).some(isWrap));
  return !childrenOf(anchor).some(({ name }) => /^wp:wrap(?!None)/.test(name));
};
const isWrap = ({ name, attributes }: XmlElement): boolean =>
  name.endsWith(':wrap') && attributes['type'] !== undefined && attributes['type'] !== 'none';

type Line = { letters: readonly Letter[]; size: number; indent: number; isFromLeft: boolean };

const isWide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

const lettersOf = (paragraph: XmlElement, styles: Styles): Line => {
  const properties = childOf(paragraph, 'w:pPr');
  const style = styles.paragraph(childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? null);
  const chain = style.chain.map((element) => childOf(element, 'w:pPr'));
  const first = (name: string, attribute: string): string | undefined =>
    [properties, ...chain]
      .map((one) => childOf(one, name)?.attributes[attribute])
      .find((value) => value !== undefined);
  const sizeIn = (one: XmlElement | null): number | null => {
    const size = Number(childOf(one, 'w:sz')?.attributes['w:val']);
    return Number.isFinite(size) ? size : null;
  };
  const usual =
    style.chain.map((element) => sizeIn(childOf(element, 'w:rPr'))).find((size) => size !== null) ??
    sizeIn(styles.defaultRun) ??
    usualSize;
  const letters: Letter[] = [];
  let at = 0;
  let largest = 0;
  for (const run of childrenOf(paragraph, 'w:r')) {
    if (childOf(run, 'w:tab') || childOf(run, 'w:br')) break;
    const size = sizeIn(childOf(run, 'w:rPr')) ?? usual;
    for (const text of childrenOf(run, 'w:t')) {
      largest = Math.max(largest, size);
      for (const letter of text.children.join('')) {
        const left = at;
        at += size * halfPoint * (isWide.test(letter) || letter === '\u3000' ? 1 : 0.5);
        if (/[\p{L}\p{N}]/u.test(letter)) letters.push({ left, right: at });
      }
    }
  }
  const number = (value: string | undefined) => (Number(value ?? 0) || 0) * twip;
  return {
    letters,
    size: (largest || usual) * halfPoint,
    indent:
      number(first('w:ind', 'w:left') ?? first('w:ind', 'w:start')) +
      number(first('w:ind', 'w:firstLine')) -
      number(first('w:ind', 'w:hanging')),
    isFromLeft: /^(?:left|start|both|)$/.test(first('w:jc', 'w:val') ?? ''),
  };
};

/** How many letters of the first line lie below a drawing for certain. */
const lettersBelow = (
  { isInTable }: Drawing,
  place: Place,
  pages: readonly Page[],
  { letters, size, indent, isFromLeft }: Line,
): number => {
  const counts = pages.map((page) => {
    const on = areaOnPage(place, page, isInTable);
    if (!on) return 0;
    const { area } = on;
    const isOverAll =
      on.isOnPage &&
      area.left <= page.left &&
      area.top <= page.top &&
      area.right >= page.width - page.right &&
      area.bottom >= page.height - page.bottom;
    if (isOverAll) return letters.length;
    const isByParagraph = place.down?.from === 'paragraph' || place.down?.from === 'line';
    const begin = (isInTable ? 0 : page.left) + indent;
    const isOverLine =
      isByParagraph &&
      isFromLeft &&
      area.top <= size * 0.3 &&
      area.bottom >= size &&
      area.bottom - area.top >= size * 0.8;
    if (!isOverLine) return 0;
    const right = Math.min(area.right, page.width - page.right);
    return letters.filter(
      (letter) =>
        begin + letter.left >= area.left - size / 4 && begin + letter.right <= right + size / 4,
    ).length;
  });
  return Math.min(...counts);
};
