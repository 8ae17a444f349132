import { parseArgs } from 'node:util';

export type Options = {
  readonly seed: number;
  /** How many journeys are gone, and the number of the first. */
  readonly sequences: number;
  readonly from: number;
  /** A file of moves, one a line, that are gone in place of journeys by chance. */
  readonly replay: string | null;
  /** Each move is told as it is made. */
  readonly moves: boolean;
};

export const usage =
  'npm run bench:editor -- [--seed 1] [--sequences 200] [--from 1] [--replay moves.txt] [--moves]';

const wholeNumber = (name: string, written: string): number => {
  const value = Number(written);
  if (written.trim() !== '' && Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} ${written}: give a whole number above 0.`);
};

/** @throws Error that says what to give instead */
export const readOptions = (args: readonly string[], seedByChance: () => number): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      sequences: { type: 'string', default: '200' },
      from: { type: 'string', default: '1' },
      replay: { type: 'string' },
      moves: { type: 'boolean', default: false },
    },
  });
  return {
    seed: values.seed === undefined ? seedByChance() : wholeNumber('seed', values.seed),
    sequences: wholeNumber('sequences', values.sequences),
    from: wholeNumber('from', values.from),
    replay: values.replay ?? null,
    moves: values.moves,
  };
};
