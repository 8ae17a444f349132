/**
 * What no text may hold, wherever it stands and however it is written: control characters but for tab and line feed,
 * halves of characters, separators that only some programs take for the end of a line, characters that turn the direction
 * of what follows (https://unicode.org/reports/tr9/#Explicit_Directional_Embeddings), and noncharacters, some of which
 * stand-ins.ts uses. The first two would break every XML (https://www.w3.org/TR/xml/#charsets).
 */
const forbidden =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\p{Noncharacter_Code_Point}]/gu;
const isKept = (character: string): boolean => character === '\t' || character === '\n';

/** A character that may not stand in a text, and where it does. */
export type ForbiddenCharacter = {
  /** `U+001B` */
  name: string;
  offset: number;
};

/**
 * Finds the first character that no text may hold.
 * @param text with line feeds only
 * @returns null where all are allowed
 */
export const forbiddenCharacter = (text: string): ForbiddenCharacter | null => {
  for (const { 0: character, index } of text.matchAll(forbidden)) {
    if (!isKept(character)) return { name: characterName(character), offset: index };
  }
  return null;
};

/** A number and what a reference to it in hexadecimal or decimal digits begins with. */
const numericReference = /&#(?:x([0-9a-f]+)|([0-9]+))/gi;
const lastCodePoint = 0x10ffff;

/**
 * Finds the first reference (`&#0;`, `&#x1b;`) to a character that no text may hold, or to none at all. A reference that
 * is shown as it is written, as in code, counts too.
 */
export const forbiddenReference = (text: string): ForbiddenCharacter | null => {
  for (const { index, 1: hexadecimal, 2: decimal } of text.matchAll(numericReference)) {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    if (code > lastCodePoint) return { name: text.slice(index, index + 12), offset: index };
    const found = forbiddenCharacter(String.fromCodePoint(code));
    if (found) return { name: found.name, offset: index };
  }
  return null;
};

const characterName = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
};
