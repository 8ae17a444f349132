import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../percentile.ts';
import type { Random } from '../seeded-random.ts';
import type { Asked } from './messages.ts';
import type { Told } from './proof.ts';
import type { World } from './world.ts';

/** How it went: what was answered, how long that took, and what had to be asked again. */
export type Course = {
  readonly told: readonly Told[];
  readonly ms: Readonly<Record<'save' | 'publish', readonly number[]>>;
  readonly askedAgain: number;
  readonly keptHere: number;
  readonly neverAnswered: number;
  readonly failures: Readonly<Record<string, number>>;
};

export type Operation = { readonly asked: Extract<Asked, { id: string }>; readonly portal: number };

/** Operations on a few entries, so that they meet: seven saves to three publications. */
export const operations = (
  random: Random,
  count: number,
  portals: number,
  { entries, waiting }: { entries: number; waiting: number },
): Operation[] =>
  Array.from({ length: count }, (_, at) => {
    const entry = `entry-${random.below(entries)}`;
    const id = `op-${at}`;
    const portal = random.below(portals);
    return random.chance(0.7)
      ? { portal, asked: { kind: 'save', entry, id, mayWait: random.chance(waiting) } }
      : { portal, asked: { kind: 'publish', entry, id } };
  });

/** Asks for operations, so many at once, each until it is answered, of whichever portal lives. */
export const run = async (
  { portals }: World,
  todo: readonly Operation[],
  atOnce: number,
  random: Random,
): Promise<Course> => {
  const told: Told[] = [];
  const ms = { save: [] as number[], publish: [] as number[] };
  const failures: Record<string, number> = {};
  let [askedAgain, keptHere, neverAnswered, next] = [0, 0, 0, 0];
  const work = async () => {
    for (let at = next++; at < todo.length; at = next++) {
      const { asked, portal } = todo[at] as Operation;
      let of = portal;
      for (let attempt = 0; ; attempt += 1) {
        const answer = await portals[of]?.ask(asked);
        if (answer?.answered.kind === 'done' || answer?.answered.kind === 'nothing') {
          const { answered } = answer;
          if (answered.kind === 'done') ms[asked.kind].push(answer.ms);
          if (answered.kind === 'done' && answered.isHereOnly) keptHere += 1;
          told.push({ asked, commit: answered.kind === 'done' ? answered.commit : null });
          break;
        }
        const why = answer?.answered.kind === 'failed' ? answer.answered.why : 'died';
        failures[why] = (failures[why] ?? 0) + 1;
        askedAgain += 1;
        if (attempt === 200) {
          neverAnswered += 1;
          break;
        }
        of = random.below(portals.length);
        await pause(150);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { told, ms, askedAgain, keptHere, neverAnswered, failures };
};

/** The figures of a course, in milliseconds. */
export const figuresOf = (ms: Course['ms']) =>
  Object.fromEntries(
    Object.entries(ms).map(([kind, values]) => [
      kind,
      {
        count: values.length,
        p50: Math.round(percentile(values, 0.5)),
        p95: Math.round(percentile(values, 0.95)),
      },
    ]),
  );
