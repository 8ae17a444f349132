import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type Contender, writeTree } from './contender.ts';
import { type Corpus, changedEntry } from './corpus.ts';
import { benchModules, peersFolder } from './folders.ts';
import { plainEntryPath, plainTree } from './plain-tree.ts';

/** What differs between the peers, beside the projects in peers/. */
const peers = {
  'starlight-mdx': {
    project: 'starlight',
    texts: 'src/content/docs',
    ending: '.mdx',
    program: 'astro/bin/astro.mjs',
    args: ['build'],
    caches: ['.cache', '.astro', 'node_modules/.vite'],
  },
  'starlight-md': {
    project: 'starlight',
    texts: 'src/content/docs',
    ending: '.md',
    program: 'astro/bin/astro.mjs',
    args: ['build'],
    caches: ['.cache', '.astro', 'node_modules/.vite'],
  },
  eleventy: {
    project: 'eleventy',
    texts: 'content',
    ending: '.md',
    program: '@11ty/eleventy/cmd.cjs',
    args: ['--quiet'],
    caches: ['.cache'],
  },
} as const;

export type PeerName = keyof typeof peers;
export const peerNames = Object.keys(peers) as PeerName[];

/**
 * A peer with the same texts, in a project of its own.
 * @param folder below the bench's, so that the project finds its packages there; a link to them from elsewhere
 *   does not do, because Astro takes the address of a component outside its root for one inside
 */
export function contendPeer(name: PeerName, folder: string, corpus: Corpus): Contender {
  const peer = peers[name];
  const project = join(folder, name);
  const texts = join(project, peer.texts);
  cpSync(join(peersFolder, peer.project), project, { recursive: true });
  writeTree(texts, plainTree(corpus, peer.ending));
  const output = join(project, 'dist');
  return {
    name,
    build: {
      args: [join(benchModules, peer.program), ...peer.args],
      cwd: project,
      env: {},
    },
    output,
    leftovers: [output, ...peer.caches.map((cache) => join(project, cache))],
    changedFile: join(texts, plainEntryPath(changedEntry(corpus), peer.ending)),
  };
}
