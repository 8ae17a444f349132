import {
  type InstitutionKind,
  institutionKinds,
  type KitAspect,
  kitAspectIds,
} from '../schema/taxonomy.ts';
import { isEntry, ownerOf } from './entry-owner.ts';
import type { Reference } from './references.ts';
import { referencesTo } from './references.ts';
import type { Catalog, Shown } from './shown-content.ts';

/** One thing that somebody has settled, in one sentence, with the pages that say so. */
export type SettledChoice = { aspect: KitAspect; text: string; says: Reference[] };

/** Whose choices stand in a row; `isPast` where the institution is no more. */
export type ChoiceOwner = {
  name: string;
  address: string | null;
  kind: InstitutionKind | undefined;
  isPast: boolean;
};

/** What one institution has settled on a matter; no owner where it is no institution's. */
export type ChoiceRow = { owner: ChoiceOwner | null; settled: SettledChoice[] };

/** The choices on the matter of one kit, institution by institution. */
export type ChoiceTable = {
  kit: Shown<'kits'>;
  /** The aspects that anybody has settled, and those that the content says nothing about. */
  aspects: KitAspect[];
  silent: KitAspect[];
  rows: ChoiceRow[];
};

/**
 * The tables of choices turned: an institution a row, an aspect a column. Rows are in the order of kinds and then of readings,
 * which says nothing about who does better.
 */
export const choiceTables = (from: Catalog): ChoiceTable[] =>
  from
    .all('kits')
    .filter(({ data }) => data.choices.length > 0)
    .map((kit) => {
      const told = new Set<KitAspect>(kit.data.choices.map(({ aspect }) => aspect));
      return {
        kit,
        aspects: kitAspectIds.filter((aspect) => told.has(aspect)),
        silent: kitAspectIds.filter((aspect) => !told.has(aspect)),
        rows: rowsOf(kit, from),
      };
    });

type KeyedRow = ChoiceRow & { reading: string };

function rowsOf({ data }: Shown<'kits'>, from: Catalog): ChoiceRow[] {
  const rows = new Map<string, KeyedRow>();
  for (const { aspect, text, says } of data.choices) {
    for (const [key, { owner, reading, paths }] of byOwner(says, from)) {
      const row = rows.get(key) ?? { owner, reading, settled: [] };
      row.settled.push({ aspect, text, says: referencesTo(paths, from) });
      rows.set(key, row);
    }
  }
  const order = Object.keys(institutionKinds);
  const place = ({ owner }: KeyedRow): number =>
    owner?.kind ? order.indexOf(owner.kind) : order.length;
  return [...rows.values()]
    .sort((a, b) => place(a) - place(b) || a.reading.localeCompare(b.reading, 'ja'))
    .map(({ owner, settled }) => ({ owner, settled }));
}

/** Where a few alike have settled the same, each has a row, with what it says itself. */
function byOwner(
  says: readonly string[],
  from: Catalog,
): Map<string, { owner: ChoiceOwner | null; reading: string; paths: string[] }> {
  const groups = new Map<string, { owner: ChoiceOwner | null; reading: string; paths: string[] }>();
  for (const path of says) {
    const item = from.at(path);
    if (!item) continue;
    const found = isEntry(item) ? ownerOf(item, from) : null;
    const institution = found?.institution;
    const group = groups.get(found?.name ?? '') ?? {
      owner: found && {
        name: found.name,
        address: institution?.address ?? null,
        kind: found.kind,
        isPast: institution?.data.validUntil !== undefined,
      },
      reading: institution?.data.kana ?? found?.name ?? '',
      paths: [],
    };
    group.paths.push(path);
    groups.set(found?.name ?? '', group);
  }
  return groups;
}
