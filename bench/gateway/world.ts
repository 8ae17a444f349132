import { writeTree } from '../build/contender.ts';
import { type CorpusEntry, makeCorpus } from '../build/corpus.ts';
import { portalEntryText, portalTree } from '../build/portal-tree.ts';
import { makeRepository } from './git-folder.ts';

/** An entry that somebody saves. */
export type Draft = {
  /** The entry below content/: `case-studies/university-0001/draft-0001`. */
  contentPath: string;
  institution: string;
  text: string;
};

/** The generated content of both servers, and the drafts that are saved in it. */
export type World = {
  /** The entries that are published from the start. */
  published: readonly Draft[];
  /** The institutions whose offices save. */
  institutions: readonly string[];
  /** Takes as many new entries as nobody has taken before. */
  newEntries(count: number): Draft[];
  /** Makes a repository of its own with all of it as the first commit. */
  writeRepository(folder: string): void;
};

/** All entries are in one list, because the time of one list is what is measured. */
export const collection = 'case-studies';

/** Where a draft's text lies, from the root of the repository. */
export const textPath = ({ contentPath }: Pick<Draft, 'contentPath'>): string =>
  `content/${contentPath}/index.mdx`;

const draftOf = (entry: CorpusEntry): Draft => ({
  contentPath: entry.contentPath,
  institution: entry.institution.id,
  text: portalEntryText(entry),
});

/** The same entry under another address and title: as long as a real one, and without a problem for the check. */
function copyOf(entry: CorpusEntry, number: number): CorpusEntry {
  const slug = `draft-${String(number).padStart(4, '0')}`;
  return {
    ...entry,
    slug,
    contentPath: `${entry.collection}/${entry.institution.id}/${slug}`,
    title: `${entry.title}　新しい取組${number}`,
  };
}

/** Makes the world of a number of entries, always the same for that number. */
export function makeWorld(count: number): World {
  const corpus = makeCorpus(count, [collection]);
  const tree = new Map(
    [...portalTree(corpus)].map(([path, text]) => [`content/${path}`, text] as const),
  );
  let taken = 0;
  return {
    published: corpus.entries.map(draftOf),
    institutions: [...new Set(corpus.entries.map(({ institution }) => institution.id))],
    newEntries: (wanted) =>
      Array.from({ length: wanted }, () => {
        const original = corpus.entries[taken % corpus.entries.length] as CorpusEntry;
        taken += 1;
        return draftOf(copyOf(original, taken));
      }),
    writeRepository(folder) {
      writeTree(folder, tree);
      makeRepository(folder);
    },
  };
}
