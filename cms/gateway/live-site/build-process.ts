import type { ChildProcess } from 'node:child_process';
import { z } from 'zod';
import { withheldFiles } from '../../../src/check/attachments/withheld-files.ts';
import type { Problem } from '../../../src/check/problem.ts';
import { readLeftOut } from '../../../src/loader/left-out.ts';
import type { Settings } from '../../../src/settings.ts';
import { type BuildTrouble, leftOutTrouble } from './build-trouble.ts';
import { type Command, endGroup, mostMilliseconds, startProgram } from './site-program.ts';

/** A site may be built and have trouble all the same: with an entry that it had to leave out. */
export type BuildResult =
  | { built: true; trouble?: BuildTrouble }
  | { built: false; trouble: BuildTrouble };

export type BuildProcess = {
  /**
   * Builds the site whole; does not throw for a build that fails.
   * @param signal gives the build up: it ends at once, and tells no trouble that means anything
   */
  run(signal?: AbortSignal): Promise<BuildResult>;
  /** Ends the build that is under way, and resolves when it has ended; no other begins. */
  stop(): Promise<void>;
};

const buildCommand: Command = ['src/commands/build.ts'];
const checkCommand: Command = ['src/commands/check.ts', '--json'];

/**
 * Makes the builder of the site.
 * @param build in place of the portal's own command, which it must be like: OUT_DIR is replaced when all is done
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

  const outcomeOf = async (command: Command): Promise<Ended & { isOverdue: boolean }> => {
    const child = startProgram(settings, projectRoot, command);
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
  const endCurrent = (): void => {
    if (current) endGroup(current.child);
  };

  /** The content's own problems, by the check that every gate uses. */
  const contentProblems = async (): Promise<readonly Problem[]> => {
    const { output } = await outcomeOf([...checkCommand, '--content', settings.contentDir]);
    const problems = reportedProblems.safeParse(parseJson(output));
    return problems.success ? (problems.data as Problem[]) : [];
  };

  const run = async (signal?: AbortSignal): Promise<BuildResult> => {
    const fault = { built: false, trouble: { sentence: faultSentence, problems: [] } } as const;
    const isOver = () => isStopped || signal?.aborted;
    if (isOver()) return fault;
    const { exitCode, words, isOverdue } = await outcomeOf(build);
    if (isOverdue) {
      onTrouble(new Error(`The build of the site did not end in time.\n${words.trim()}`));
      const sentence = overdueSentence(Math.ceil(timeLimit / 60_000));
      return { built: false, trouble: { sentence, problems: [] } };
    }
    if (exitCode === 0) {
      if (words.trim() !== '') onTrouble(words.trim());
      const trouble = leftOutTrouble(readLeftOut(settings));
      return trouble ? { built: true, trouble } : { built: true };
    }
    if (isOver()) return fault;
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
  };

  return {
    async run(signal) {
      signal?.addEventListener('abort', endCurrent);
      try {
        return await run(signal);
      } finally {
        signal?.removeEventListener('abort', endCurrent);
      }
    },
    async stop() {
      isStopped = true;
      endCurrent();
      await current?.ended;
    },
  };
};

const contentSentence = (count: number): string =>
  `内容に直すところが${count}件あるためサイトを新しくできず、前の版を表示していますので、一覧の箇所を直してください。`;
const faultSentence =
  'サイトの組み立てに失敗したため新しくできず、前の版を表示していますので、システムの担当者にご連絡ください。';
const overdueSentence = (minutes: number): string =>
  `サイトの組み立てが${minutes}分たっても終わらないため打ち切り、前の版を表示していますので、システムの担当者にご連絡ください。`;

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
