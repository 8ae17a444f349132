import { join } from 'node:path';
import { type AddedBytes, type Difference, offlineFiles } from '../offline-files.ts';
import { differencesFrom } from './differences.ts';
import { digestOf } from './digest.ts';
import { type PartFolders, writeParts } from './parts.ts';
import type { Step } from './recent-steps.ts';
import { keptContent, type SiteFile, withKeptContent } from './site-files.ts';
import { writeWhole } from './written-whole.ts';

/** What was written, by paths below the site's folder, and the names of the streams among it. */
export type WrittenDifferences = {
  readonly paths: readonly string[];
  readonly streams: readonly string[];
};

/**
 * Writes how earlier versions become that of now, and what was added in streams.
 * @param steps to now, the latest first
 * @param files of the version of now
 * @param now the version that results, and the digest of its list
 */
export async function writeDifferences(
  steps: readonly Step[],
  files: readonly SiteFile[],
  now: Pick<Difference, 'version' | 'list'>,
  folders: PartFolders,
): Promise<WrittenDifferences> {
  const { siteDir } = folders;
  const all = differencesFrom(steps, files, {
    contentOf: ({ file }) => keptContent(siteDir, file),
    withContent: ({ file }, use) => withKeptContent(siteDir, file, use),
  });
  const brought = all.at(-1)?.brought ?? [];
  const named = brought.map((content) => ({ name: digestOf(content), content: () => content }));
  const sizes = await writeParts(named, folders);
  const streams = named.map(
    ({ name, content }, index): AddedBytes => [sizes[index] ?? 0, content().length, name],
  );
  const since = new Map<string, Difference>();
  for (const { from, brought: own, ...rest } of all) {
    // A version that the site had before and has again is not behind itself; the latest step knows best.
    if (from === now.version || since.has(from)) continue;
    since.set(from, { ...now, added: streams.slice(0, own.length), ...rest });
  }
  const names = streams.map(([, , name]) => name);
  const paths = names.map(offlineFiles.part);
  for (const [from, difference] of since) {
    const path = offlineFiles.since(from);
    await writeWhole(join(siteDir, path), JSON.stringify(difference));
    paths.push(path);
  }
  return { paths, streams: names };
}
