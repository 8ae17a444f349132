import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentDay } from '../content-day.ts';
import { makeFolder } from '../folder-edition/make-folder.ts';
import { projectRoot } from '../project-root.ts';
import { Refusal } from '../refusal.ts';
import { buildSettingNames, readSettings, type Settings } from '../settings.ts';
import { addSettingsFile } from '../settings-file.ts';
import { buildSite } from './build-site.ts';
import { runCommand } from './run-command.ts';
import { folderCommandWords as words } from './words.ts';

const megabyte = 1_000_000;

const changedAt = (path: string): number =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN;

/**
 * Makes sure that the built site is there and says what the content says: the folder is dated by the content.
 * @throws Refusal where it is not
 */
function needBuilt({ outDir, contentDir }: Settings): void {
  const builtAt = changedAt(join(outDir, 'index.html'));
  if (Number.isNaN(builtAt)) throw new Refusal(words.notBuilt(outDir));
  const changed = readdirSync(contentDir, { recursive: true, encoding: 'utf8' }).find(
    (path) => changedAt(join(contentDir, path)) > builtAt,
  );
  if (changed !== undefined) throw new Refusal(words.stale(outDir, changed));
}

function readArguments(args: string[]): { built?: boolean; help?: boolean } {
  try {
    const options = { built: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args, options }).values;
  } catch {
    throw new Refusal(words.usage);
  }
}

/** Builds an edition, unless it is told that it is built, and makes its folder and zip beside it, in dist/folder. */
await runCommand(async () => {
  const { built, help } = readArguments(process.argv.slice(2));
  if (help) {
    console.log(words.usage);
    return 0;
  }
  addSettingsFile(process.env, buildSettingNames);
  const settings = readSettings(process.env);
  if (built) needBuilt(settings);
  else {
    console.log(words.building);
    const outcome = await buildSite(settings, projectRoot);
    if (!outcome.built) {
      console.error(outcome.report);
      return 1;
    }
  }
  const started = performance.now();
  const { folder, zip, files, bytes } = await makeFolder({
    siteDir: settings.outDir,
    base: settings.basePath,
    edition: settings.edition,
    day: contentDay(settings.contentDir),
    outDir: join(dirname(settings.outDir), 'folder'),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(words.made(zip, (bytes / megabyte).toFixed(1), files, seconds));
  console.log(words.unpacked(folder));
  return 0;
});
