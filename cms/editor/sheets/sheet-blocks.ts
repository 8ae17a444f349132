import { beginning } from '../../../src/attachments/office/beginning.ts';
import type { FileCell, FileTable, PageBlock, PageText } from '../../../src/attachments/reading.ts';
import { type Block, type Cell, plainly } from '../word/blocks.ts';
import { readableText } from '../word/readable-text.ts';
import type { Losses } from '../word/sentences.ts';

/**
 * As much as readers take in on a page and the check takes in an entry (src/source/body-limits.ts): of what is more,
 * the beginning is taken.
 */
const most = { rows: 200, columns: 20, cells: 2000 };

/** Makes blocks of a sheet: its lines as paragraphs, its tables as tables of one row of heads. */
export const sheetBlocks = ({ text, blocks }: PageText, losses: Losses): Block[] => {
  const left = { cells: most.cells };
  const parts = withGrids(blocks ?? text.split('\n').map((line): PageBlock => ({ line })));
  return parts.flatMap((part, at): Block[] => {
    if ('grid' in part) return tableOf(part.grid, left, losses);
    // What stands above all tables is what people take for the title, wherever its cell begins.
    if ('line' in part) return lineOf(part.line, at === 0 && parts.length > 1, losses);
    return tableOf(gridOf(part.table, losses), left, losses);
  });
};

type Grid = string[][];
type Part = PageBlock | { grid: Grid };

/** Lines of as many cells each, one below the other, are a table that has no head by itself. */
const withGrids = (blocks: readonly PageBlock[]): Part[] => {
  const parts: Part[] = [];
  for (const block of blocks) {
    const cells = 'line' in block ? block.line.split('\t') : [];
    const last = parts.at(-1);
    if (cells.length < 2) parts.push(block);
    else if (last && 'grid' in last && last.grid[0]?.length === cells.length) last.grid.push(cells);
    else parts.push({ grid: [cells] });
  }
  return parts.map((part) =>
    'grid' in part && part.grid.length === 1 ? { line: part.grid[0]?.join('\t') ?? '' } : part,
  );
};

const lineOf = (line: string, isFirst: boolean, losses: Losses): Block[] => {
  if (line.trim() === '') return [];
  if (line.includes('\t')) losses.add('sheetLines', beginning(line.replaceAll('\t', ' ')));
  const words = [plainly(readableText(line.replaceAll('\t', '　')))];
  return [{ kind: 'paragraph', words, role: 'text', aligned: isFirst ? 'centre' : 'start' }];
};

/**
 * The cells of a table in rows and columns. Rows of heads become one; a name of rows below each other is said in each,
 * and anything longer once.
 */
const gridOf = ({ columns, rows, blankRows }: FileTable, losses: Losses): Grid => {
  const grid: Grid = rows.map(() => new Array<string>(columns).fill(''));
  const heads = rowsOfHeads(rows);
  const covered = new Set<string>();
  let isMerged = false;
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (covered.has(`${y} ${x}`)) x += 1;
      const { text, across = 1, down = 1 } = cell;
      const rowBelow = Math.min(y + down, rows.length);
      for (let below = y; below < rowBelow; below += 1) {
        for (let right = x; right < Math.min(x + across, columns); right += 1) {
          covered.add(`${below} ${right}`);
          const isSaid = (right === x || y < heads) && (below === y || text.length <= longestLabel);
          const target = grid[below];
          if (isSaid && target) target[right] = text;
        }
      }
      isMerged ||= text !== '' && (across > 1 || down > 1) && y >= heads;
      x += across;
    }
  }
  const first = grid.flat().find((text) => text !== '') ?? '';
  if (isMerged) losses.add('mergedCells', beginning(first));
  if (blankRows > 0) losses.add('emptyRows', beginning(first));
  if (heads < 2) return grid;
  losses.add('sheetHeads', beginning(first));
  return [joined(grid.slice(0, heads), columns), ...grid.slice(heads)];
};

/** Longer words are no name of the rows beside them. */
const longestLabel = 20;

/**
 * How many rows of heads are at the top: where one is merged downwards beside another that is merged across, those below the
 * other are heads as well.
 */
const rowsOfHeads = (rows: readonly (readonly FileCell[])[]): number => {
  const end = rows.findIndex((row) => row.length === 0 || !row.every(isColumnHead));
  if (end > 1 || end === 0) return end;
  const first = rows[0] ?? [];
  const merged = Math.max(1, ...first.map(({ down = 1 }) => down));
  const hasGroup = first.some(({ across = 1, down = 1 }) => across > 1 && down === 1);
  return hasGroup && merged < rows.length ? merged : 1;
};

const isColumnHead = ({ head, text }: FileCell): boolean => head === 'column' || text === '';

/** 「件数」 above 「2024年度」 is 件数／2024年度. */
const joined = (heads: Grid, columns: number): string[] =>
  Array.from({ length: columns }, (_none, x) =>
    [...new Set(heads.map((row) => (row[x] ?? '').trim()).filter(Boolean))].join('／'),
  );

const tableOf = (grid: Grid, left: { cells: number }, losses: Losses): Block[] => {
  const all = { rows: grid.length, columns: grid[0]?.length ?? 0 };
  const remarks = remarksBelow(grid);
  const columns = Math.min(all.columns, most.columns);
  const wanted = grid.length - remarks.length;
  const rows = Math.min(wanted, most.rows, Math.floor(left.cells / Math.max(1, columns)));
  if (rows < wanted || columns < all.columns) {
    losses.add('sheetCut', `${all.rows}行${all.columns}列のうち先頭の${rows}行${columns}列`);
  }
  left.cells -= rows * columns;
  const lines = remarks.map(
    (text): Block => ({
      kind: 'paragraph',
      words: [plainly(readableText(text))],
      role: 'text',
      aligned: 'start',
    }),
  );
  if (rows === 0) return lines;
  const cells = grid.slice(0, rows).map((row) => row.slice(0, columns).map(cellOf));
  return [{ kind: 'table', rows: cells }, ...lines];
};

/** Notes below a table, which the sheet has in the same columns: 「注：」「※」「出典」. */
const remarksBelow = (grid: Grid): string[] => {
  const isRemark = ([first = '', ...others]: readonly string[]) =>
    /^(?:[（(]?注|※|＊|\*|備考|出典|資料)/u.test(first) && others.every((text) => text === '');
  const last = grid.findLastIndex((row) => !isRemark(row));
  return grid.slice(last + 1).map(([first = '']) => first);
};

const cellOf = (text: string): Cell =>
  text === '' ? [] : text.split('\n').map((line) => [plainly(readableText(line))]);
