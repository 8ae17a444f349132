import { describe, expect, it } from 'vitest';
import { apartOf } from '../apart/apart.ts';
import type { Child, Outcome } from '../apart/child.ts';
import { lanesOf } from './reading-lanes.ts';
import type { Answer, Task } from './reading-process.ts';
import { unreadable } from './unreadable.ts';

/** Processes that take for each file as many seconds as its first byte says, on a clock of their own. */
const lanes = (limits = { seconds: 20, megabytes: 700 }) => {
  const done: string[] = [];
  const lane = (name: string) => {
    let seconds = 0;
    const start = (): Child<Task, Answer> => {
      let isAlive = true;
      return {
        pid: undefined,
        answered: 0,
        get isAlive() {
          return isAlive;
        },
        async ask({ bytes: [takes = 0, id = 0] }, most = limits.seconds): Promise<Outcome<Answer>> {
          seconds += Math.min(takes, most);
          done.push(`${name} ${id} at ${seconds}`);
          if (takes > most) {
            isAlive = false;
            return { kind: 'too-long' };
          }
          return { kind: 'answer', answer: { task: 'read', reading: unreadable('.pdf', 'scan') } };
        },
        async end() {
          isAlive = false;
        },
      };
    };
    return apartOf(start, { seconds: limits.seconds }, () => seconds * 1000);
  };
  const made = lanesOf({ short: lane('short'), long: lane('long') }, limits);
  /** @param takes seconds, at most 255 @param id names the file in what was done */
  const ask = (
    institution: string,
    takes: number,
    id: number,
    size = 2,
    ending = '.pdf',
    task: 'read' | 'clean' = 'read',
  ) => {
    const bytes = new Uint8Array(size);
    bytes.set([takes, id]);
    return made.ask(
      { task, bytes, ending: ending as '.pdf' },
      { institution, office: '研究推進課' },
    );
  };
  return { ask, done };
};
const large = 6 * 2 ** 20;

describe('what is short', () => {
  it('never waits for what is long, of whatever institution', async () => {
    const { ask, done } = lanes();
    await Promise.all([
      ...[1, 2, 3].map((id) => ask('sakura-u', 200, id, large, '.zip')),
      ask('sakura-u', 1, 4),
      ask('momiji-u', 1, 5),
    ]);
    expect(done.filter((one) => one.startsWith('short'))).toEqual(['short 4 at 1', 'short 5 at 2']);
  });

  it('and takes long after all goes on among what is long', async () => {
    const { ask, done } = lanes();
    const [slow, endless, sound] = await Promise.all([
      ask('sakura-u', 10, 1),
      ask('sakura-u', 200, 2),
      ask('momiji-u', 1, 3),
    ]);
    expect([slow?.task, endless, sound?.task]).toEqual(['read', null, 'read']);
    expect(done).toContain('short 3 at 4');
    expect(done).toContain('long 1 at 10');
    expect(done).toContain('long 2 at 30');
  });

  it('is not an archive, however small', async () => {
    const { ask, done } = lanes();
    await ask('sakura-u', 1, 1, 2, '.zip');
    expect(done).toEqual(['long 1 at 1']);
  });
});

it('makes nobody wait for more than one file of another institution', async () => {
  const { ask, done } = lanes();
  await Promise.all([
    ...[1, 2, 3, 4, 5].map((id) => ask('sakura-u', 200, id, large, '.zip')),
    ask('momiji-u', 4, 9, large),
  ]);
  expect(done.slice(0, 2)).toEqual(['long 1 at 20', 'long 9 at 24']);
});

it.each(['read', 'clean'] as const)(
  'gives one institution no more than one turn of each process before another, whatever it sends: %s',
  async (task) => {
    const { ask, done } = lanes();
    const bombs = Array.from({ length: 40 }, (_, id) =>
      ask('sakura-u', 200, 100 + id, id % 2 === 0 ? 2 : large, '.pdf', task),
    );
    const sound = [ask('momiji-u', 1, 1, 2, '.pdf', task), ask('momiji-u', 4, 2, large)];
    await Promise.all([...bombs, ...sound]);
    const before = (lane: string, id: number): number =>
      done
        .filter((one) => one.startsWith(lane))
        .findIndex((one) => one.startsWith(`${lane} ${id} `));
    expect([before('short', 1), before('long', 2)]).toEqual([1, 1]);
  },
);
