import { seededRandom } from '../seeded-random.ts';
import type { Contender } from './contender.ts';
import { storedDrafts } from './crowds.ts';
import type { Draft } from './world.ts';

/** What a server that is killed while it saves leaves behind. */
export type Aftermath = {
  answered: number;
  /** Told to be saved, and not there after the last restart. */
  lost: number;
  /** There, but neither what was sent nor nothing. */
  halfWritten: number;
  /** Refused although a server was up: what a kill leaves behind can keep others from saving. */
  refused: number;
};

/** How many offices save at the same time. */
const atOnce = 4;
const savesBetweenKills = 20;
/** A save takes some times as long: the kills fall on its steps, and seldom after its end. */
const longestSetbackMs = 40;
const seed = 20160330;

type Outcome = 'answered' | 'refused' | 'cut off';

/**
 * Saves drafts, a few at a time, and kills the server again and again while some are on their way. Each time it is
 * started anew, and the saves go on.
 */
export async function saveAndKill(
  contender: Contender,
  drafts: readonly Draft[],
): Promise<Aftermath> {
  const random = seededRandom(seed);
  const outcomes: Outcome[] = [];
  for (let from = 0; from < drafts.length; from += savesBetweenKills) {
    const some = drafts.slice(from, from + savesBetweenKills);
    outcomes.push(...(await saveUntilKilled(contender, some, random.below(longestSetbackMs))));
    await contender.start();
  }
  return aftermathOf(drafts, outcomes, storedDrafts(contender, drafts));
}

/** Saves drafts, and kills the server some time after the last of them is on its way. */
async function saveUntilKilled(
  contender: Contender,
  drafts: readonly Draft[],
  setbackMs: number,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  let killed: Promise<void> | undefined;
  const saveOnAndOn = async () => {
    for (let index = next++; index < drafts.length; index = next++) {
      const saving = contender.save(drafts[index] as Draft, null);
      if (index === drafts.length - 1) killed = wait(setbackMs).then(contender.kill);
      outcomes[index] = await saving.then(
        ({ status }): Outcome => (status === 200 ? 'answered' : 'refused'),
        (): Outcome => 'cut off',
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, saveOnAndOn));
  await killed;
  return outcomes;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Compares what offices were told with what git has. */
export function aftermathOf(
  drafts: readonly Pick<Draft, 'text'>[],
  outcomes: readonly Outcome[],
  stored: readonly (string | null)[],
): Aftermath {
  const count = (matches: (outcome: Outcome | undefined, index: number) => boolean): number =>
    drafts.filter((_, index) => matches(outcomes[index], index)).length;
  const isThere = (index: number) => stored[index] === drafts[index]?.text;
  return {
    answered: count((outcome) => outcome === 'answered'),
    refused: count((outcome) => outcome === 'refused'),
    lost: count((outcome, index) => outcome === 'answered' && !isThere(index)),
    halfWritten: count((_, index) => stored[index] !== null && !isThere(index)),
  };
}
