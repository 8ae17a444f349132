/** How many columns a letter takes where every Japanese one takes two (UAX #11, with what is ambiguous taken as wide). */
export const columnsOf = (text: string): number =>
  [...text].reduce((columns, letter) => columns + (isNarrow(letter) ? 1 : 2), 0);

/** Latin and what is written like it, and half-width kana. */
const isNarrow = (letter: string): boolean => /[\u0020-\u02ff\uff61-\uff9f]/.test(letter);

/** What no line begins with, and what none ends with (JIS X 4051). */
const neverFirst =
  /^[、。，．・：；？！）」』】〕〉》’”ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々%％)\]}.,!?:;]/;
const neverLast = /[（「『【〔〈《‘“([{]$/;

/**
 * Breaks a text into lines of so many columns at most. A Latin word or a number is broken by nothing, and so is an address,
 * which may be longer than a line.
 * @param indent what each line begins with
 */
export const wrapped = (text: string, columns: number, indent = ''): string[] => {
  const lines: string[] = [];
  const width = columns - columnsOf(indent);
  for (const paragraph of text.split(/\r\n?|\n/)) {
    let line = '';
    for (const piece of piecesOf(paragraph)) {
      if (columnsOf(line + piece) > width && line !== '') {
        lines.push(indent + line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    lines.push((indent + line).trimEnd());
  }
  return lines;
};

/** What a line may end after: each Japanese letter with the signs that stay beside it, and each Latin word. */
const piecesOf = (text: string): string[] => {
  const atoms = text.match(/[\u0021-\u007e]+|[^\u0021-\u007e]/gu) ?? [];
  const pieces: string[] = [];
  for (const atom of atoms) {
    const before = pieces.at(-1);
    if (before !== undefined && (neverFirst.test(atom) || neverLast.test(before))) {
      pieces[pieces.length - 1] = before + atom;
    } else pieces.push(atom);
  }
  return pieces;
};
