import { parseArgs } from 'node:util';

export type Options = {
  /** How many entries are in the repositories before anything is saved. */
  entries: number;
  /** How often each request is timed. */
  runs: number;
  /** How many saves the servers are killed during. */
  saves: number;
  /** How often an entry is published in the site's own content; 0 leaves that out. */
  publications: number;
  /** Whether the repositories stay, to look at what became of them. */
  keep: boolean;
};

export const usage =
  'npm run bench:gateway -- [--entries 1000] [--runs 20] [--saves 200] [--publications 3] [--keep]';

/** Each of the scenes needs an entry that says something, and each crowd an entry to copy from. */
const fewestEntries = 20;
/** A server is killed three times while they are saved. */
const fewestSaves = 20;

function wholeNumber(name: string, written: string, least: number): number {
  const value = Number(written);
  if (written.trim() !== '' && Number.isInteger(value) && value >= least) return value;
  throw new Error(`--${name} ${written}: give a whole number of at least ${least}.`);
}

/** @throws Error that says what to give instead */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      entries: { type: 'string', default: '1000' },
      runs: { type: 'string', default: '20' },
      saves: { type: 'string', default: '200' },
      publications: { type: 'string', default: '3' },
      keep: { type: 'boolean', default: false },
    },
  });
  return {
    entries: wholeNumber('entries', values.entries, fewestEntries),
    runs: wholeNumber('runs', values.runs, 1),
    saves: wholeNumber('saves', values.saves, fewestSaves),
    publications: wholeNumber('publications', values.publications, 0),
    keep: values.keep,
  };
}
