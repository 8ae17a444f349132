/** Control characters, noncharacters, and what is there only to be unseen: soft hyphens, zero-width marks. */
const unreadable =
  /[^\P{Cc}\t\n]|[\u{AD}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FDD0}-\u{FDEF}\u{FEFF}\u{FFFE}\u{FFFF}]/gu;

/** Blocks as the text of a page, one a line, without what would part words unseen. */
export const pageText = (lines: readonly string[]): string =>
  lines
    .flatMap((line) => line.split('\n'))
    .map((line) => line.normalize('NFC').replace(unreadable, '').trim())
    .filter(Boolean)
    .join('\n');
