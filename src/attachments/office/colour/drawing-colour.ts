import { childrenOf, type XmlElement } from '../xml-tree.ts';
import { drawingChanges } from './changed-colour.ts';
import { black, type Colour, hexColour, partOfLight, white } from './colour.ts';

/**
 * A colour as drawings write it, with its changes (ECMA-376 part 1, 20.1.2.3).
 * @param holder what holds it as its first colour: `a:solidFill`, `a:fgClr`, `a:bgRef`
 * @param scheme the colour of a name in the theme, through the map of the slide: `bg1`, `tx1`, `accent1`, `phClr`
 * @returns null where it can't be told
 */
export const drawingColour = (
  holder: XmlElement | null,
  scheme: (name: string) => Colour | null,
): Colour | null => {
  const element = childrenOf(holder).find(({ name }) => /^a:\w+Clr$/.test(name));
  if (!element) return null;
  return childrenOf(element).reduce<Colour | null>(
    (colour, { name, attributes }) => {
      const key = name.replace(/^a:/, '');
      const change = Object.hasOwn(drawingChanges, key) ? drawingChanges[key] : undefined;
      const share = shareOf(attributes['val']);
      return colour && change && share !== null ? change(colour, share) : null;
    },
    plainColour(element, scheme),
  );
};

const plainColour = (
  { name, attributes }: XmlElement,
  scheme: (name: string) => Colour | null,
): Colour | null => {
  switch (name) {
    case 'a:srgbClr':
      return hexColour(attributes['val']);
    case 'a:sysClr':
      return hexColour(attributes['lastClr']) ?? systemColours.get(attributes['val'] ?? '') ?? null;
    case 'a:schemeClr':
      return scheme(attributes['val'] ?? '');
    case 'a:prstClr':
      return namedColours.get(attributes['val'] ?? '') ?? null;
    case 'a:scrgbClr': {
      const [red, green, blue] = ['r', 'g', 'b'].map((part) => shareOf(attributes[part]));
      return red == null || green == null || blue == null
        ? null
        : {
            red: partOfLight(red),
            green: partOfLight(green),
            blue: partOfLight(blue),
            alpha: 1,
          };
    }
    case 'a:hslClr': {
      const [saturation, light] = ['sat', 'lum'].map((part) => shareOf(attributes[part]));
      // Without a hue of its own it is grey, black or white; of all others it is not asked whether they are seen.
      const isGrey = saturation === 0 || light === 0 || light === 1;
      const part = (light ?? 0) * 255;
      return isGrey && light != null ? { red: part, green: part, blue: part, alpha: 1 } : null;
    }
    default:
      return null;
  }
};

const systemColours: ReadonlyMap<string, Colour> = new Map([
  ['window', white],
  ['windowText', black],
]);

/** Those that letters or grounds have by name; of all others it is not asked whether they are seen. */
const namedColours: ReadonlyMap<string, Colour> = new Map([
  ['white', white],
  ['black', black],
]);

/** `50000` and `50%` are a half (ECMA-376 part 1, 20.1.10.40 and its strict form). */
const shareOf = (written: string | undefined): number | null => {
  const percent = /^(-?\d+(?:\.\d+)?)%$/.exec(written ?? '')?.[1];
  if (percent !== undefined) return Number(percent) / 100;
  return written !== undefined && /^-?\d+$/.test(written) ? Number(written) / 100_000 : null;
};
