import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Answered, Asked } from './messages.ts';

/** A host and its portals, each in a process of its own. */
export type World = {
  readonly root: string;
  readonly host: Host;
  readonly portals: readonly Portal[];
  /** Runs git in the host's repository, or in one of a portal. */
  git(args: readonly string[], folder?: string): string;
  readonly hostFolder: string;
  /** The repositories of all portals: what is published, and the drafts. */
  readonly foldersOfPortals: readonly string[];
  end(): Promise<void>;
};

type Killable = {
  /** Ends the process, with or without what it has started, and starts it again. */
  killAndStart(withChildren: boolean): Promise<void>;
};
export type Host = Killable & {
  cut(lines: { answers: number | null; requests: number | null }): void;
};
export type Portal = Killable & {
  /** null where the portal died before it answered. */
  ask(asked: Asked): Promise<{ answered: Answered; ms: number } | null>;
};

/** How much content there is beside what the benchmark writes. */
const otherEntries = 300;

/** Makes a world. @param pollSeconds how often each portal asks the host by itself */
export const makeWorld = async (portalCount: number, pollSeconds: number): Promise<World> => {
  const root = mkdtempSync(join(tmpdir(), 'portal-bench-network-'));
  const hostFolder = join(root, 'host.git');
  const git = (args: readonly string[], folder = hostFolder, input = '') =>
    execFileSync('git', args, { cwd: folder, input, encoding: 'utf8', stdio: 'pipe' });
  git(['init', '-q', '--bare', '-b', 'main', hostFolder], root);
  for (const [key, value] of [
    ['http.receivepack', 'true'],
    ['receive.autogc', 'false'],
    ['receive.fsckObjects', 'true'],
    ['core.fsync', 'committed,reference'],
  ] as const) {
    git(['config', key, value]);
  }
  git(['fast-import', '--quiet'], hostFolder, firstCommit());

  const host = await startHost(root);
  const folders = Array.from({ length: portalCount }, (_, at) => join(root, `portal-${at}`));
  const portals = await Promise.all(
    folders.map((folder) => startPortal([folder, host.url, String(pollSeconds)])),
  );
  return {
    root,
    host,
    portals,
    git: (args, folder) => git(args, folder),
    hostFolder,
    foldersOfPortals: folders.flatMap((folder) => [
      join(folder, '.git'),
      join(folder, '.git/portal-drafts.git'),
    ]),
    async end() {
      for (const { stop } of [...portals, host]) await stop();
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

const firstCommit = (): string => {
  const text = `${'あ'.repeat(1000)}\n`;
  const files = Array.from(
    { length: otherEntries },
    (_, at) =>
      `M 100644 inline content/case-studies/momiji-u/case-${at}/index.mdx\ndata ${Buffer.byteLength(text)}\n${text}`,
  );
  return `commit refs/heads/main\ncommitter 編集者 <editor@dev.invalid> 1700000000 +0900\ndata 5\nbegin\n${files.join('')}\n`;
};

const scriptAt = (name: string) => join(import.meta.dirname, name);

/** A process that is ended with all that it has started, or without. */
const started = (script: string, args: readonly string[]): ChildProcess =>
  fork(scriptAt(script), args, { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });

const kill = async (child: ChildProcess, withChildren: boolean): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  try {
    process.kill(withChildren ? -child.pid : child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
  await gone;
};

const startHost = async (root: string) => {
  let child = started('host-process.ts', [root, '0']);
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  const { port } = new URL(url);
  return {
    url,
    cut(lines: object) {
      if (child.connected) child.send(lines, () => {});
    },
    async killAndStart(withChildren: boolean) {
      await kill(child, withChildren);
      child = started('host-process.ts', [root, port]);
      await once(child, 'message');
    },
    stop: () => kill(child, true),
  };
};

const startPortal = async (args: readonly string[]) => {
  const waiting = new Map<number, (answer: Answer | null) => void>();
  let count = 0;
  const start = async () => {
    const made = started('portal-process.ts', args);
    made.on('message', (message: Answer | 'ready') => {
      if (message !== 'ready') settle(message.number, message);
    });
    made.on('exit', () => {
      if (made === child) for (const number of [...waiting.keys()]) settle(number, null);
    });
    return made;
  };
  const settle = (number: number, answer: Answer | null) => {
    waiting.get(number)?.(answer);
    waiting.delete(number);
  };
  const isReady = async (made: ChildProcess) => {
    await Promise.race([once(made, 'message'), once(made, 'exit')]);
  };
  let child = await start();
  await isReady(child);
  return {
    ask: (asked: Asked) =>
      new Promise<{ answered: Answered; ms: number } | null>((resolve) => {
        if (!child.connected) return resolve(null);
        const number = ++count;
        waiting.set(number, resolve);
        child.send({ number, asked }, (error) => error && settle(number, null));
      }),
    async killAndStart(withChildren: boolean) {
      await kill(child, withChildren);
      for (const number of [...waiting.keys()]) settle(number, null);
      child = await start();
      await isReady(child);
    },
    stop: () => kill(child, true),
  };
};
