import type { FileTable, PageBlock } from '../../reading.ts';
import { pageText } from '../clean-text.ts';

/** A line of a text, or a table: its rows as lines, which are searched, and its form where it is one. */
export type Piece = string | { rows: readonly string[]; table: FileTable | null };

/** What is searched of it. */
export const linesOf = (pieces: readonly Piece[]): string[] =>
  pieces.flatMap((piece) => (typeof piece === 'string' ? [piece] : piece.rows));

/** The cells of a row on one line. */
export const rowLine = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.replace(/\s+/gu, ' ').trim())
    .filter(Boolean)
    .join('\t');

/** The form of a page's text; nothing where it holds no table, since its lines say it all then. */
export const blocksOf = (pieces: readonly Piece[]): { blocks?: PageBlock[] } => {
  const isTable = (piece: Piece) => typeof piece !== 'string' && piece.table !== null;
  if (!pieces.some(isTable)) return {};
  return {
    blocks: pieces.flatMap((piece): PageBlock[] => {
      if (typeof piece !== 'string' && piece.table) return [{ table: piece.table }];
      return pageText(typeof piece === 'string' ? [piece] : piece.rows)
        .split('\n')
        .filter(Boolean)
        .map((line) => ({ line }));
    }),
  };
};
