import { seededRandom } from '../seeded-random.ts';
import { figuresOf, operations, run } from './load.ts';
import { storm } from './storm.ts';
import { makeWorld } from './world.ts';

/**
 * `npm run bench:network [-- --seed 7 --operations 500 --only storm|latency]`: how long saves and publications over a git
 * host take, and what is left of them when everything dies.
 */
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const seed = Number(option('seed') ?? Math.floor(Math.random() * 1e6));
const count = Number(option('operations') ?? 500);
const only = option('only');
console.log(`seed ${seed}`);
const missed: string[] = [];
const hold = (what: string, value: number | null, most: number) => {
  const isHeld = value !== null && value <= most;
  console.log(`${isHeld ? 'held  ' : 'MISSED'} ${what}: ${value} (at most ${most})`);
  if (!isHeld) missed.push(what);
};

/** Saves and publications without any mishap. */
const latency = async (portals: number, atOnce: number) => {
  const world = await makeWorld(portals, 12);
  try {
    const random = seededRandom(seed);
    const todo = operations(random, 200, portals, { entries: 12, waiting: 0 });
    const { ms } = await run(world, todo, atOnce, random);
    return figuresOf(ms);
  } finally {
    await world.end();
  }
};

if (only !== 'storm') {
  const alone = await latency(1, 1);
  console.log('one portal, one at a time', alone);
  hold('one portal, save p50 ms', alone.save?.p50 ?? null, 200);
  hold('one portal, publication p50 ms', alone.publish?.p50 ?? null, 500);
  const two = await latency(2, 4);
  console.log('two portals, four at a time', two);
  hold('two portals, save p50 ms', two.save?.p50 ?? null, 350);
  hold('two portals, save p95 ms', two.save?.p95 ?? null, 900);
}
if (only !== 'latency') {
  const { course, kills, proof, sameByPoll, sameByCall } = await storm(seed, count);
  const { askedAgain, keptHere, failures, ms } = course;
  console.log('storm', {
    ...figuresOf(ms),
    kills,
    askedAgain,
    keptHere,
    aside: proof.aside,
    failures,
  });
  hold('answered, and lost', proof.lost.length, 0);
  hold('done twice', proof.doubled.length, 0);
  hold('published twice', proof.publishedTwice.length, 0);
  hold('never answered', course.neverAnswered, 0);
  hold('complaints of git fsck', proof.fsck.length, 0);
  hold('seconds until both show the same, by polling', sameByPoll, 20);
  hold('seconds until both show the same, by a call', sameByCall, 2);
  for (const line of [...proof.lost, ...proof.doubled, ...proof.publishedTwice, ...proof.fsck]) {
    console.log(line);
  }
}
process.exitCode = missed.length > 0 ? 1 : 0;
