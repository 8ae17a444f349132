import type { Crowd, Race } from './crowds.ts';
import type { Aftermath } from './kills.ts';
import type { Publication } from './publication.ts';
import { atMost, atMostAndAhead, exactly, type Figure } from './report.ts';
import type { RequestKind, Speeds } from './speed.ts';

/** The same of both servers. */
export type Pair<T> = { peer: T; ours: T };

const requests: readonly { kind: RequestKind; name: string; digits: number; mostMs: number }[] = [
  { kind: 'list', name: 'list of all entries', digits: 0, mostMs: 200 },
  { kind: 'entry', name: 'one entry', digits: 1, mostMs: 20 },
  { kind: 'save', name: 'save of a new draft', digits: 0, mostMs: 150 },
];

export const speedFigures = ({ peer, ours }: Pair<Speeds>): Figure[] =>
  requests.flatMap(({ kind, name, digits, mostMs }): Figure[] => [
    {
      name: `${name}: ms, median`,
      peer: peer[kind].medianMs,
      ours: ours[kind].medianMs,
      digits,
      aim: atMostAndAhead(mostMs),
    },
    { name: `${name}: ms, p95`, peer: peer[kind].p95Ms, ours: ours[kind].p95Ms, digits },
    { name: `${name}: ms, first`, peer: peer[kind].firstMs, ours: ours[kind].firstMs, digits },
    {
      name: `${name}: CPU ms of the server`,
      peer: peer[kind].cpuMs,
      ours: ours[kind].cpuMs,
      digits,
    },
  ]);

/** One row for each thing that was counted; what was not counted of the peer has no number there. */
const counts = <T>(
  { peer, ours }: { peer: T | null; ours: T },
  rows: readonly (Pick<Figure, 'name' | 'aim'> & { of: (counted: T) => number })[],
): Figure[] =>
  rows.map(({ of, ...rest }) => ({
    ...rest,
    peer: peer === null ? null : of(peer),
    ours: of(ours),
    digits: 0,
  }));

export const crowdFigures = (size: number, pair: Pair<Crowd>): Figure[] =>
  counts(pair, [
    { name: `${size} new entries at once: kept`, of: ({ kept }) => kept, aim: exactly(size) },
    { name: `${size} new entries at once: told to be saved`, of: ({ answered }) => answered },
    {
      name: `${size} new entries at once: told to be saved, and lost`,
      of: ({ lost }) => lost,
      aim: exactly(0),
    },
  ]);

export const raceFigures = (racers: number, pair: Pair<Race>): Figure[] => {
  const name = (what: string) => `${racers} saves of one entry at once: ${what}`;
  return counts(pair, [
    { name: name('told to be saved'), of: ({ answered }) => answered, aim: exactly(1) },
    { name: name('told of the other (409)'), of: ({ told }) => told, aim: exactly(racers - 1) },
    {
      name: name('silently overwritten'),
      of: ({ overwritten }) => overwritten,
      aim: exactly(0),
    },
  ]);
};

export const killFigures = (saves: number, pair: Pair<Aftermath>): Figure[] => {
  const name = (what: string) => `kill -9 during ${saves} saves: ${what}`;
  return counts(pair, [
    { name: name('told to be saved'), of: ({ answered }) => answered },
    { name: name('told to be saved, and lost'), of: ({ lost }) => lost, aim: exactly(0) },
    { name: name('half written'), of: ({ halfWritten }) => halfWritten, aim: exactly(0) },
    { name: name('refused by a server that is up'), of: ({ refused }) => refused, aim: exactly(0) },
  ]);
};

export const faultFigure = (after: string, { peer, ours }: Pair<readonly string[]>): Figure => ({
  name: `git fsck after ${after}: faults`,
  peer: peer.length,
  ours: ours.length,
  digits: 0,
  aim: exactly(0),
});

export const memoryFigure = (when: string, { peer, ours }: Pair<number>): Figure => ({
  name: `memory ${when}: MB`,
  peer: peer / 1e6,
  ours: ours / 1e6,
  digits: 0,
});

export const publicationFigures = ({
  medianSeconds,
  longestSeconds,
  cpuSeconds,
  residentBytes,
}: Publication): Figure[] => [
  {
    name: '公開 to live in the site’s own content: s, median',
    peer: null,
    ours: medianSeconds,
    digits: 1,
    aim: atMost(20),
  },
  {
    name: '公開 to live in the site’s own content: s, longest',
    peer: null,
    ours: longestSeconds,
    digits: 1,
  },
  { name: '公開 to live: CPU s, with the build', peer: null, ours: cpuSeconds, digits: 1 },
  {
    name: 'memory of the whole portal after it: MB',
    peer: null,
    ours: residentBytes / 1e6,
    digits: 0,
  },
];
