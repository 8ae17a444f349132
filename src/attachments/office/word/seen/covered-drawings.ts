import {
  type Area,
  areaOf,
  isUpright,
  isWithin,
  onSlide,
  type Placed,
  type Placing,
  placedBy,
  placingInGroup,
} from '../../drawing-geometry.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../xml-tree.ts';
import { visibleText } from '../visible-text.ts';
import { type Drawing, hidesWhatIsBelow, isShape, type Palette, propertiesOf } from './drawings.ts';
import { areaOnPage, type Page } from './page.ts';

/** So much of something may stand out from under what covers it, in EMU: three points. */
const slack = 3 * 12_700;
/** Two paragraphs that are further apart may stand on two pages. */
const near = 10;
/** More comparisons than a text that a person made asks for, by far. */
const mostComparisons = 20_000_000;

/** Whether a drawing says or shows something that somebody may miss. */
export const holdsContent = (drawing: XmlElement): boolean =>
  /[\p{L}\p{N}]/u.test(visibleText(drawing)) ||
  [drawing, ...descendantsOf(drawing)].some(
    ({ name }) =>
      name === 'pic:pic' || name === 'v:imagedata' || name === 'c:chart' || name === 'dgm:relIds',
  );

/**
 * Finds the drawings that lie under others, as far as both have a place that is certain.
 * @param pages of the document; with pages of several sizes nothing is certain but what is bound to one paragraph
 * @throws {RangeError} where there are far too many
 */
export const coveredDrawings = (
  all: readonly Drawing[],
  pages: readonly Page[],
  palette: Palette,
): XmlElement[] => [
  ...all.flatMap(({ element }) => coveredInGroups(element, palette)),
  ...coveredOnPage(all, pages, palette),
];

const coveredOnPage = (
  all: readonly Drawing[],
  pages: readonly Page[],
  palette: Palette,
): XmlElement[] => {
  const [page] = pages;
  const isOneSize = pages.every((one) => JSON.stringify(one) === JSON.stringify(page));
  const placed = all.flatMap((drawing) => {
    const on = page && drawing.place ? areaOnPage(drawing.place, page, drawing.isInTable) : null;
    return on ? [{ ...drawing, area: on.area, isOnPage: on.isOnPage && isOneSize }] : [];
  });
  const covers = placed.filter(
    ({ element, isBehindText }) => !isBehindText && hidesAll(element, palette),
  );
  if (covers.length * placed.length > mostComparisons) throw new RangeError('too many drawings');
  return placed
    .filter((low) =>
      covers.some(
        (high) =>
          high.element !== low.element &&
          (low.isBehindText || high.height > low.height) &&
          isWithin(low.area, high.area, slack) &&
          (high.paragraph === low.paragraph ||
            (high.isOnPage &&
              low.isOnPage &&
              high.segment === low.segment &&
              Math.abs(high.order - low.order) <= near)),
      ),
    )
    .map(({ element }) => element)
    .filter(holdsContent);
};

/** Whether a drawing is one shape or one picture, which fills its area, and lets nothing through. */
export const hidesAll = (drawing: XmlElement, palette: Palette): boolean => {
  const inside = childOf(drawing, 'wp:anchor', 'a:graphic', 'a:graphicData') ?? drawing;
  const isTurned = [...descendantsOf(inside)].some(
    ({ name, attributes }) => name === 'a:xfrm' && Number(attributes['rot'] ?? 0) !== 0,
  );
  const drawn = childrenOf(inside).filter((child) => child.name === 'pic:pic' || isShape(child));
  const [only, ...others] = drawn;
  return only !== undefined && others.length === 0 && !isTurned && hidesWhatIsBelow(only, palette);
};

type Laid = { shape: XmlElement; placed: Placed; area: Area };

/** What lies under a later shape of the same group or canvas. */
const coveredInGroups = (drawing: XmlElement, palette: Palette): XmlElement[] => {
  const laid: Laid[] = [];
  const visit = (element: XmlElement, placing: Placing): void => {
    for (const child of childrenOf(element)) {
      if (/^(?:wpg|wp):(?:wgp|grpSp)$/.test(child.name)) {
        const within = placingInGroup(childOf(propertiesOf(child), 'a:xfrm'), placing);
        if (within) visit(child, within);
      } else if (isShape(child) || child.name === 'pic:pic') {
        const properties = propertiesOf(child);
        const placed = placedBy(childOf(properties, 'a:xfrm'), placing);
        if (!placed) continue;
        const whole = { left: 0, top: 0, right: placed.width, bottom: placed.height };
        laid.push({ shape: child, placed, area: areaOf(placed.placing, whole) });
      } else if (/:wpc$/.test(child.name)) visit(child, placing);
    }
  };
  const inside = [...descendantsOf(drawing)].find(({ name }) => name === 'a:graphicData');
  if (!inside) return [];
  visit(inside, onSlide);
  if (laid.length ** 2 > mostComparisons) throw new RangeError('too many shapes');
  const covers = laid.map(({ shape, placed, area }, at) => ({
    at,
    area,
    hides: isUpright(placed.placing) && hidesWhatIsBelow(shape, palette),
  }));
  return laid
    .filter(({ area }, at) =>
      covers.some((cover) => cover.hides && cover.at > at && isWithin(area, cover.area, slack)),
    )
    .map(({ shape }) => shape)
    .filter(holdsContent);
};
