import type { Colour } from '../../colour/colour.ts';
import { readThemeColours } from '../../colour/theme-colours.ts';
import type { OfficePackage } from '../../open-package.ts';
import { type Relationships, relationshipsOf, targetOf } from '../../relationships.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../../xml-tree.ts';

/** A slide with the sheets below it, which give it what it doesn't say itself. */
export type Sheets = {
  slide: Sheet;
  /** The layout and the master, as far as there are any. */
  below: readonly Sheet[];
  theme: XmlElement | null;
  /** `p:defaultTextStyle` of the presentation. */
  defaultText: XmlElement | null;
  /** A colour by its name on this slide (`bg1`, `tx1`); null where it can't be told. */
  scheme(name: string): Colour | null;
  /** What a shape of the slide stands in for on the sheets below, the nearest first. */
  heldPlaces(shape: XmlElement): XmlElement[];
};
/** One of them. */
export type Sheet = { path: string; part: XmlElement };

/** Names that a sheet may give another colour, beside those of the theme itself. */
const usualMap: Readonly<Record<string, string>> = {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
};

/** Finds the sheets of each slide; layouts and masters are shared by many, and read once. */
export type SheetFinder = (path: string, slide: XmlElement) => Sheets;

/** @param defaultText `p:defaultTextStyle` of the presentation */
export const createSheetFinder = (
  officePackage: OfficePackage,
  defaultText: XmlElement | null,
): SheetFinder => {
  const known = new Map<string, Known>();
  const read = (path: string): Known => {
    const before = known.get(path);
    if (before) return before;
    const part = officePackage.xml(path);
    const places = part ? placesIn(part) : [];
    const found = { part, relationships: relationshipsOf(officePackage, path), places };
    known.set(path, found);
    return found;
  };
  const below = (relationships: Relationships, type: string): (Known & Sheet) | null => {
    const path = targetOf(relationships, type);
    const found = path === null ? null : read(path);
    return path !== null && found?.part ? { ...found, part: found.part, path } : null;
  };
  return (path, slide) => {
    const relationships = relationshipsOf(officePackage, path);
    const layout = below(relationships, 'slideLayout');
    const master = layout && below(layout.relationships, 'slideMaster');
    const sheets = [layout, master].filter((sheet) => sheet !== null);
    const theme = master && below(master.relationships, 'theme');
    const isOverridden = [relationships, layout?.relationships].some(
      (own) => own && targetOf(own, 'themeOverride') !== null,
    );
    const colours = readThemeColours(theme?.part ?? null);
    const map = colourMap([slide, ...sheets.map(({ part }) => part)]);
    const places = sheets.map((sheet) => sheet.places);
    return {
      slide: { path, part: slide },
      below: sheets,
      theme: theme?.part ?? null,
      defaultText,
      scheme: (name) => (isOverridden ? null : colours(map[name] ?? usualMap[name] ?? name)),
      heldPlaces: (shape) => heldPlaces(shape, places),
    };
  };
};

type Known = { part: XmlElement | null; relationships: Relationships; places: readonly Place[] };

const colourMap = (sheets: readonly XmlElement[]): Readonly<Record<string, string>> => {
  const maps = sheets.map(
    (sheet) => childOf(sheet, 'p:clrMapOvr', 'a:overrideClrMapping') ?? childOf(sheet, 'p:clrMap'),
  );
  return maps.find((map) => map !== null)?.attributes ?? {};
};

type Place = { type: string; index: string | null; shape: XmlElement };

/** What a shape holds the place of. */
export const placeOf = (shape: XmlElement): Omit<Place, 'shape'> | null => {
  for (const child of childrenOf(shape)) {
    const held = /^p:nv\w*Pr$/.test(child.name) ? childOf(child, 'p:nvPr', 'p:ph') : null;
    if (!held) continue;
    const { type = 'obj', idx = null } = held.attributes;
    return { type: type === 'ctrTitle' ? 'title' : type, index: idx };
  }
  return null;
};

const placesIn = (sheet: XmlElement): Place[] => {
  const tree = childOf(sheet, 'p:cSld', 'p:spTree');
  return [...(tree ? descendantsOf(tree) : [])].flatMap((shape) => {
    const place = /^p:(?:sp|pic|graphicFrame)$/.test(shape.name) ? placeOf(shape) : null;
    return place ? [{ ...place, shape }] : [];
  });
};

/** Those whose text is the master's body. */
const ofBody = new Set([
  'obj',
  'body',
  'subTitle',
  'tbl',
  'chart',
  'dgm',
  'media',
  'clipArt',
  'pic',
]);

/** By its number on the layout, by its type on the master (ECMA-376 part 1, 19.3.1.36). */
const heldPlaces = (shape: XmlElement, sheets: readonly (readonly Place[])[]): XmlElement[] => {
  const found: XmlElement[] = [];
  let wanted = placeOf(shape);
  for (const places of sheets) {
    const asked = wanted;
    if (!asked) break;
    const sameType = ({ type }: Place) => type === asked.type;
    const place =
      places.find((one) => asked.index !== null && one.index === asked.index) ??
      places.find(sameType) ??
      (ofBody.has(asked.type) ? places.find(({ type }) => type === 'body') : undefined);
    if (!place) continue;
    found.push(place.shape);
    wanted = place;
  }
  return found;
};
