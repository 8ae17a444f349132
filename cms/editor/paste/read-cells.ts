import { type Cell, plainly } from '../word/blocks.ts';
import { readableText } from '../word/readable-text.ts';
import { typedNumberOf } from '../word/typed-marks.ts';

/** A cell up to the next tab or the end of its row; one with lines in it stands in quotation marks, which it doubles. */
const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;

/**
 * Reads text as the cells of a sheet: every row has as many, parted by tabs.
 * @param text with line feeds only
 * @returns null where it is anything else, as items that hang behind their numbers
 */
export const readCells = (text: string): Cell[][] | null => {
  const rows = rowsOf(text.replace(/\n+$/, ''));
  const columns = rows[0]?.length ?? 0;
  if (rows.length < 2 || columns < 2 || rows.some((row) => row.length !== columns)) return null;
  const isItem = ([first = '']: readonly string[]) => typedNumberOf(`${first.trim()}　字`) !== null;
  if (columns === 2 && rows.every(isItem)) return null;
  return rows.map((row) => row.map(cellOf));
};

const rowsOf = (text: string): string[][] => {
  const rows: string[][] = [[]];
  cell.lastIndex = 0;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, quoted, plain = '', end] = found;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    else if (end === '') break;
  }
  return rows;
};

const cellOf = (text: string): Cell =>
  text.trim() === ''
    ? []
    : text
        .trim()
        .split('\n')
        .map((line) => [plainly(readableText(line))]);
