/** As long as a line of a form is of use. */
const longestLine = 20;
/** A step to a tab stop is as long as some letters. */
export const lettersOfTab = 8;

/** The line below so many underlined blanks, in signs of its own; null where there are too few to write on. */
export const lineBelow = (blanks: number): string | null =>
  blanks < 2 ? null : '＿'.repeat(Math.min(longestLine, blanks));
