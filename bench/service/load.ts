import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { questions } from '../gateway/decap-protocol.ts';
import type { Desk } from '../gateway/gateway-server.ts';
import { type Draft, textPath } from '../gateway/world.ts';
import type { Random } from '../seeded-random.ts';

/** What everybody together met with: milliseconds of each answer, and what went wrong. */
export type Met = { readonly times: number[]; readonly errors: string[] };

export const nothingMet = (): Met => ({ times: [], errors: [] });

/** When somebody stops, and how often they do something, in milliseconds. */
export type Pace = {
  readonly until: number;
  readonly every: number;
  readonly random: Random;
};

/** Does something at an even pace that begins at a chance moment, whatever the last time took. */
const atPace = async ({ until, every, random }: Pace, act: () => Promise<void>): Promise<void> => {
  let next = performance.now() + random.below(every);
  while (next < until) {
    await pause(Math.max(0, next - performance.now()));
    await act();
    next += every;
  }
};

/** Takes the time of an act, or says why it failed. */
const timed = async (met: Met, act: () => Promise<void>): Promise<void> => {
  const began = performance.now();
  try {
    await act();
    met.times.push(performance.now() - began);
  } catch (error) {
    met.errors.push(error instanceof Error ? error.message : String(error));
  }
};

/** A reader with a browser's connection of their own, who opens pages as they come. */
export const read = async (
  servers: readonly { readonly origin: string; readonly met: Met }[],
  pages: readonly string[],
  pace: Pace,
): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await atPace(pace, async () => {
    const page = pace.random.pick(pages);
    // One after another, so that neither waits for the other.
    for (const { origin, met } of servers) await timed(met, () => opened(origin + page, agent));
  });
  agent.destroy();
};

const opened = (address: string, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip', accept: 'text/html' };
    request(address, { agent, headers })
      .on('response', (response) => {
        response.resume();
        response.on('error', reject).on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`${address} answered ${response.statusCode}`));
        });
      })
      .on('error', reject)
      .end();
  });

/** A contributor who writes on at one text, and begins each time from what they have stored. */
export const write = async (desk: Desk, draft: Draft, met: Met, pace: Pace): Promise<void> => {
  let basedOn: Readonly<Record<string, string | null>> = { [textPath(draft)]: null };
  let count = 0;
  await atPace(pace, () =>
    timed(met, async () => {
      count += 1;
      const text = `${draft.text}\n${count}回目に書き足した一文です。\n`;
      const { status, body } = await desk.say(questions.save({ ...draft, text }, { basedOn }));
      if (status !== 200) throw new Error(`A save was answered ${status}: ${body}`);
      basedOn = (JSON.parse(body.toString()) as { versions: typeof basedOn }).versions;
    }),
  );
};
