/**
 * How alike two texts are, from 0 to 1: what share of their pairs of neighbouring letters they have in common (the
 * Sørensen–Dice coefficient). Blanks do not count.
 */
export type Alike = (one: string, other: string) => number;

/** Longer texts are looked at by their beginning: a page of a file is known by it. */
const mostLetters = 4000;

/** Makes a measure that remembers what it has taken apart; one for each comparison. */
export const createAlike = (): Alike => {
  const known = new Map<string, ReadonlySet<string>>();
  const pairsOf = (text: string): ReadonlySet<string> => {
    const kept = known.get(text);
    if (kept) return kept;
    const letters = [...text.slice(0, mostLetters).replace(/\s/gu, '')];
    const pairs = new Set(
      letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`),
    );
    known.set(text, pairs);
    return pairs;
  };
  return (one, other) => {
    const [a, b] = [pairsOf(one), pairsOf(other)];
    if (a.size === 0 || b.size === 0) return one.trim() === other.trim() ? 1 : 0;
    let shared = 0;
    for (const pair of a) if (b.has(pair)) shared += 1;
    return (2 * shared) / (a.size + b.size);
  };
};

/** So alike are two versions of one sentence, at the least. */
const leastAlike = 0.35;
/** So far ahead the other version of a sentence is looked for. */
const lookAhead = 12;

/**
 * Pairs each text that went with the most alike that came, in order.
 * @returns for each of `gone` the index in `come`; -1 where it has no other version
 */
export const pairsInOrder = (
  gone: readonly string[],
  come: readonly string[],
  alike: Alike,
): number[] => {
  let from = 0;
  return gone.map((text) => {
    let best = -1;
    let score = leastAlike;
    for (let index = from; index < Math.min(come.length, from + lookAhead); index += 1) {
      const found = alike(text, come[index] ?? '');
      if (found > score) {
        score = found;
        best = index;
      }
    }
    if (best >= 0) from = best + 1;
    return best;
  });
};
