/** How much of a word may be misspelt: of five letters two, which an exchange of neighbours takes. */
const misspeltShare = 0.4;

/**
 * The known word that a misspelt one most likely stands for.
 * @param ownLength how many letters of it are its own, where it begins like many others
 * @returns null where none is near
 */
export const nearestWord = (
  word: string,
  known: Iterable<string>,
  ownLength = word.length,
): string | null => {
  // A word of any length could be hostile; no known word is this long.
  if (word.length > 100) return null;
  let nearest: string | null = null;
  let least = Math.max(1, Math.round(ownLength * misspeltShare)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word, candidate, least);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
};

/** Each costs a walk over all that is known, and a hostile entry could have thousands. */
const mostGuesses = 20;

/** The nearest words for the slips of one entry, of which only the first get one. */
export const nearestWords = (): typeof nearestWord => {
  let left = mostGuesses;
  return (word, known, ownLength) => {
    left -= 1;
    return left < 0 ? null : nearestWord(word, known, ownLength);
  };
};

/** Levenshtein's distance: letters put in, taken out or replaced. Counting stops where it is sure to reach `enough`. */
const editDistance = (from: string, to: string, enough: number): number => {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= enough) return enough;
    row = next;
  }
  return row[to.length] ?? 0;
};
