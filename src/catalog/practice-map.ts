import { type Direction, directionIds, subthemeIds } from '../schema/taxonomy.ts';
import { common } from './facets.ts';
import { mapColumns } from './lists.ts';
import type { ShownPractice } from './shown-content.ts';

/** The columns of the map: the subthemes, and what belongs to none alone. */
export const mapColumnIds = [...subthemeIds, common] as const;
/** One column of the map. */
export type MapColumn = (typeof mapColumnIds)[number];

/** How full a cell is, in the steps of the map's one hue: 0 is empty, 5 the fullest. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;
/** One cell of the map: how many practices, and how dark it is. */
export type MapCell = { direction: Direction; column: MapColumn; count: number; level: Level };

/** Upper bounds of the steps as shares of the fullest cell; uneven, since most cells are thin and a few are full. */
const steps = [0.1, 0.25, 0.5, 0.8];

/** How full a cell is beside the fullest of its map. */
export const levelOf = (count: number, most: number): Level => {
  if (count === 0) return 0;
  const step = steps.findIndex((share) => count <= share * most);
  return (step === -1 ? 5 : step + 1) as Level;
};

/** 取組の地図: how many case studies and best practices stand in each cell of directions × subthemes. */
export function practiceMap(practices: readonly ShownPractice[]): MapCell[][] {
  const counts = new Map<string, number>();
  for (const practice of practices) {
    const columns = new Set(mapColumns(practice));
    for (const direction of new Set(practice.data.directions)) {
      for (const column of columns) {
        const cell = `${direction}/${column}`;
        counts.set(cell, (counts.get(cell) ?? 0) + 1);
      }
    }
  }
  const rows = directionIds.map((direction) =>
    mapColumnIds.map((column) => ({
      direction,
      column,
      count: counts.get(`${direction}/${column}`) ?? 0,
    })),
  );
  const most = Math.max(1, ...rows.flat().map((cell) => cell.count));
  return rows.map((row) => row.map((cell) => ({ ...cell, level: levelOf(cell.count, most) })));
}
