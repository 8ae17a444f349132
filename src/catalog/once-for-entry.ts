import type { Shown } from './shown-content.ts';

/**
 * Makes something of one entry alone, once for as long as the entry stays as it is: an entry that changes is another object.
 * Whoever is given it must not change it.
 */
export function onceForEntry<Entry extends Shown, T>(
  make: (entry: Entry) => T,
): (entry: Entry) => T {
  const made = new WeakMap<Entry, { it: T }>();
  return (entry) => {
    const known = made.get(entry) ?? { it: make(entry) };
    made.set(entry, known);
    return known.it;
  };
}
