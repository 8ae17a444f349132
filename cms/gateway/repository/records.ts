import { writeCommit } from './commit-writer.ts';
import { recordText, refOfRecord } from './ref-names.ts';
import type { RefMove } from './ref-transaction.ts';
import type { CommitId, Records } from './repository.ts';
import type { RepositoryParts } from './repository-parts.ts';

/** Of how many versions it is kept what they say. */
const mostKept = 5000;

/** Makes the keeper of small records. */
export const createRecords = ({
  drafts: { git, reader, moveRefs },
  draftRefs,
  portal,
}: Pick<RepositoryParts, 'drafts' | 'draftRefs' | 'portal'>): Omit<Records, 'lookAnew'> => {
  const known = new Map<CommitId, string>();

  /** What a version never says differently. */
  const textOf = async (version: CommitId): Promise<string> => {
    const found = known.get(version) ?? (await reader.read(`${version}:${recordText}`))?.bytes;
    const text = found?.toString() ?? '';
    known.delete(version);
    known.set(version, text);
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return text;
  };

  return {
    async read(kind, name) {
      const version = ((await reader.read(refOfRecord(kind, name)))?.id ?? null) as CommitId | null;
      return version && { name, version, text: await textOf(version) };
    },

    async all(kind, below) {
      const folder = `refs/${kind}/`;
      const refs = await draftRefs(below === undefined ? folder : `${folder}${below}/`);
      return Promise.all(
        refs.map(async ({ ref, commit }) => ({
          name: ref.slice(folder.length),
          version: commit,
          text: await textOf(commit),
        })),
      );
    },

    async change({ moves, at, message }) {
      const written = await Promise.all(
        moves.map(async ({ kind, name, from, text }): Promise<RefMove> => {
          const ref = refOfRecord(kind, name);
          if (text === null) return { ref, from, to: null };
          const to = await writeCommit(git, {
            parents: from ? [from] : [],
            changes: [{ path: recordText, content: Buffer.from(text) }],
            author: portal,
            committer: portal,
            at,
            message: `${message}\n`,
          });
          return { ref, from, to };
        }),
      );
      return (await moveRefs(written)) === 'moved' ? 'changed' : 'outdated';
    },
  };
};
