import type { StartedPortal } from '../fixtures/start-portal.ts';
import { marksIn } from './make-moves.ts';

/** The marks that stand in the repository now. What an older version held and a newer one lacks is not among them. */
export type StoredMarks = {
  /** In what is published, and in every proposal as it was saved last. */
  readonly everywhere: ReadonlySet<string>;
  /** Those of them that are names of files. */
  readonly files: ReadonlySet<string>;
  readonly published: ReadonlySet<string>;
  /** Marks in texts, with the entry in which each stands: `case-studies/sakura-u/202611-x`. */
  readonly places: readonly { readonly mark: string; readonly entry: string }[];
};

export const storedMarks = ({ git, drafts }: StartedPortal): StoredMarks => {
  const proposals = drafts('for-each-ref', '--format=%(objectname)', 'refs/proposals/')
    .split('\n')
    .filter(Boolean);
  const published = [textsIn(git, ['main']), namesIn(git, ['main'])];
  const proposed = [textsIn(drafts, proposals), namesIn(drafts, proposals)];
  const all = [...published, ...proposed].join('\n');
  return {
    everywhere: new Set(marksIn(all)),
    files: new Set(marksIn(`${published[1]}\n${proposed[1]}`)),
    published: new Set(marksIn(published.join('\n'))),
    places: [...all.matchAll(/^[^:\n]+:content\/(.+)\/index\.mdx:(mk[0-9a-z]+?mk)/gim)].map(
      ([, entry = '', mark = '']) => ({ entry, mark: mark.toLowerCase() }),
    ),
  };
};

type Git = StartedPortal['git'];

const namesIn = (git: Git, commits: readonly string[]): string =>
  commits.map((commit) => git('ls-tree', '-r', '-z', '--name-only', commit)).join('\n');

/** Each mark behind the commit and the file that it stands in. */
const textsIn = (git: Git, commits: readonly string[]): string => {
  if (commits.length === 0) return '';
  try {
    return git('grep', '-I', '-o', '-i', '-E', 'mk[0-9a-z]+mk', ...commits);
  } catch (error) {
    // It found nothing.
    if (error instanceof Error && 'status' in error && error.status === 1) return '';
    throw error;
  }
};
