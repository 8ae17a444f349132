import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '../seeded-random.ts';
import { type Course, operations, run } from './load.ts';
import { type Proof, prove } from './proof.ts';
import { makeWorld, type World } from './world.ts';

/** What a storm did, and what was found after it. */
export type Storm = {
  readonly seed: number;
  readonly course: Course;
  readonly kills: { readonly portals: number; readonly host: number; readonly cuts: number };
  readonly proof: Proof;
  /** After how many seconds both portals showed the same, by their polls alone. */
  readonly sameByPoll: number | null;
  /** The same after one more change at one of them, of which the other was told by a call. */
  readonly sameByCall: number | null;
};

const pollSeconds = 12;

/** Has two portals work on one host while each of the three is killed by chance, and lines are cut in the middle of a push. */
export const storm = async (seed: number, count: number): Promise<Storm> => {
  const world = await makeWorld(2, pollSeconds);
  try {
    const random = seededRandom(seed);
    const todo = operations(random, count, 2, { entries: 12, waiting: 0.5 });
    const kills = { portals: 0, host: 0, cuts: 0 };
    let isOver = false;
    const fate = seededRandom(seed + 1);
    const kill = async () => {
      while (!isOver) {
        await pause(400 + fate.below(900));
        if (isOver) break;
        const dice = fate.below(10);
        if (dice < 3) {
          kills.host += 1;
          await world.host.killAndStart(fate.chance(0.7));
        } else if (dice < 5) {
          kills.cuts += 1;
          const bytes = fate.below(400);
          world.host.cut(
            fate.chance(0.5)
              ? { answers: bytes, requests: null }
              : { answers: null, requests: bytes },
          );
          await pause(300);
          world.host.cut({ answers: null, requests: null });
        } else {
          kills.portals += 1;
          await world.portals[fate.below(2)]?.killAndStart(fate.chance(0.5));
        }
      }
    };
    const killing = kill();
    const course = await run(world, todo, 4, seededRandom(seed + 2));
    isOver = true;
    await killing;
    const sameByPoll = await secondsUntilSame(world, 60);
    const [one] = world.portals;
    await one?.ask({ kind: 'save', entry: 'entry-0', id: 'op-last', mayWait: false });
    await world.portals[1]?.ask({ kind: 'hasten' });
    const sameByCall = await secondsUntilSame(world, 60);
    return { seed, course, kills, proof: prove(world, course.told), sameByPoll, sameByCall };
  } finally {
    await world.end();
  }
};

/** Waits until both portals show the same, and have delivered what they kept; null where they never do. */
const secondsUntilSame = async ({ portals }: World, most: number): Promise<number | null> => {
  const began = performance.now();
  for (;;) {
    const views = await Promise.all(portals.map((portal) => portal.ask({ kind: 'view' })));
    const seen = views.map((view) =>
      view?.answered.kind === 'view' && view.answered.undelivered === 0 ? view.answered.view : null,
    );
    const seconds = (performance.now() - began) / 1000;
    if (seen[0] !== null && seen.every((one) => one === seen[0])) return seconds;
    if (seconds > most) return null;
    await pause(100);
  }
};
