import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { projectRoot } from '../../src/project-root.ts';
import { buildEditor } from '../editor/build-editor.ts';

/** What journeys that are about something else take as it was built for all of them. */
export type BuiltOnce = {
  /** Holds the editor. */
  readonly editorFolder: string;
  /** Holds the public edition of the sound world (src/check/fixtures). */
  readonly siteFolder: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    builtOnce: BuiltOnce;
  }
}

/** Builds it before the first journey, and takes it away after the last. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const { built, remove } = await buildOnce();
  provide('builtOnce', built);
  return remove;
};

/** Builds it into a folder of its own. @returns with what takes the folder away */
export const buildOnce = async (): Promise<{
  readonly built: BuiltOnce;
  remove(): Promise<void>;
}> => {
  const home = await mkdtemp(join(tmpdir(), 'contributors-'));
  const built = { editorFolder: join(home, 'admin'), siteFolder: join(home, 'site') };
  const remove = () => rm(home, { recursive: true, force: true });
  try {
    await Promise.all([
      buildEditor(built.editorFolder),
      promisify(execFile)(process.execPath, ['src/commands/build.ts'], {
        cwd: projectRoot,
        env: {
          ...process.env,
          EDITION: 'public',
          CONTENT_DIR: join(projectRoot, 'src/check/fixtures/sound/content'),
          OUT_DIR: built.siteFolder,
          SITE_URL: '',
          WISH_URL: '/admin/wishes/',
        },
      }),
    ]);
  } catch (error) {
    await remove();
    throw error;
  }
  return { built, remove };
};
