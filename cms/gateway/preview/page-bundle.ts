import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type CodeParts, codeDigest } from '../../../src/code-digest.ts';
import type { Settings } from '../../../src/settings.ts';

type BundleSettings = Pick<Settings, 'edition' | 'basePath' | 'contentDir'>;

/**
 * The compiled page of drafts. It takes two seconds and 400 MB to make and is good until the code changes, so it is made
 * once, in a process of its own, and kept in the project's cache.
 * @returns the path of its module
 * @throws where it cannot be built
 */
export const pageBundle = async (
  projectRoot: string,
  settings: BundleSettings,
  fresh = false,
): Promise<string> => {
  const cache = join(projectRoot, '.cache', 'draft-pages');
  const folder = join(cache, bundleName(projectRoot, settings));
  const bundle = join(folder, 'page.mjs');
  if (existsSync(bundle) && !fresh) return bundle;

  await mkdir(cache, { recursive: true });
  const partial = `${folder}.${process.pid}`;
  await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'build-page-bundle.ts'), partial],
    {
      cwd: projectRoot,
      env: {
        ...process.env,
        EDITION: settings.edition,
        BASE_PATH: settings.basePath,
        CONTENT_DIR: settings.contentDir,
        SITE_URL: '',
        CONTRIBUTE_URL: '',
        MEMBERS_URL: '',
        SIGN_OUT_URL: '',
        WISH_URL: '',
        ASTRO_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
      },
    },
  );
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another gateway of this checkout was as quick.
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(bundle)) throw error;
  });
  await removeOthers(cache, folder);
  return bundle;
};

/** Everything that the page is made of; the lock names every package. */
export const pageCodeParts: CodeParts = {
  sources: ['src', 'cms/gateway/preview/page', 'package-lock.json', 'astro.config.mjs'],
  packages: [],
};

/** A name for a bundle of this code, in which some settings are constants. */
const bundleName = (projectRoot: string, { edition, basePath }: BundleSettings): string =>
  createHash('sha256')
    .update(`${edition}\0${basePath}\0${codeDigest(projectRoot, pageCodeParts)}`)
    .digest('hex')
    .slice(0, 16);

const mostBundles = 4;

/** Keeps the bundles of other editions, and of another checkout's state that is in use; the oldest go. */
const removeOthers = async (cache: string, current: string): Promise<void> => {
  const folders = readdirSync(cache)
    .map((name) => join(cache, name))
    .filter((folder) => folder !== current)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of folders.slice(mostBundles - 1)) {
    await rm(folder, { recursive: true, force: true });
  }
};
