/** A colour of sRGB: each part from 0 to 255, and how opaque it is, from 0 to 1. */
export type Colour = { red: number; green: number; blue: number; alpha: number };

/** Paper, where nothing else is said. */
export const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };
/** Ink, where nothing else is said. */
export const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 };

/** @param written six hexadecimal digits, or eight whose first two are left out, as Excel writes them; else null */
export const hexColour = (written: string | undefined | null): Colour | null => {
  const digits = /^#?(?:[0-9A-F]{2})?([0-9A-F]{6})$/i.exec(written ?? '')?.[1];
  if (digits === undefined) return null;
  const code = Number.parseInt(digits, 16);
  return { red: code >> 16, green: (code >> 8) & 255, blue: code & 255, alpha: 1 };
};

/** What is seen of a colour that lies on another. */
export const laidOn = (top: Colour, ground: Colour): Colour => {
  const mixed = (part: 'red' | 'green' | 'blue') =>
    top[part] * top.alpha + ground[part] * (1 - top.alpha);
  return {
    red: mixed('red'),
    green: mixed('green'),
    blue: mixed('blue'),
    alpha: top.alpha + ground.alpha * (1 - top.alpha),
  };
};

/** The part of one colour channel as light, from 0 to 1 (WCAG 2.2, relative luminance). */
export const lightOf = (part: number): number => {
  const share = Math.min(255, Math.max(0, part)) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** The other way round. */
export const partOfLight = (light: number): number => {
  const share = Math.min(1, Math.max(0, light));
  return 255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055);
};
