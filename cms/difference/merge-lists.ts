import { compareLists, newMeter } from './compare-lists.ts';

/** A stretch of a list that two people changed at the same time: settled, or changed by both. */
export type Chunk =
  | { readonly kind: 'settled'; readonly parts: readonly string[] }
  | {
      readonly kind: 'both';
      readonly base: readonly string[];
      readonly mine: readonly string[];
      readonly theirs: readonly string[];
    };

/**
 * Brings two later versions of a list together (the three-way merge of diff3): what one side changed is taken, and what both
 * changed to the same is taken once.
 */
export const mergeLists = (
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): Chunk[] => {
  const [inMine, inTheirs] = [placesIn(base, mine), placesIn(base, theirs)];
  const chunks: Chunk[] = [];
  let [b, m, t] = [0, 0, 0];
  const take = (toBase: number, toMine: number, toTheirs: number) => {
    const piece = {
      base: base.slice(b, toBase),
      mine: mine.slice(m, toMine),
      theirs: theirs.slice(t, toTheirs),
    };
    [b, m, t] = [toBase, toMine, toTheirs];
    if (piece.base.length + piece.mine.length + piece.theirs.length > 0) chunks.push(settle(piece));
  };
  for (let at = 0; at < base.length; at += 1) {
    const [mineAt, theirsAt] = [inMine.get(at), inTheirs.get(at)];
    if (mineAt === undefined || theirsAt === undefined) continue;
    take(at, mineAt, theirsAt);
    take(at + 1, mineAt + 1, theirsAt + 1);
  }
  take(base.length, mine.length, theirs.length);
  return joinSettled(chunks);
};

const settle = (piece: {
  base: readonly string[];
  mine: readonly string[];
  theirs: readonly string[];
}): Chunk => {
  const { base, mine, theirs } = piece;
  if (isEqual(mine, theirs) || isEqual(theirs, base)) return { kind: 'settled', parts: mine };
  if (isEqual(mine, base)) return { kind: 'settled', parts: theirs };
  const parts = addedTo(base, mine, theirs) ?? addedTo(base, theirs, mine);
  return parts ? { kind: 'settled', parts } : { kind: 'both', ...piece };
};

/** Where one side only put something before or after what the other changed, both stand. */
const addedTo = (
  base: readonly string[],
  adding: readonly string[],
  changing: readonly string[],
): string[] | null => {
  const more = adding.length - base.length;
  if (base.length === 0 || changing.length === 0 || more <= 0) return null;
  if (isEqual(adding.slice(0, base.length), base)) return [...changing, ...adding.slice(-more)];
  return isEqual(adding.slice(more), base) ? [...adding.slice(0, more), ...changing] : null;
};

const isEqual = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

/** Where each part of a list that stayed stands in a later version. */
const placesIn = (base: readonly string[], later: readonly string[]): Map<number, number> => {
  const places = new Map<number, number>();
  let [gone, come] = [0, 0];
  for (const { kind, before, after } of compareLists(base, later, newMeter())) {
    for (let at = 0; kind === 'same' && at < before.length; at += 1)
      places.set(gone + at, come + at);
    gone += before.length;
    come += after.length;
  }
  return places;
};

const joinSettled = (chunks: readonly Chunk[]): Chunk[] => {
  const out: Chunk[] = [];
  for (const chunk of chunks) {
    const last = out.at(-1);
    if (last?.kind === 'settled' && chunk.kind === 'settled') {
      out[out.length - 1] = { kind: 'settled', parts: [...last.parts, ...chunk.parts] };
    } else out.push(chunk);
  }
  return out;
};
