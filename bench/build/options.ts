import { parseArgs } from 'node:util';
import { type PeerName, peerNames } from './contend-peer.ts';

export type Options = {
  /** Sizes of the corpus, one bench for each. */
  entries: number[];
  peers: PeerName[];
  /** How often each build is repeated; the median is reported. */
  runs: number;
  /** Whether the projects stay, to look at what was built or to profile it. */
  keep: boolean;
};

export const usage = `npm run bench:build -- [--entries 1000]… [--peers ${peerNames.join(',')}|none] [--runs 1] [--keep]`;

/** The smallest corpus that has an entry of each collection. */
const fewestEntries = 20;

function wholeNumber(name: string, written: string, least: number): number {
  const value = Number(written);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Error(`--${name} ${written}: give a whole number of at least ${least}.`);
}

function peersIn(written: string): PeerName[] {
  if (written === 'none') return [];
  return written.split(',').map((name) => {
    const peer = peerNames.find((known) => known === name);
    if (!peer) throw new Error(`--peers ${name}: unknown. Known: ${peerNames.join(', ')}, none.`);
    return peer;
  });
}

/** @throws Error that says what to give instead */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      entries: { type: 'string', multiple: true, default: ['1000'] },
      peers: { type: 'string', default: peerNames.join(',') },
      runs: { type: 'string', default: '1' },
      keep: { type: 'boolean', default: false },
    },
  });
  return {
    entries: values.entries.map((written) => wholeNumber('entries', written, fewestEntries)),
    peers: peersIn(values.peers),
    runs: wholeNumber('runs', values.runs, 1),
    keep: values.keep,
  };
}
