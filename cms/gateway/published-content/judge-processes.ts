import { type Apart, createApart } from '../../../src/apart/apart.ts';
import type { Limits } from '../../../src/apart/limits.ts';
import { createContentNews, type NewsSource } from './content-news.ts';
import type { JudgeAnswer, JudgeTask } from './judge-messages.ts';

/** The processes in which texts are judged. */
export type JudgeProcesses = {
  /** Knows no content: what harms it harms nothing that takes seconds to make again. */
  readonly trial: Apart<JudgeTask, JudgeAnswer>;
  /** Knows the published content. */
  readonly judging: Apart<JudgeTask, JudgeAnswer>;
  /** Has the content of a repository judged against from now on. */
  follow(repository: NewsSource): void;
  close(): Promise<void>;
};

/** A text of 500 pages, the longest there may be, takes a second on a small machine. */
export const trialLimits: Limits = { seconds: 3, megabytes: 300 };
/** 5,000 entries take 250 MB. */
const judgingLimits: Limits = { seconds: 10, megabytes: 700 };

/** Somebody waits for a save: texts come before files that are read, and after whatever readers ask. */
const niceness = 3;

/** While somebody writes, a save comes every few minutes. */
const idleMilliseconds = 5 * 60_000;

/** Prepares the processes, which are started when they are asked. @param maxFileBytes the most that an attachment may have */
export const createJudgeProcesses = ({
  maxFileBytes,
}: {
  maxFileBytes: number;
}): JudgeProcesses => {
  const parts = {
    module: new URL('./judge-process.ts', import.meta.url),
    argument: JSON.stringify({ maxFileBytes }),
    idleMilliseconds,
    niceness,
  };
  let news: ReturnType<typeof createContentNews> | null = null;
  const trial = createApart<JudgeTask, JudgeAnswer>({ ...parts, limits: trialLimits });
  const judging = createApart<JudgeTask, JudgeAnswer>({
    ...parts,
    limits: judgingLimits,
    brief: async (isFresh) => news?.(isFresh) ?? null,
  });
  return {
    trial,
    judging,
    follow(repository) {
      news = createContentNews(repository);
    },
    async close() {
      await Promise.all([trial.close(), judging.close()]);
    },
  };
};
