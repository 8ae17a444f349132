import type { Catalog } from './shown-content.ts';

/**
 * Makes something of a content once, however many routes ask for it; a site of thousands of entries would be made of it several times.
 * Whoever is given it must not change it.
 */
export function onceForCatalog<T extends object>(make: (from: Catalog) => T): (from: Catalog) => T {
  const made = new WeakMap<Catalog, T>();
  return (from) => {
    const known = made.get(from) ?? make(from);
    made.set(from, known);
    return known;
  };
}
