import { parseArgs } from 'node:util';
import { type ChangeKind, changeKinds } from './changes.ts';

/** What the bench is made of: publications, whole builds beside the peers', and what kills leave behind. */
export const parts = ['publish', 'build', 'kill'] as const;
export type Part = (typeof parts)[number];

export type Options = {
  /** Numbers of entries, one world for each. */
  entries: number[];
  parts: readonly Part[];
  /** The kinds of changes that are published. */
  kinds: readonly ChangeKind[];
  /** How often each kind is published. */
  runs: number;
  /** How often something is killed. */
  kills: number;
  /** When the kills come. */
  seed: number;
  /** Whether the builds are held against stock Starlight and Pagefind. */
  peers: boolean;
  /** Whether the worlds stay. */
  keep: boolean;
};

export const usage = `npm run bench:growth -- [--entries 300]… [--parts ${parts.join(',')}] [--kinds ${changeKinds.join(',')}] [--runs 10] [--kills 10] [--seed 1] [--no-peers] [--keep]`;

/** Each kind is published of entries of its own. */
const fewestEntries = 100;

function wholeNumber(name: string, written: string, least: number): number {
  const value = Number(written);
  if (written.trim() !== '' && Number.isInteger(value) && value >= least) return value;
  throw new Error(`--${name} ${written}: give a whole number of at least ${least}.`);
}

function namesIn<Name extends string>(option: string, written: string, known: readonly Name[]) {
  return written.split(',').map((name) => {
    const found = known.find((one) => one === name);
    if (!found) throw new Error(`--${option} ${name}: unknown. Known: ${known.join(', ')}.`);
    return found;
  });
}

/** @throws Error that says what to give instead */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      entries: { type: 'string', multiple: true, default: ['300', '1000', '5000'] },
      parts: { type: 'string', default: parts.join(',') },
      kinds: { type: 'string', default: changeKinds.join(',') },
      runs: { type: 'string', default: '10' },
      kills: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      peers: { type: 'boolean', default: true },
      keep: { type: 'boolean', default: false },
    },
  });
  return {
    entries: values.entries.map((written) => wholeNumber('entries', written, fewestEntries)),
    parts: namesIn('parts', values.parts, parts),
    kinds: namesIn('kinds', values.kinds, changeKinds),
    runs: wholeNumber('runs', values.runs, 1),
    kills: wholeNumber('kills', values.kills, 1),
    seed: wholeNumber('seed', values.seed, 0),
    peers: values.peers,
    keep: values.keep,
  };
}
