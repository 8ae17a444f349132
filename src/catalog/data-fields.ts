import type { DataSet } from './data-sets.ts';

/** A field of the data files, told once for all sets in which it means the same. */
export type SharedField = {
  name: string;
  meaning: string;
  /** Titles of the sets that have it; empty where all do. */
  sets: string[];
};

/** The fields of all data sets, each once for what it means, in the order in which the sets first name them. */
export function sharedFields(
  dataSets: readonly Pick<DataSet, 'title' | 'fields'>[],
): SharedField[] {
  const shared = new Map<string, SharedField>();
  for (const { title, fields } of dataSets) {
    for (const { name, meaning } of fields) {
      const key = `${name}\n${meaning}`;
      const known = shared.get(key) ?? { name, meaning, sets: [] };
      shared.set(key, { ...known, sets: [...known.sets, title] });
    }
  }
  return [...shared.values()].map((one) =>
    one.sets.length === dataSets.length ? { ...one, sets: [] } : one,
  );
}
