import { allowedProperties } from './allowed-parts.ts';

/** Functions that a value may call; `url` only with a part of the same picture. */
const allowedFunctions = new Set([
  ...['rgb', 'rgba', 'hsl', 'hsla', 'matrix', 'translate', 'translatex', 'translatey', 'scale'],
  ...['scalex', 'scaley', 'rotate', 'skewx', 'skewy', 'calc', 'rect', 'url', 'icc-color'],
  ...['blur', 'brightness', 'contrast', 'drop-shadow', 'grayscale', 'opacity', 'saturate'],
]);
/** What values are made of: no backslash, with which anything can be spelled, and no `/*`, `@`, `<` or brace. */
const plainValue = /^[\p{L}\p{M}\p{N}\s#%.,()+\-'"!*/_:=&|$?~^]*$/u;
/** The name of the function whose bracket follows. */
const calledName = /[\p{L}\p{N}_-]*\s?$/u;
const mostNameLength = 40;
/** Longer than any list of fonts. */
const mostValueLength = 5000;
const ownPart = /^\s*(["']?)#[\p{L}\p{N}_.:-]+\1\s*\)/u;

/**
 * Looks through the value of one property.
 * @returns whether it says nothing but how something looks
 */
export const isAllowedValue = (value: string): boolean => {
  if (value.length > mostValueLength || !plainValue.test(value) || value.includes('/*'))
    return false;
  for (let at = value.indexOf('('); at !== -1; at = value.indexOf('(', at + 1)) {
    const before = value.slice(Math.max(0, at - mostNameLength), at);
    const name = (calledName.exec(before)?.[0] ?? '').trim().toLowerCase();
    if (name !== '' && !allowedFunctions.has(name)) return false;
    if (name === 'url' && !ownPart.test(value.slice(at + 1, at + 300))) return false;
  }
  return true;
};

/**
 * Looks through what stands in a `style` attribute or between the braces of a rule.
 * @returns the first declaration that may not stand there; null where all may
 */
export const unsafeDeclaration = (declarations: string): string | null => {
  for (const declaration of declarations.split(';')) {
    if (declaration.trim() === '') continue;
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(0, colon)).trim().toLowerCase();
    // Programs note things for themselves there too; a browser drops what it does not know.
    const isKnown = allowedProperties.has(property) || /^-inkscape-[a-z-]+$/.test(property);
    if (!isKnown || !isAllowedValue(declaration.slice(colon + 1))) return declaration.trim();
  }
  return null;
};

const comment = '/*';

/**
 * Looks through a style sheet of the plainest kind: rules of names with what stands between their braces.
 * @returns the first thing that may not stand there; null where all may
 */
export const unsafeSheet = (sheet: string): string | null => {
  let rest = 0;
  while (rest < sheet.length) {
    while (/\s/.test(sheet[rest] ?? '')) rest += 1;
    if (rest >= sheet.length) return null;
    if (sheet.startsWith(comment, rest)) {
      const end = sheet.indexOf('*/', rest + 2);
      if (end === -1) return comment;
      rest = end + 2;
      continue;
    }
    const open = sheet.indexOf('{', rest);
    const close = sheet.indexOf('}', rest);
    if (open === -1 || close < open) return sheet.slice(rest, rest + 40).trim();
    const names = sheet.slice(rest, open);
    if (!areNames(names)) return names.slice(0, 40).trim();
    const unsafe = unsafeDeclaration(sheet.slice(open + 1, close));
    if (unsafe !== null) return unsafe;
    rest = close + 1;
  }
  return null;
};

/** Names of elements, classes and parts, one by one: a pattern over all of them would go back and forth. */
const areNames = (names: string): boolean =>
  names
    .split(/[\s,>]+/)
    .filter((name) => name !== '')
    .every((name) =>
      /^(?:\*|[.#]?[\p{L}_-][\p{L}\p{N}_-]*(?:[.#][\p{L}_-][\p{L}\p{N}_-]*){0,9})$/u.test(name),
    );
