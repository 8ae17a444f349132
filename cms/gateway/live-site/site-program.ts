import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../../src/settings.ts';

/** What is run after `node`, from the project's folder. */
export type Command = readonly string[];

/**
 * How long what makes the site may take, in milliseconds. A site of 5,000 entries is built within two minutes on two cores;
 * what takes this long never ends.
 */
export const mostMilliseconds = 10 * 60_000;

/**
 * Starts a program that makes the site of the settings, or looks at its content. It is a process of its own, since it takes
 * most of a gigabyte and both cores for some seconds while the gateway has to answer; it ends with the gateway.
 */
export const startProgram = (
  settings: Settings,
  projectRoot: string,
  command: Command,
): ChildProcess => {
  const child = spawn(process.execPath, ['--import', endWithParent, ...command], {
    cwd: projectRoot,
    env: environmentOf(settings),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    windowsHide: true,
    // A group of its own, which can be ended as a whole.
    detached: !isWindows,
  });
  giveWay(child, howMuchToGiveWay[settings.edition]);
  return child;
};

/** Ends a program with all that it started; what it started may hold its output open. */
export const endGroup = (child: ChildProcess): void => {
  try {
    if (child.pid && !isWindows) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended already.
  }
};

const endWithParent = fileURLToPath(new URL('end-with-parent.ts', import.meta.url));

/** The environment from which src/settings.ts reads these settings again. */
const environmentOf = (settings: Settings): NodeJS.ProcessEnv => ({
  ...process.env,
  EDITION: settings.edition,
  CONTENT_DIR: settings.contentDir,
  OUT_DIR: settings.outDir,
  SITE_URL: settings.siteUrl ?? '',
  BASE_PATH: settings.basePath,
  CONTRIBUTE_URL: settings.contributeUrl ?? '',
  MEMBERS_URL: settings.membersUrl ?? '',
  SIGN_OUT_URL: settings.signOutUrl ?? '',
  MEMBERS_COPY_DAYS: String(settings.membersCopyDays),
  WISH_URL: settings.wishUrl ?? '',
  // The gateway makes bundles when they are asked for (pages/streamed-bundles.ts).
  STREAMED_BUNDLES: 'yes',
  ASTRO_TELEMETRY_DISABLED: '1',
});

/**
 * Readers and editors are answered first; but a little: whoever publishes waits for the site, also on a machine that has
 * other things to do.
 */
const giveWay = ({ pid }: ChildProcess, niceness: number): void => {
  try {
    if (!pid) return;
    setPriority(pid, niceness);
    // Where Linux shares a processor among sessions, a session's own number counts, and a program here leads one (sched(7)).
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, String(niceness));
  } catch {
    // It has ended already, or the system allows nobody to give way.
  }
};

/**
 * How far a program gives way, of 19 (nice). Where there are both editions, that of the network can be under way when
 * somebody publishes for all.
 */
const howMuchToGiveWay: Readonly<Record<Settings['edition'], number>> = { public: 3, network: 10 };

const isWindows = process.platform === 'win32';
