import {
  type Direction,
  directionIds,
  institutionKindIds,
  institutionKinds,
} from '../schema/taxonomy.ts';
import type { Catalog } from './shown-content.ts';

export type InstitutionMapRow = {
  name: string;
  address: string;
  /** In the order of the directions. */
  cells: { direction: Direction; count: number }[];
  total: number;
};

/**
 * Directions × institutions: which case studies and best practices of an institution the portal holds.
 * By kind, then in the registry's own order; nothing is sorted by number, because a number here tells what was
 * collected and not what an institution does.
 */
export function institutionMap(from: Catalog): { kind: string; rows: InstitutionMapRow[] }[] {
  const rowOf = (id: string, name: string, address: string): InstitutionMapRow => {
    const own = from.practices.filter(({ data }) =>
      [data.institution, ...data.with].some((one) => one === id),
    );
    return {
      name,
      address,
      cells: directionIds.map((direction) => ({
        direction,
        count: own.filter(({ data }) => data.directions.includes(direction)).length,
      })),
      total: own.length,
    };
  };
  return institutionKindIds
    .map((kind) => ({
      kind: institutionKinds[kind],
      rows: from
        .all('institutions')
        .filter(({ data }) => data.kind === kind)
        .map(({ id, data, address }) => rowOf(id, data.name, address)),
    }))
    .filter(({ rows }) => rows.length > 0);
}
