import { withWordTint } from '../../colour/changed-colour.ts';
import { type Colour, hexColour, white } from '../../colour/colour.ts';
import { readThemeColours } from '../../colour/theme-colours.ts';
import type { OfficePackage } from '../../open-package.ts';
import { type Relationships, targetOf } from '../../relationships.ts';
import { childOf, type XmlElement } from '../../xml-tree.ts';

/** What all colours of a Word file are seen by. */
export type Paper = {
  /** A colour by its name in the theme, in the words of Word or of drawings; null where it can't be told. */
  scheme(name: string): Colour | null;
  /** What may stand behind everything: white, and the colour of the page, which is not printed. */
  pages: readonly Colour[];
};

/** Word's names beside those of the theme (ECMA-376 part 1, 17.18.97). */
const names: Readonly<Record<string, string>> = {
  dark1: 'dk1',
  light1: 'lt1',
  dark2: 'dk2',
  light2: 'lt2',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
};
/** The attribute of the settings that says which of them a page calls so (17.15.1.20), and what it is without one. */
const mapped: Readonly<Record<string, readonly [string, string]>> = {
  text1: ['w:t1', 'dark1'],
  background1: ['w:bg1', 'light1'],
  text2: ['w:t2', 'dark2'],
  background2: ['w:bg2', 'light2'],
  tx1: ['w:t1', 'dark1'],
  bg1: ['w:bg1', 'light1'],
  tx2: ['w:t2', 'dark2'],
  bg2: ['w:bg2', 'light2'],
};

/**
 * @param document `w:document`
 * @param relationships those of the document
 */
export const paperOf = (
  officePackage: OfficePackage,
  document: XmlElement | null,
  relationships: Relationships,
): Paper => {
  const part = (type: string) => officePackage.xml(targetOf(relationships, type) ?? '');
  const theme = readThemeColours(part('theme'));
  const map = childOf(part('settings'), 'w:clrSchemeMapping')?.attributes ?? {};
  const scheme: Paper['scheme'] = (name) => {
    const [attribute, usual] = mapped[name] ?? ['', name];
    const named = map[attribute] ?? usual;
    return theme(names[named] ?? named);
  };
  const own = writtenColour(childOf(document, 'w:background'), '', scheme);
  return { scheme, pages: own === null || own === 'auto' ? [white] : [white, own] };
};

/**
 * A colour as Word writes it, by its number or by its name in the theme.
 * @param kind which of several that an element has: `` for `w:color` and `w:themeColor`, `fill` for `w:fill` and
 * `w:themeFill`
 * @returns `auto` where Word chooses one that is seen; null where none is named or it can't be told
 */
export const writtenColour = (
  element: XmlElement | null,
  kind: '' | 'fill' | 'val',
  scheme: Paper['scheme'],
): Colour | 'auto' | null => {
  if (!element) return null;
  const { attributes } = element;
  const [theme, tint, shade, plain] =
    kind === 'fill'
      ? ['w:themeFill', 'w:themeFillTint', 'w:themeFillShade', 'w:fill']
      : ['w:themeColor', 'w:themeTint', 'w:themeShade', kind === 'val' ? 'w:val' : 'w:color'];
  const named = attributes[theme];
  if (named !== undefined && named !== 'none') {
    const colour = scheme(named);
    return colour && withWordTint(colour, attributes[tint], attributes[shade]);
  }
  const written = attributes[plain];
  return written === 'auto' ? 'auto' : hexColour(written);
};
