import { parseArgs } from 'node:util';

/** What of the attack is run. */
export const parts = ['portal', 'fuzz', 'races', 'faults'] as const;
export type Part = (typeof parts)[number];

export type Options = {
  readonly parts: readonly Part[];
  readonly seed: number;
  /** How many attacks on the portal. */
  readonly attacks: number;
  /** How many generated texts the check and the loader are held against each other with. */
  readonly texts: number;
  /** How many pairs of changes race. */
  readonly pairs: number;
  /** How often a publication is killed at a random moment, beside once after each of its steps. */
  readonly kills: number;
};

export const usage = `npm run bench:attack -- [${parts.join('] [')}] [--seed 1] [--attacks 300] [--texts 5000] [--pairs 500] [--kills 20]`;

const wholeNumber = (name: string, written: string): number => {
  const value = Number(written);
  if (written.trim() !== '' && Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} ${written}: give a whole number above 0.`);
};

/** @throws Error that says what to give instead */
export const readOptions = (args: readonly string[], seedByChance: () => number): Options => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      attacks: { type: 'string', default: '300' },
      texts: { type: 'string', default: '5000' },
      pairs: { type: 'string', default: '500' },
      kills: { type: 'string', default: '20' },
    },
  });
  const asked = positionals.map((name) => {
    const part = parts.find((known) => known === name);
    if (!part) throw new Error(`${name}: give one of ${parts.join(', ')}.`);
    return part;
  });
  return {
    parts: asked.length > 0 ? asked : parts,
    seed: values.seed === undefined ? seedByChance() : wholeNumber('seed', values.seed),
    attacks: wholeNumber('attacks', values.attacks),
    texts: wholeNumber('texts', values.texts),
    pairs: wholeNumber('pairs', values.pairs),
    kills: wholeNumber('kills', values.kills),
  };
};
