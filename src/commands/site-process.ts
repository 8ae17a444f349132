import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { readLeftOut } from '../loader/left-out.ts';
import { projectRoot } from '../project-root.ts';
import { buildSettingNames, readSettings } from '../settings.ts';
import { addSettingsFile } from '../settings-file.ts';
import { type SiteAnswer, siteRequest, warmOnly } from '../site-process/messages.ts';
import { buildSite } from './build-site.ts';
import { runCommand } from './run-command.ts';

/** As a build (build.ts). */
setFlagsFromString('--heap-growing-percent=25');

const say = (answer: SiteAnswer): void => {
  process.send?.(answer);
};

/** Makes the site and keeps on making it as its parent asks, until it is ended (src/site-process/messages.ts). */
await runCommand(async () => {
  addSettingsFile(process.env, buildSettingNames);
  const settings = readSettings(process.env);

  const makeWhole = async (): Promise<SiteAnswer> => {
    const outcome = await buildSite(settings, projectRoot);
    if (!outcome.built) return { failed: outcome.report };
    return {
      made: 'whole',
      changed: readdirSync(settings.outDir, { recursive: true }).length,
      leftOut: readLeftOut(settings),
      memory: process.memoryUsage.rss(),
    };
  };
  const answerTo = async (message: unknown): Promise<SiteAnswer> => {
    try {
      siteRequest.parse(message);
      return await makeWhole();
    } catch (error) {
      return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };

  let turn = Promise.resolve();
  process.on('message', (message) => {
    turn = turn.then(async () => say(await answerTo(message)));
  });
  process.channel?.ref();
  if (process.argv.includes(warmOnly)) {
    say({ ready: true });
    return 0;
  }
  const first = await makeWhole();
  say('failed' in first ? first : { ready: true });
  return 0;
});
