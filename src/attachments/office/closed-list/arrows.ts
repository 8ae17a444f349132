import { keyOfPart, type OfficePackage } from '../open-package.ts';
import { type Relationship, relationshipsOf } from '../relationships.ts';

/** A relationship, with the part from which it leads; empty for the package itself. */
export type Arrow = Relationship & { from: string; id: string };

const known = new WeakMap<OfficePackage, readonly Arrow[]>();

/** Every relationship that can be followed from the package itself, each part looked at once. */
export const arrowsOf = (officePackage: OfficePackage): readonly Arrow[] => {
  const before = known.get(officePackage);
  if (before) return before;
  const arrows: Arrow[] = [];
  const visited = new Set(['']);
  const waiting = [''];
  for (let from = waiting.shift(); from !== undefined; from = waiting.shift()) {
    for (const [id, one] of relationshipsOf(officePackage, from)) {
      arrows.push({ ...one, from, id });
      const key = keyOfPart(one.target);
      if (one.external || visited.has(key)) continue;
      visited.add(key);
      waiting.push(one.target);
    }
  }
  known.set(officePackage, arrows);
  return arrows;
};

/** The keys of all parts to which something leads. */
export const reachedParts = (officePackage: OfficePackage): ReadonlySet<string> =>
  new Set(
    arrowsOf(officePackage)
      .filter(({ external }) => !external)
      .map(({ target }) => keyOfPart(target)),
  );
