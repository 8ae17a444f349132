/** How many wrong addresses of links somebody may try in a row, and how long one of them counts. */
const mostGuesses = 20;
const millisecondsOfGuess = 3000;
/** Of how many senders it is remembered how many they tried; who tried longest ago is forgotten first. */
const mostSenders = 10_000;

/** Counts wrong addresses of links, for each sender. */
export type GuessBound = {
  /** Whether a sender has tried too many. */
  isExceeded(sender: string): boolean;
  /** Notes one that was wrong. */
  note(sender: string): void;
};

/** After how many seconds one more may be tried. */
export const secondsToWait = millisecondsOfGuess / 1000;

/** Makes the count: a bucket for each sender, from which one guess drips every three seconds. */
export const createGuessBound = (clock: () => Date): GuessBound => {
  const buckets = new Map<string, { guesses: number; at: number }>();

  const now = (sender: string): { guesses: number; at: number } => {
    const at = clock().getTime();
    const { guesses = 0, at: before = at } = buckets.get(sender) ?? {};
    // A clock that was put back lets nothing drip, and adds nothing.
    const dripped = Math.max(0, at - before) / millisecondsOfGuess;
    return { guesses: Math.max(0, guesses - dripped), at };
  };

  return {
    isExceeded: (sender) => now(sender).guesses > mostGuesses - 1,
    note(sender) {
      const { guesses, at } = now(sender);
      buckets.delete(sender);
      buckets.set(sender, { guesses: guesses + 1, at });
      const [oldest] = buckets.keys();
      if (buckets.size > mostSenders && oldest !== undefined) buckets.delete(oldest);
    },
  };
};
