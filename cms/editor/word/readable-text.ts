/**
 * What no text may hold (src/source/allowed-characters.ts), and what is there only to be unseen: soft hyphens, zero-width
 * marks, marks of direction.
 */
const unreadable =
  /[^\P{Cc}\t\n\r]|[\p{Cs}\p{Noncharacter_Code_Point}\u{AD}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/gu;
const ownCharacters = /[\uE000-\uF8FF]/u;

/** Words of somebody else's document as an entry can hold them. Separators that only some programs know become spaces. */
export const readableText = (words: string): string =>
  words
    .normalize('NFC')
    .replace(unreadable, '')
    .replace(/[\p{Zl}\p{Zp}]/gu, ' ');

/** Whether there are characters that somebody made for their own computers (外字). */
export const hasOwnCharacters = (words: string): boolean => ownCharacters.test(words);
