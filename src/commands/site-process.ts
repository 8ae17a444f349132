import { setFlagsFromString } from 'node:v8';
import { thrownInBuild } from '../astro-internals/thrown-in-build.ts';
import type { Problem } from '../check/problem.ts';
import { textReport } from '../check/report.ts';
import { projectRoot } from '../project-root.ts';
import { buildSettingNames, readSettings } from '../settings.ts';
import { addSettingsFile } from '../settings-file.ts';
import { type SiteAnswer, siteRequest, warmOnly } from '../site-process/messages.ts';
import { createSiteMaker } from '../site-process/site-maker.ts';
import { sweep } from '../sweep.ts';
import { runCommand } from './run-command.ts';

/** As a build (build.ts). */
setFlagsFromString('--heap-growing-percent=25');

/**
 * What is loaded stays, and each difference makes little that does: to look through all of it several times for one cost a
 * fifth of its CPU.
 */
const growthOnceWarm = 100;

/** Whoever publishes one entry after the other does not wait for it to be let go what the one before left. */
const calmMilliseconds = 700;

const say = (answer: SiteAnswer): void => {
  process.send?.(answer);
};

/** What is wrong with the content, as the check tells it; anything else is a fault of ours. */
const sentenceOf = (error: unknown): string => {
  const thrown = thrownInBuild(error, 'ContentProblems');
  if (thrown && 'problems' in thrown) return textReport(thrown.problems as readonly Problem[]);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

/** Makes the site and keeps on making it as its parent asks, until it is ended (src/site-process/messages.ts). */
await runCommand(async () => {
  addSettingsFile(process.env, buildSettingNames);
  const maker = createSiteMaker(readSettings(process.env), projectRoot);
  const answered = async (answer: () => Promise<SiteAnswer>): Promise<SiteAnswer> => {
    try {
      return await answer();
    } catch (error) {
      return { failed: sentenceOf(error) };
    }
  };

  const first = answered(async () => {
    await (process.argv.includes(warmOnly) ? maker.warm() : maker.makeWhole());
    setFlagsFromString(`--heap-growing-percent=${growthOnceWarm}`);
    return { ready: true };
  });
  let calm: NodeJS.Timeout | undefined;
  /** Says what was asked for, and then does what nobody waits for; after a failure all that is known may be wrong. */
  const conclude = async (answer: SiteAnswer, ...rest: (() => void | Promise<void>)[]) => {
    say(answer);
    if ('failed' in answer) return;
    try {
      for (const task of rest) await task();
    } catch (error) {
      console.error(error);
    }
    calm = setTimeout(sweep, calmMilliseconds);
  };
  let turn = first.then((answer) => conclude(answer, maker.prepare, maker.remember));
  process.on('message', (message) => {
    turn = turn.then(async () => {
      clearTimeout(calm);
      const answer = await answered(() =>
        siteRequest.parse(message).make === 'whole' ? maker.makeWhole() : maker.makeDifference(),
      );
      await conclude(answer, maker.prepare);
    });
  });
  process.channel?.ref();
  await first;
  return 0;
});
