import { type InstitutionKind, institutionKindIds } from '../schema/taxonomy.ts';
import { ownerOf } from './entry-owner.ts';
import { type Level, levelOf } from './practice-map.ts';
import type { Catalog } from './shown-content.ts';

/** A cell of the matrix: how many practices of institutions of a kind are about a scene. */
export type SceneMapCell = { kind: InstitutionKind; count: number; level: Level };
/** A row of the matrix. */
export type SceneMapRow = { id: string; title: string; address: string; cells: SceneMapCell[] };

/** 場面 × 機関の種別: how many case studies and best practices stand in each cell, in the order of scenes and kinds. */
export function sceneMap(from: Catalog): SceneMapRow[] {
  const counts = new Map<string, number>();
  for (const practice of from.practices) {
    const { kind } = ownerOf(practice, from);
    for (const scene of practice.data.scenes) {
      const cell = `${scene}/${kind}`;
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
  }
  const most = Math.max(1, ...counts.values());
  return from.all('scenes').map(({ id, data, address }) => ({
    id,
    title: data.title,
    address,
    cells: institutionKindIds.map((kind) => {
      const count = counts.get(`${id}/${kind}`) ?? 0;
      return { kind, count, level: levelOf(count, most) };
    }),
  }));
}
