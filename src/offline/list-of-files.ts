/** Which content each file of a version has: digests by path. */
export type Digests = ReadonlyMap<string, string>;

/** Paths in the order of their characters, which is the same wherever it is asked for. */
export const inListOrder = (paths: Iterable<string>): string[] => [...paths].sort();

/** What the digest of a version's list is taken of: every path with the digest of its content. */
export const textOfList = (digests: Digests): string =>
  inListOrder(digests.keys())
    .map((path) => `${path}\0${digests.get(path)}\n`)
    .join('');
