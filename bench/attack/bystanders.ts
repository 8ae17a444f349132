import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { questions } from '../gateway/decap-protocol.ts';
import type { Desk } from '../gateway/gateway-server.ts';
import { headOf } from '../gateway/made-up-content.ts';
import { type Draft, textPath } from '../gateway/world.ts';
import { worker } from './made-up.ts';
import type { Waited } from './reader.ts';

/** Somebody who uses the portal meanwhile. */
export type Bystander<Seen> = { stop(): Promise<readonly Seen[]> };

/** Starts a reader who asks for a page every 100 ms. */
export const startReader = (port: number): Bystander<Waited> => {
  const script = fileURLToPath(new URL('reader.ts', import.meta.url));
  const child = spawn(process.execPath, [script, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = () => child.kill();
  process.once('exit', end);
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => {
          process.off('exit', end);
          const whole = printed.slice(0, printed.lastIndexOf('\n') + 1);
          resolve(
            whole
              .split('\n')
              .filter(Boolean)
              .map((line) => JSON.parse(line) as Waited),
          );
        });
        end();
      }),
  };
};

/** One save of the officer. */
export type Saved = {
  readonly ms: number;
  readonly status: number;
  readonly text: string;
  /** What the officer was told where it was not taken. */
  readonly told: string;
};

/** The draft that an officer works on. */
export const workedOn = (body: string): Draft => ({
  contentPath: `case-studies/${worker}/at-work`,
  institution: worker,
  text: `${headOf({
    title: '計測のための架空の取組',
    summary: 'さくら大学は架空の大学です。この取組は、保存にかかる時間を計るためのものです。',
    institution: worker,
  })}
## 手順

${body}
`,
});

const everyMs = 1000;

/** The version of the officer's draft as it stands; null where there is none. */
const standingVersion = async (desk: Desk): Promise<string | null> => {
  const { status, body } = await desk.say(questions.open(workedOn('')));
  if (status !== 200) return null;
  const { diffs } = JSON.parse(body.toString()) as { diffs: { path: string; id: string }[] };
  return diffs.find(({ path }) => path === textPath(workedOn('')))?.id ?? null;
};

/** Has an officer save a draft every second, each time from the version that the save before gave. */
export const startOfficer = async (desk: Desk): Promise<Bystander<Saved>> => {
  const saves: Saved[] = [];
  let goesOn = true;
  let version = await standingVersion(desk);
  const work = async () => {
    for (let count = 1; goesOn; count += 1) {
      const draft = workedOn(`研究室に入る日に、様式を渡す。${count}回めの保存。`);
      const began = performance.now();
      const { status, body } = await desk
        .say(questions.save(draft, { basedOn: { [textPath(draft)]: version } }))
        .catch((error: unknown) => ({ status: 0, body: Buffer.from(String(error)) }));
      const told = status === 200 ? '' : body.toString().slice(0, 200);
      saves.push({ ms: performance.now() - began, status, text: draft.text, told });
      if (status === 200) {
        const { versions } = JSON.parse(body.toString()) as { versions: Record<string, string> };
        version = versions[textPath(draft)] ?? null;
      }
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    return saves;
  };
  const atWork = work();
  return {
    stop: () => {
      goesOn = false;
      return atWork;
    },
  };
};
