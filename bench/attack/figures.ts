import { atMost, exactly, type Figure } from '../gateway/report.ts';
import { percentile } from '../percentile.ts';
import type { Bystanders, Siege } from './attack-portal.ts';

const readMs = ({ reads }: Bystanders) => reads.map(({ ms }) => ms);
const saveMs = ({ saves }: Bystanders) => saves.map(({ ms }) => ms);
const longest = (values: readonly number[]) =>
  values.reduce((most, value) => Math.max(most, value), 0);
const unread = ({ reads }: Bystanders) => reads.filter(({ status }) => status !== 200).length;
const unsaved = ({ saves }: Bystanders) => saves.filter(({ status }) => status !== 200).length;

const mostReadMs = 200;
const longestReadMs = 2000;
const longestSaveMs = 5000;
const mostMegabytes = 700;
const mostLiveSeconds = 60;
const mostWithdrawnSeconds = 2;

/** What is seen of the attacked portal beside the same portal at rest, with the aims of the attack. */
export const siegeFigures = (siege: Siege): Figure[] => {
  const { atRest, attacked, aftermath } = siege;
  const pair = (of: (seen: Bystanders) => number) => ({ peer: of(atRest), ours: of(attacked) });
  const counted = (name: string, ours: number, aim = exactly(0)): Figure => ({
    name,
    peer: null,
    ours,
    digits: 0,
    aim,
  });
  return [
    { name: 'pages asked for', ...pair(({ reads }) => reads.length), digits: 0 },
    {
      name: 'a reader’s page: ms, median',
      ...pair((seen) => percentile(readMs(seen), 0.5)),
      digits: 0,
    },
    {
      name: 'a reader’s page: ms, p99',
      ...pair((seen) => percentile(readMs(seen), 0.99)),
      digits: 0,
      aim: atMost(mostReadMs),
    },
    {
      name: 'a reader’s page: ms, longest',
      ...pair((seen) => longest(readMs(seen))),
      digits: 0,
      aim: atMost(longestReadMs),
    },
    { name: 'pages that did not come', ...pair(unread), digits: 0, aim: exactly(0) },
    { name: 'saves of the officer', ...pair(({ saves }) => saves.length), digits: 0 },
    { name: 'a save: ms, median', ...pair((seen) => percentile(saveMs(seen), 0.5)), digits: 0 },
    {
      name: 'a save: ms, longest',
      ...pair((seen) => longest(saveMs(seen))),
      digits: 0,
      aim: atMost(longestSaveMs),
    },
    { name: 'saves that were not taken', ...pair(unsaved), digits: 0, aim: exactly(0) },
    counted('attacks', siege.attacks, { text: '≥ 300', isMet: (count) => count >= 300 }),
    { name: 'answers to them', peer: null, ours: siege.answers, digits: 0 },
    counted('attacks that got no answer', siege.broken.length),
    counted('answers that tell too much, or no sentence', siege.wrong.length),
    counted('refs moved by what was refused', siege.movedByRefused.length),
    counted('the process is alive', siege.isAlive ? 1 : 0, exactly(1)),
    counted('the last save is what is stored', siege.isSavedTextThere ? 1 : 0, exactly(1)),
    counted('git fsck: faults', siege.gitFaults.length),
    counted(
      'the gateway’s own memory, highest: MB',
      siege.highestBytes / 1e6,
      atMost(mostMegabytes),
    ),
    {
      name: '公開 to live afterwards: s',
      peer: null,
      ours: aftermath.publishedAfter,
      digits: 1,
      aim: atMost(mostLiveSeconds),
    },
    {
      name: '掲載停止 to gone: s',
      peer: null,
      ours: aftermath.withdrawnAfter,
      digits: 2,
      aim: atMost(mostWithdrawnSeconds),
    },
  ];
};
