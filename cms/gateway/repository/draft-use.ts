import type { InstitutionId } from '../../../src/schema/field.ts';
import { entryOfRef, liveProposals } from './ref-names.ts';
import type { CommitId, DraftUse, Repository } from './repository.ts';
import type { RepositoryParts } from './repository-parts.ts';

/** Of how many commits it is kept what they hold; those that were asked for longest ago go first. */
const mostKept = 5000;

/**
 * Makes the reader of what the drafts of an institution hold: of each file its path and its size, and none of its bytes.
 * What a commit holds is kept, so that a save costs the reading of one list of refs.
 */
export const createDraftUse = ({
  drafts: { git },
  draftRefs,
  content,
}: Pick<RepositoryParts, 'drafts' | 'draftRefs' | 'content'>): Repository['draftsOf'] => {
  const known = new Map<CommitId, DraftUse>();

  const sizesOf = async (versions: readonly string[]): Promise<ReadonlyMap<string, number>> => {
    if (versions.length === 0) return new Map();
    const asked = versions.map((version) => `${version}\n`).join('');
    const output = await git(['cat-file', '--batch-check=%(objectname) %(objectsize)'], [asked]);
    return new Map(
      output
        .toString()
        .split('\n')
        .map((line) => line.split(' '))
        .map(([version = '', size]) => [version, Number(size)] as const),
    );
  };

  return async (institution: InstitutionId) => {
    const uses: DraftUse[] = [];
    for (const { ref, commit } of await draftRefs(liveProposals)) {
      const entry = entryOfRef(ref);
      if (entry?.institution !== institution) continue;
      let use = known.get(commit);
      if (!use) {
        const stored = await content.entry(commit, entry);
        const files = stored === 'behind-link' ? [] : [...stored.files.values()];
        const sizes = await sizesOf(files.map(({ version }) => version));
        use = {
          path: entry.path,
          files: files.map(({ address: { path }, version }) => ({
            path,
            bytes: sizes.get(version) ?? 0,
          })),
        };
      }
      known.delete(commit);
      known.set(commit, use);
      uses.push(use);
    }
    for (const [oldest] of known) {
      if (known.size <= mostKept) break;
      known.delete(oldest);
    }
    return uses;
  };
};
