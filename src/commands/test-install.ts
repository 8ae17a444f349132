import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../project-root.ts';
import { Refusal } from '../refusal.ts';
import { runCommand } from './run-command.ts';

/** npm and Node as a newcomer has them: not those of this folder, and without what the npm that runs this has set. */
const ownEnvironment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE|VITE|INIT_CWD$)/i.test(name)),
  ),
  PATH: (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(projectRoot))
    .join(delimiter),
  PORT: '0',
});

const env = ownEnvironment();

/** @throws Refusal where the command fails */
const run = (folder: string, command: string, ...args: string[]): void => {
  console.log(`$ ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, { cwd: folder, env, stdio: 'inherit' });
  if (status !== 0) throw new Refusal(`「${[command, ...args].join(' ')}」が失敗しました。`);
};

const needAnswer = async (address: string, expected: string): Promise<void> => {
  const response = await fetch(address);
  const text = await response.text();
  if (response.status !== 200 || !text.includes(expected)) {
    throw new Refusal(`${address} が開けません（${response.status}）。`);
  }
  console.log(`${address}：${response.status}`);
};

/**
 * Starts the portal, asks for its pages once it says where it is, and ends it as Ctrl+C does: npm and what it started
 * have a process group of their own.
 * @throws Refusal where it ends before, a page does not answer, or it ends with a fault
 */
async function startAndVisit(folder: string): Promise<void> {
  console.log('$ npm start');
  const portal = spawn('npm', ['start'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(portal, 'close') as Promise<[number | null, string | null]>;
  let visited = false;
  for await (const line of createInterface({ input: portal.stdout })) {
    console.log(line);
    const [, origin] = /^(http:\/\/localhost:\d+)\/ で見られます。/.exec(line) ?? [];
    if (!origin) continue;
    try {
      await needAnswer(`${origin}/`, '<main');
      await needAnswer(`${origin}/practices/`, '<main');
      await needAnswer(`${origin}/search/`, '<main');
      await needAnswer(`${origin}/admin/`, '<script');
      visited = true;
    } finally {
      if (portal.pid) process.kill(-portal.pid, 'SIGINT');
    }
  }
  const [exitCode, signal] = await ended;
  if (!visited) throw new Refusal('npm start が、開けるようになる前に終わりました。');
  // npm itself ends by the signal, or with 128 and its number, where what it ran ended well.
  if (exitCode !== 0 && exitCode !== 130 && signal !== 'SIGINT') {
    throw new Refusal(`npm start が ${exitCode} で終わりました。`);
  }
}

/**
 * `npm run test:install`: what an operator does works, in a clean clone of the last commit, with the npm and the Node that
 * the search path gives. It asks the package registry, so it is no part of `npm test`.
 */
await runCommand(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portal-install-'));
  try {
    run(tmpdir(), 'git', 'clone', '--quiet', projectRoot, join(folder, 'portal'));
    run(join(folder, 'portal'), 'npm', 'ci', '--omit=dev');
    await startAndVisit(join(folder, 'portal'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log('npm ci --omit=dev と npm start：通りました。');
  return 0;
});
