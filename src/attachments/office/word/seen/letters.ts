import type { Colour } from '../../colour/colour.ts';
import { hexColour } from '../../colour/colour.ts';
import { isUnseenOn } from '../../colour/contrast.ts';
import { childOf, childrenOf, switchOf, type XmlElement } from '../../xml-tree.ts';
import { type Paper, writtenColour } from './paper.ts';

/** Why letters are not seen, as messages say it. */
export type Reason = '背景と同じ色の文字' | '透明な文字' | '1ポイント以下の文字';

/** What says how the letters of a run look, each list with the nearest first. */
export type RunSources = {
  /** The run itself and its style: they win over all others. */
  own: readonly XmlElement[];
  /** The style of the paragraph. */
  paragraph: readonly XmlElement[];
  /** The style of the table, of which it is not asked which part wins. */
  table: readonly XmlElement[];
  /** What holds where nothing else is said. */
  defaults: readonly XmlElement[];
};

/** A point, in half-points. */
const tiny = 2;
/** A tenth of a letter's width is still a letter. */
const narrowest = 5;
/** 10 points, where nobody says a size. */
const usualSize = 20;

const number = (written: string | undefined): number | null => {
  const found = /^(-?\d+(?:\.\d+)?)(?:%|pt)?$/.exec(written ?? '')?.[1];
  return found === undefined ? null : Number(found);
};

/** Whether letters are so small, so narrow or so close that nobody reads them. @param text of the run */
export const isTiny = (sources: RunSources, text: string): boolean => {
  const nearest = [...sources.own, ...sources.paragraph, ...sources.defaults];
  const first = (name: string): number | null => {
    for (const source of nearest) {
      const value = number(childOf(source, name)?.attributes['w:val']);
      if (value !== null) return value;
    }
    return null;
  };
  const size = first('w:sz') ?? usualSize;
  if (size <= tiny) return true;
  const width = first('w:w');
  if (width !== null && width > 0 && width <= narrowest) return true;
  // A few letters may be drawn over each other on purpose.
  if ([...text].length < 3) return false;
  const spacing = first('w:spacing');
  if (spacing !== null && spacing <= -size * 10) return true;
  const fitted = number(childOf(sources.own[0] ?? null, 'w:fitText')?.attributes['w:val']);
  return fitted !== null && fitted <= 20;
};

/** The letters' colours that are possible; `seen` where something else than their colour shows them. */
type LetterColours = readonly Colour[] | 'seen' | 'transparent';

/** Why a run is not seen by its colour; null where it is, or where it can't be told. */
export const reasonOfColour = (
  sources: RunSources,
  paper: Paper,
  grounds: () => readonly Colour[] | null,
): Reason | null => {
  const colours = letterColours(sources, paper);
  if (colours === 'seen') return null;
  if (colours === 'transparent') return '透明な文字';
  const isLost = grounds()?.every((ground) =>
    colours.every((colour) => isUnseenOn(colour, ground)),
  );
  return isLost ? '背景と同じ色の文字' : null;
};

const letterColours = (
  { own, paragraph, table, defaults }: RunSources,
  paper: Paper,
): LetterColours => {
  const nearest = [...own, ...paragraph, ...table, ...defaults];
  if (nearest.some(isDrawnOtherwise)) return 'seen';
  const effect = nearest.map((source) => childOf(source, 'w14:textFill')).find(Boolean);
  if (effect) {
    const fill = effectColour(effect, paper);
    if (fill !== null) return fill;
  }
  const certain = colourIn(own, paper);
  if (certain) return certain === 'auto' ? 'seen' : [certain];
  // Of a style of the table and one of the paragraph either may win.
  const ofTable = table.flatMap((source) => colourIn([source], paper) ?? []);
  const others = colourIn(paragraph, paper) ?? colourIn(defaults, paper) ?? 'auto';
  const possible = [others, ...ofTable];
  const known = possible.filter((colour) => colour !== 'auto');
  return known.length === possible.length ? known : 'seen';
};

/** A colour that isn't known is taken as seen. */
const colourIn = (sources: readonly XmlElement[], { scheme }: Paper): Colour | 'auto' | null => {
  for (const source of sources) {
    const element = childOf(source, 'w:color');
    if (element) return writtenColour(element, 'val', scheme) ?? 'auto';
  }
  return null;
};

/** Outlines, shadows and glows of both kinds. */
const isDrawnOtherwise = (properties: XmlElement): boolean =>
  ['w:outline', 'w:shadow', 'w:emboss', 'w:imprint'].some(
    (name) => switchOf(properties, name) === true,
  ) ||
  childrenOf(properties).some(
    (child) =>
      (child.name === 'w14:textOutline' &&
        childOf(child, 'w14:noFill') === null &&
        childrenOf(child).length > 0) ||
      child.name === 'w14:glow' ||
      child.name === 'w14:shadow',
  );

/** As in `w14`, where 100,000 of alpha let everything through ([MS-ODRAWXML] is the other way round than DrawingML). */
const wholly = 100_000;
const faint = 97_000;

/** @returns null where the plain colour holds */
const effectColour = (fill: XmlElement, { scheme }: Paper): LetterColours | null => {
  if (childOf(fill, 'w14:noFill')) return 'transparent';
  const solid = childOf(fill, 'w14:solidFill');
  if (!solid) return childrenOf(fill).length > 0 ? 'seen' : null;
  const [element] = childrenOf(solid);
  const changes = childrenOf(element ?? null);
  const alpha = changes.find(({ name }) => name === 'w14:alpha')?.attributes['w14:val'];
  if (number(alpha) !== null && Number(alpha) > faint && Number(alpha) <= wholly) {
    return 'transparent';
  }
  if (!element || changes.some(({ name }) => name !== 'w14:alpha')) return 'seen';
  const value = element.attributes['w14:val'];
  const colour =
    element.name === 'w14:srgbClr'
      ? hexColour(value)
      : element.name === 'w14:schemeClr'
        ? scheme(value ?? '')
        : null;
  if (!colour) return 'seen';
  return [{ ...colour, alpha: 1 - (number(alpha) ?? 0) / wholly }];
};
