import { type Colour, lightOf, partOfLight } from './colour.ts';

/** Hue in turns, the rest from 0 to 1. */
type Tone = { hue: number; saturation: number; lightness: number };

const toneOf = ({ red, green, blue }: Colour): Tone => {
  const parts = [red / 255, green / 255, blue / 255] as const;
  const [r, g, b] = parts;
  const most = Math.max(...parts);
  const least = Math.min(...parts);
  const span = most - least;
  const lightness = (most + least) / 2;
  if (span === 0) return { hue: 0, saturation: 0, lightness };
  const sixth =
    most === r ? ((g - b) / span + 6) % 6 : most === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return { hue: sixth / 6, saturation: span / (1 - Math.abs(2 * lightness - 1)), lightness };
};

const ofTone = ({ hue, saturation, lightness }: Tone, alpha: number): Colour => {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (shift: number): number => {
    const at = (shift + hue * 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  };
  return { red: part(0), green: part(8), blue: part(4), alpha };
};

const within = (share: number): number => Math.min(1, Math.max(0, share));

const withTone = (colour: Colour, change: (tone: Tone) => Partial<Tone>): Colour => {
  const tone = toneOf(colour);
  const changed = { ...tone, ...change(tone) };
  return ofTone(
    {
      hue: changed.hue,
      saturation: within(changed.saturation),
      lightness: within(changed.lightness),
    },
    colour.alpha,
  );
};

const withLight = (colour: Colour, change: (light: number) => number): Colour => ({
  red: partOfLight(change(lightOf(colour.red))),
  green: partOfLight(change(lightOf(colour.green))),
  blue: partOfLight(change(lightOf(colour.blue))),
  alpha: colour.alpha,
});

/**
 * How drawings change a colour (ECMA-376 part 1, 20.1.2.3), by the name of the element without its prefix.
 * @param share of the element, 1 for 100 %
 */
export const drawingChanges: Readonly<Record<string, (colour: Colour, share: number) => Colour>> = {
  alpha: (colour, share) => ({ ...colour, alpha: within(share) }),
  alphaMod: (colour, share) => ({ ...colour, alpha: within(colour.alpha * share) }),
  alphaOff: (colour, share) => ({ ...colour, alpha: within(colour.alpha + share) }),
  lum: (colour, share) => withTone(colour, () => ({ lightness: share })),
  lumMod: (colour, share) =>
    withTone(colour, ({ lightness }) => ({ lightness: lightness * share })),
  lumOff: (colour, share) =>
    withTone(colour, ({ lightness }) => ({ lightness: lightness + share })),
  sat: (colour, share) => withTone(colour, () => ({ saturation: share })),
  satMod: (colour, share) =>
    withTone(colour, ({ saturation }) => ({ saturation: saturation * share })),
  satOff: (colour, share) =>
    withTone(colour, ({ saturation }) => ({ saturation: saturation + share })),
  tint: (colour, share) => withLight(colour, (light) => light * share + (1 - share)),
  shade: (colour, share) => withLight(colour, (light) => light * share),
};

/**
 * A colour of a workbook, made brighter or darker (ECMA-376 part 1, 18.8.19).
 * @param tint from -1, black, to 1, white; 0 changes nothing
 */
export const withTint = (colour: Colour, tint: number): Colour =>
  withTone(colour, ({ lightness }) => ({
    lightness: tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint,
  }));

/**
 * A theme colour as Word changes it (ECMA-376 part 1, 17.3.2.6): the share of it that stays, beside white or black.
 * @param tint `w:themeTint`, two hexadecimal digits; undefined where there is none
 * @param shade `w:themeShade`
 */
export const withWordTint = (
  colour: Colour,
  tint: string | undefined,
  shade: string | undefined,
): Colour => {
  const tinted = shareOf(tint);
  const shaded = shareOf(shade);
  const brighter = tinted === null ? colour : withTint(colour, 1 - tinted);
  return shaded === null ? brighter : withTint(brighter, shaded - 1);
};

const shareOf = (written: string | undefined): number | null =>
  written !== undefined && /^[0-9A-F]{1,2}$/i.test(written)
    ? Number.parseInt(written, 16) / 255
    : null;
