/**
 * The letters in which tokens are written for Pagefind: Canadian syllabics. They have no case, no decomposition and
 * no entry in a word segmenter, so Pagefind neither strips the voicing of バ (it decomposes letters on both sides)
 * nor cuts a token again (it splits words at changes of case and at digits, and segments queries on Japanese pages).
 *
 * One syllabic stands for an ASCII letter or digit, two for any other letter. The two ranges do not overlap,
 * so a token can be read back, and one token begins with another exactly when its letters do.
 */

const pairs = 0x1401;
const singles = 0x1601;
const endOfRunCode = 0x1640;
const plain = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Closes a run of Latin letters or digits, so that COI can be told from the beginning of COIN. */
export const endOfRun = String.fromCharCode(endOfRunCode);

/** Writes folded letters in syllabics. */
export function encode(letters: string): string {
  let written = '';
  for (const letter of letters) {
    const single = plain.indexOf(letter);
    const code = letter.codePointAt(0) ?? 0;
    written +=
      single >= 0
        ? String.fromCharCode(singles + single)
        : String.fromCharCode(pairs + (code >> 9), pairs + (code & 511));
  }
  return written;
}

/** Reads syllabics back; the end of a run reads as a space. */
export function decode(written: string): string {
  let letters = '';
  for (let index = 0; index < written.length; index += 1) {
    const code = written.charCodeAt(index);
    if (code === endOfRunCode) letters += ' ';
    else if (code >= singles) letters += plain[code - singles] ?? '';
    else {
      index += 1;
      const low = written.charCodeAt(index) - pairs;
      letters += String.fromCodePoint(((code - pairs) << 9) | low);
    }
  }
  return letters;
}
