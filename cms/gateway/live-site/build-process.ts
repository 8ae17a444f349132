import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { withheldFiles } from '../../../src/check/attachments/withheld-files.ts';
import type { Problem } from '../../../src/check/problem.ts';
import { leftOutProblem, readLeftOut } from '../../../src/loader/left-out.ts';
import type { Settings } from '../../../src/settings.ts';
import { createBuildInWaiting } from './build-in-waiting.ts';

/** Why the site could not be built anew, for those who can see to it. */
export type BuildTrouble = {
  readonly sentence: string;
  /** What is wrong with the content, by file; empty where the fault is not the content's. */
  readonly problems: readonly Problem[];
};
/** A site may be built and have trouble all the same: with an entry that it had to leave out. */
export type BuildResult =
  | { built: true; trouble?: BuildTrouble }
  | { built: false; trouble: BuildTrouble };

export type BuildProcess = {
  /** Builds the site; does not throw for a build that fails. */
  run(): Promise<BuildResult>;
  /** Has the next build begin sooner. */
  warmUp(): void;
  /** Ends the build that is under way, and resolves when it has ended; no other begins. */
  stop(): Promise<void>;
};

/**
 * How long a build may take, and the check that looks for the reason where one failed, in milliseconds. A site of 5,000
 * entries is built within a minute on two cores; what takes this long never ends.
 */
const mostMilliseconds = 10 * 60_000;

/** What is run after `node`, from the project's folder. */
export type Command = readonly string[];
const buildCommand: Command = ['src/commands/build.ts'];
const checkCommand: Command = ['src/commands/check.ts', '--json'];
/** Has a build load its program, and begin when it is sent a message. */
const whenTold = '--when-told';

/**
 * Makes the builder of the site. A build is a process of its own, since it takes most of a gigabyte and both cores for
 * some seconds while the gateway has to answer.
 * @param build in place of the portal's own command, which it must be like: OUT_DIR is replaced when all is done, and with
 *   `--when-told` it begins when it is sent a message
 * @param onTrouble hears what a build says that failed for another reason than the content, and which attachments one
 *   left out of the site
 * @param timeLimit milliseconds after which a build is ended, with all that it started
 */
export const createBuildProcess = ({
  settings,
  projectRoot,
  build = buildCommand,
  timeLimit = mostMilliseconds,
  onTrouble,
}: {
  settings: Settings;
  projectRoot: string;
  build?: Command;
  timeLimit?: number;
  onTrouble(error: unknown): void;
}): BuildProcess => {
  let current: { child: ChildProcess; ended: Promise<unknown> } | null = null;
  let isStopped = false;

  const spawned = (command: Command): ChildProcess => {
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
  const inWaiting = createBuildInWaiting({
    start: () => spawned([...build, whenTold]),
    endProcess: endGroup,
  });

  const outcomeOf = async (child: ChildProcess): Promise<Ended & { isOverdue: boolean }> => {
    const ended = endOf(child);
    current = { child, ended };
    let isOverdue = false;
    const timer = setTimeout(() => {
      isOverdue = true;
      endGroup(child);
    }, timeLimit);
    try {
      return { ...(await ended), isOverdue };
    } finally {
      clearTimeout(timer);
      current = null;
    }
  };

  /** The content's own problems, by the check that every gate uses. */
  const contentProblems = async (): Promise<readonly Problem[]> => {
    const check = spawned([...checkCommand, '--content', settings.contentDir]);
    const { output } = await outcomeOf(check);
    const problems = reportedProblems.safeParse(parseJson(output));
    return problems.success ? (problems.data as Problem[]) : [];
  };

  return {
    async run() {
      const fault = { built: false, trouble: { sentence: faultSentence, problems: [] } } as const;
      if (isStopped) return fault;
      const child = inWaiting.take() ?? spawned(build);
      const { exitCode, words, isOverdue } = await outcomeOf(child);
      if (isOverdue) {
        onTrouble(new Error(`The build of the site did not end in time.\n${words.trim()}`));
        const sentence = overdueSentence(Math.ceil(timeLimit / 60_000));
        return { built: false, trouble: { sentence, problems: [] } };
      }
      if (exitCode === 0) {
        if (words.trim() !== '') onTrouble(words.trim());
        const leftOut = readLeftOut(settings).map(leftOutProblem);
        if (leftOut.length === 0) return { built: true };
        const trouble = { sentence: leftOutSentence(leftOut.length), problems: leftOut };
        return { built: true, trouble };
      }
      if (isStopped) return fault;
      const problems = await contentProblems();
      // A file that is withheld stops no build: where it is all that is wrong, the fault is another.
      const withheld = withheldFiles(problems);
      const errors = problems.filter(
        ({ severity, path }) => severity === 'error' && !withheld.has(path),
      );
      if (errors.length > 0) {
        const sentence = contentSentence(errors.length);
        return { built: false, trouble: { sentence, problems: errors } };
      }
      onTrouble(new Error(`The build of the site ended with ${exitCode}.\n${words.trim()}`));
      return fault;
    },
    warmUp() {
      if (!isStopped) inWaiting.warmUp();
    },
    async stop() {
      isStopped = true;
      inWaiting.end();
      if (current) endGroup(current.child);
      await current?.ended;
    },
  };
};

const contentSentence = (count: number): string =>
  `内容に直すところが${count}件あるためサイトを新しくできず、前の版を表示していますので、一覧の箇所を直してください。`;
const leftOutSentence = (count: number): string =>
  `ページにできない記事が${count}件あり、除いてサイトを新しくしましたので、一覧の記事を直してください。`;
const faultSentence =
  'サイトの組み立てに失敗したため新しくできず、前の版を表示していますので、システムの担当者にご連絡ください。';
const overdueSentence = (minutes: number): string =>
  `サイトの組み立てが${minutes}分たっても終わらないため打ち切り、前の版を表示していますので、システムの担当者にご連絡ください。`;

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
 * Readers and editors are answered first; but a little: whoever publishes waits for the build, also on a machine that has
 * other things to do.
 */
const giveWay = ({ pid }: ChildProcess, niceness: number): void => {
  try {
    if (!pid) return;
    setPriority(pid, niceness);
    // Where Linux shares a processor among sessions, a session's own number counts, and a build leads one (sched(7)).
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, String(niceness));
  } catch {
    // It has ended already, or the system allows nobody to give way.
  }
};

/**
 * How far a build gives way, of 19 (nice). Where there are both editions, that of the network can be under way when somebody
 * publishes for all.
 */
const howMuchToGiveWay: Readonly<Record<Settings['edition'], number>> = { public: 3, network: 10 };

const isWindows = process.platform === 'win32';

/** Ends a process with all that it started; what it started may hold its output open. */
const endGroup = (child: ChildProcess): void => {
  try {
    if (child.pid && !isWindows) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended already.
  }
};

type Ended = { exitCode: number | null; output: string; words: string };

const endOf = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve) => {
    const output: Buffer[] = [];
    const words: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => words.push(chunk));
    child.on('error', (error) => words.push(Buffer.from(String(error))));
    child.on('close', (exitCode) =>
      resolve({
        exitCode,
        output: Buffer.concat(output).toString(),
        words: Buffer.concat(words).toString(),
      }),
    );
  });

const reportedProblems = z.array(
  z.object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    path: z.string(),
    line: z.number(),
    message: z.string(),
  }),
);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
