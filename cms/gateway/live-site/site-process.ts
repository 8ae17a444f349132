import type { ChildProcess } from 'node:child_process';
import type { Settings } from '../../../src/settings.ts';
import {
  type SiteAnswer,
  type SiteMade,
  type SiteRequest,
  siteAnswer,
  warmOnly,
} from '../../../src/site-process/messages.ts';
import { type Command, endGroup, mostMilliseconds, startProgram } from './site-program.ts';

/** What became of a difference that was asked for; where it failed, the process has ended. */
export type Difference = { readonly made: SiteMade } | { readonly failed: string };

/** The process that stays beside the gateway, knows what the served site was made from, and makes what differs. */
export type SiteProcess = {
  isRunning(): boolean;
  /** Starts it where it does not run, so that it is warm when something is published. */
  warmUp(): void;
  /** Has it bring the site to the content. It is started first where it does not run. Never two at once. */
  makeDifference(): Promise<Difference>;
  /** Ends it with all that it knows, and resolves when it has ended. */
  end(): Promise<void>;
};

/**
 * The command of the portal's own site process. Most of what a publication makes is let go with it: in a larger first room, in
 * megabytes, less of it is looked through and carried over, a tenth of the CPU.
 */
export const siteProcessCommand: Command = [
  '--max-semi-space-size=64',
  'src/commands/site-process.ts',
];

type Running = {
  readonly child: ChildProcess;
  readonly isReady: Promise<SiteAnswer>;
  readonly hasEnded: Promise<void>;
  /** What it has said for the log since it was last asked. */
  words: string;
};

/**
 * Makes the keeper of an edition's site process.
 * @param command of a program that speaks as src/site-process/messages.ts has it
 * @param onWords hears what it says beside its answers: which attachments it left out of the site
 * @param timeLimit milliseconds until it has to be warm, and for each difference, which may be made as a whole; what is
 *   overdue is ended, with all that it started
 */
export const createSiteProcess = ({
  settings,
  projectRoot,
  command,
  onWords,
  timeLimit = mostMilliseconds,
}: {
  settings: Settings;
  projectRoot: string;
  command: Command;
  onWords(words: string): void;
  timeLimit?: number;
}): SiteProcess => {
  let current: Running | null = null;

  const start = (): Running => {
    const child = startProgram(settings, projectRoot, [...command, warmOnly]);
    const hasEnded = endOf(child);
    const running: Running = {
      child,
      isReady: nextAnswer(child, hasEnded, timeLimit),
      hasEnded,
      words: '',
    };
    child.stdout?.resume();
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      running.words = (running.words + text).slice(-mostWords);
    });
    void hasEnded.then(() => {
      if (current === running) current = null;
    });
    return running;
  };

  const ended = async (running: Running): Promise<void> => {
    if (current === running) current = null;
    endGroup(running.child);
    await running.hasEnded;
  };

  const answerTo = async (request: SiteRequest, running: Running): Promise<SiteAnswer> => {
    const ready = await running.isReady;
    if ('failed' in ready) return ready;
    const answer = nextAnswer(running.child, running.hasEnded, timeLimit);
    // Where it cannot be sent, the process ends.
    running.child.send(request, () => {});
    return answer;
  };

  return {
    isRunning: () => current !== null,
    warmUp() {
      current ??= start();
    },
    async makeDifference() {
      current ??= start();
      const running = current;
      const answer = await answerTo({ make: 'difference' }, running);
      const words = running.words.trim();
      running.words = '';
      if ('made' in answer) {
        if (words !== '') onWords(words);
        return { made: answer };
      }
      await ended(running);
      const failed = 'failed' in answer ? answer.failed : 'It answered what it was not asked.';
      return { failed: `${failed}\n${words}`.trim() };
    },
    async end() {
      if (current) await ended(current);
    },
  };
};

/** Of what it says for the log, so much is kept: a process that stays must not fill the gateway. */
const mostWords = 20_000;

/** Not `close`, for which what it started might keep one waiting. */
const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    for (const ending of ['exit', 'error'] as const) child.once(ending, () => resolve());
  });

/** What a process says next; a failure where it ends, says what nobody understands, or nothing for so many milliseconds. */
const nextAnswer = (
  child: ChildProcess,
  hasEnded: Promise<void>,
  limit: number,
): Promise<SiteAnswer> =>
  new Promise((resolve) => {
    const settle = (answer: SiteAnswer): void => {
      clearTimeout(timer);
      child.off('message', hear);
      resolve(answer);
    };
    const hear = (message: unknown): void => {
      const answer = siteAnswer.safeParse(message);
      settle(answer.success ? answer.data : { failed: 'It said what nobody understands.' });
    };
    const timer = setTimeout(() => settle({ failed: 'It did not answer in time.' }), limit);
    child.on('message', hear);
    void hasEnded.then(() =>
      settle({ failed: `It ended (${child.signalCode ?? child.exitCode}).` }),
    );
  });
