import { join } from 'node:path';
import { writeTree } from '../build/contender.ts';
import { type CorpusEntry, makeCorpus } from '../build/corpus.ts';
import { portalEntryPath, portalEntryText, portalTree } from '../build/portal-tree.ts';
import { makeRepository } from '../gateway/git-folder.ts';
import { collection, type Draft } from '../gateway/world.ts';

/** A portal of a number of entries in a repository of its own. */
export type GrowthWorld = {
  readonly contentDir: string;
  /** An entry that nobody has taken before. */
  takeEntry(): CorpusEntry;
  /** One that nothing refers to, so that it can go. */
  takeLonely(): CorpusEntry;
  /** One that is in no repository yet. */
  takeNew(): CorpusEntry;
};

/** The same text under another address and title, which nothing refers to. */
const copyOf = (entry: CorpusEntry, number: number, what: string): CorpusEntry => {
  const slug = `${what}-${String(number).padStart(4, '0')}`;
  return {
    ...entry,
    slug,
    contentPath: `${entry.collection}/${entry.institution.id}/${slug}`,
    title: `${entry.title}　架空の${what}の取組${number}`,
  };
};

/** An entry as the gateway is told of it. @param text in place of what it says */
export const draftOf = (entry: CorpusEntry, text = portalEntryText(entry)): Draft => ({
  contentPath: entry.contentPath,
  institution: entry.institution.id,
  text,
});

/**
 * Makes the world of a number of entries, always the same for that number, with a few more to be taken away.
 * @param lonely how many of these
 */
export function makeGrowthWorld(count: number, folder: string, lonely: number): GrowthWorld {
  const corpus = makeCorpus(count);
  const practices = corpus.entries.filter((entry) => entry.collection === collection);
  const nth = (index: number) => practices[index % practices.length] as CorpusEntry;
  const toGo = Array.from({ length: lonely }, (_, index) => copyOf(nth(index), index + 1, 'gone'));
  writeTree(
    folder,
    new Map(
      [
        ...portalTree(corpus),
        ...toGo.map((entry) => [portalEntryPath(entry), portalEntryText(entry)] as const),
      ].map(([path, text]) => [`content/${path}`, text] as const),
    ),
  );
  makeRepository(folder);
  let taken = 0;
  let fresh = 0;
  return {
    contentDir: join(folder, 'content'),
    takeEntry: () => nth(taken++),
    takeLonely: () => {
      const entry = toGo.pop();
      if (!entry) throw new Error('More entries were to go than the world was made with.');
      return entry;
    },
    takeNew: () => copyOf(nth(fresh), ++fresh, 'new'),
  };
}
