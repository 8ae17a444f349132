import type { CellRange } from './cell-address.ts';
import type { ShownCell } from './cell-content.ts';
import { type CellVisibility, type Dress, isUnseen } from './cell-visibility.ts';
import { type Condition, isWithin } from './conditional-formats.ts';
import { showsNothing } from './number-format.ts';
import type { TextRun } from './shared-strings.ts';

/** A cell whose letters, or some of them, are as what lies behind them, and what of its text is left without those. */
export type DoubtfulCell = { row: number; cell: ShownCell; left: string };

/** What is known of a sheet that says how its cells look, beside their styles. */
export type Surroundings = {
  conditions: readonly Condition[];
  /** Blocks that the style of a table colours, and how it does is not known here. */
  coloured: readonly CellRange[];
  /** Whether a picture lies behind all cells. */
  hasPicture: boolean;
};

/** What of a text is left without its unseen letters; null where all of them are seen. */
export const seenText = (
  runs: readonly TextRun[] | null,
  dress: Dress,
  visibility: CellVisibility,
): { left: string; isTiny: boolean } | null => {
  if (!runs) {
    const isTiny = dress.letters.isTiny;
    return isTiny || isUnseen(dress.letters, dress.ground) ? { left: '', isTiny } : null;
  }
  let isTiny = false;
  let isHidden = false;
  const left = runs
    .map((run) => {
      const letters = visibility.lettersOf(run, dress);
      if (run.text.trim() === '') return run.text;
      if (!letters.isTiny && !isUnseen(letters, dress.ground)) return run.text;
      isTiny ||= letters.isTiny;
      isHidden = true;
      return '';
    })
    .join('');
  return isHidden ? { left: left.trim() === '' ? '' : left, isTiny } : null;
};

/** Whether a doubtful cell is seen after all: by a conditional format, the style of a table, a picture behind it. */
export const isSeenAfterAll = (
  { row, cell }: DoubtfulCell,
  { conditions, coloured, hasPicture }: Surroundings,
  visibility: CellVisibility,
): boolean => {
  const at = { row, column: cell.column };
  const dress = visibility.dress(cell.style);
  if (!dress.ground.isOwn && (hasPicture || isWithin(at, coloured))) return true;
  const around = conditions.filter(
    ({ change, ranges }) => change.isColoured && isWithin(at, ranges),
  );
  if (around.some(({ isMet }) => isMet(cell.text) === null)) return true;
  const met = around.filter(({ isMet }) => isMet(cell.text) === true);
  return met.length > 0 && !isUnseen(...changed(dress, met));
};

/** Blocks of cells compared with a cell for the sake of conditions, all together. */
const mostLookedAt = 20_000_000;

/** The cells that a conditional format hides whatever is in them, or by what they say. */
export const hiddenByCondition = (
  rows: ReadonlyMap<number, readonly ShownCell[]>,
  { conditions, coloured, hasPicture }: Surroundings,
  visibility: CellVisibility,
): { row: number; cell: ShownCell }[] => {
  const found: { row: number; cell: ShownCell }[] = [];
  const hiding = conditions.filter(
    ({ change: { letters, ground, format } }) =>
      letters || ground || (format !== null && showsNothing(format)),
  );
  if (hiding.length === 0) return found;
  const costOfCell = hiding.reduce((sum, { ranges }) => sum + ranges.length, 0);
  let looked = 0;
  for (const [row, cells] of rows) {
    for (const cell of cells) {
      const { column, style, text } = cell;
      looked += costOfCell;
      if (looked > mostLookedAt) return found;
      const at = { row, column };
      const met = hiding.filter(
        ({ ranges, isMet }) => isWithin(at, ranges) && isMet(text) === true,
      );
      if (met.length === 0 || /^(?:0|TRUE|FALSE|#.*)?$/.test(text)) continue;
      const isDoubtful = conditions.some(
        ({ change, ranges, isMet }) =>
          change.isColoured && isWithin(at, ranges) && isMet(text) === null,
      );
      if (isDoubtful) continue;
      const dress = visibility.dress(style);
      const [letters, ground] = changed(dress, met);
      const isGroundKnown = ground.isOwn || !(hasPicture || isWithin(at, coloured));
      const isBlank = met.some(({ change: { format } }) => format !== null && showsNothing(format));
      if (isBlank || (isGroundKnown && isUnseen(letters, ground))) found.push({ row, cell });
    }
  }
  return found;
};

const changed = (dress: Dress, met: readonly Condition[]): [Dress['letters'], Dress['ground']] => {
  const letters = met.find(({ change }) => change.letters)?.change.letters;
  const ground = met.find(({ change }) => change.ground)?.change.ground;
  return [
    letters ? { ...dress.letters, colour: letters } : dress.letters,
    ground ? { colour: ground, isOwn: true } : dress.ground,
  ];
};
