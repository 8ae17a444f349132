import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contender, writeTree } from './contender.ts';
import type { Corpus } from './corpus.ts';
import { changedEntry } from './corpus.ts';
import { portalFolder } from './folders.ts';
import { portalEntryPath, portalTree } from './portal-tree.ts';

/** What is no source of the portal: packages, what builds made, and other content. */
const leftOut = ['node_modules', '.git', '.cache', '.astro', 'dist', 'bench', 'content'];

/** Links each package by itself: builds keep caches beside the packages, and a cold build must find none. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from).filter((name) => !name.startsWith('.'))) {
    symlinkSync(join(from, name), join(to, name));
  }
}

/** What the peers build nothing like: the search index, which has a bench beside this one, and the pack made with it. */
const withoutPeer = ['searchIndex', 'offline'];

function leaveOutOfBuild(project: string, integrations: readonly string[]): void {
  const config = join(project, 'astro.config.mjs');
  let text = readFileSync(config, 'utf8');
  for (const name of integrations) {
    const without = text.replace(`\n    ${name}(),`, '');
    if (without === text)
      throw new Error(`astro.config.mjs no longer lists ${name}() as expected.`);
    text = without;
  }
  writeFileSync(config, text);
}

/**
 * The portal itself, in a copy: two builds in one folder break each other, and the caches of the folder that
 * somebody works in are not the bench's to remove. It is built by the command that users give.
 * @param without the integrations that are left out of its builds
 */
export function contendPortal(
  folder: string,
  corpus: Corpus,
  without: readonly string[] = withoutPeer,
): Contender {
  const project = join(folder, 'portal');
  const content = join(folder, 'portal-content');
  mkdirSync(project, { recursive: true });
  for (const name of readdirSync(portalFolder).filter((name) => !leftOut.includes(name))) {
    cpSync(join(portalFolder, name), join(project, name), { recursive: true });
  }
  linkPackages(join(portalFolder, 'node_modules'), join(project, 'node_modules'));
  leaveOutOfBuild(project, without);
  writeTree(content, portalTree(corpus));
  const output = join(project, 'dist/public');
  return {
    name: 'portal',
    build: {
      args: ['src/commands/build.ts'],
      cwd: project,
      // Empty counts as not set: whatever the shell has set would change what is built.
      env: {
        EDITION: 'public',
        CONTENT_DIR: content,
        OUT_DIR: output,
        SITE_URL: '',
        BASE_PATH: '',
      },
    },
    output,
    leftovers: [
      output,
      ...['.cache', '.astro', 'node_modules/.vite'].map((cache) => join(project, cache)),
    ],
    changedFile: join(content, portalEntryPath(changedEntry(corpus))),
  };
}
