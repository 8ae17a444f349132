import { messageText } from './commit-message.ts';
import { writeCommit } from './commit-writer.ts';
import type { EntryAddress } from './content-address.ts';
import { readCommit } from './git-object.ts';
import {
  archivedProposals,
  entryLogs,
  entryOfRef,
  logPath,
  logRefOf,
  recordPath,
} from './ref-names.ts';
import type { CommitId, Repository } from './repository.ts';
import type { RepositoryParts } from './repository-parts.ts';
import { untilMoved } from './until-moved.ts';

/** What is kept about entries beside their proposals, in the repository of the drafts. */
export type EntryLogs = Pick<
  Repository,
  'entryLog' | 'entryLogs' | 'changeEntryLog' | 'archivedProposals'
>;

/** Of how many commits it is kept what they say; those that were asked for longest ago go first. */
const mostKept = 2000;

/** Makes the keeper of logs: one ref for each entry, moved from commit to commit by compare-and-swap. */
export const createEntryLogs = ({
  drafts: { git, reader, moveRefs },
  draftRefs,
  inTurn,
  portal,
}: Pick<RepositoryParts, 'drafts' | 'draftRefs' | 'inTurn' | 'portal'>): EntryLogs => {
  const known = new Map<string, string>();

  /** What a commit never says differently. */
  const textAt = async (commit: string, path: string): Promise<string> => {
    const found = known.get(commit) ?? (await reader.read(`${commit}:${path}`))?.bytes.toString();
    known.delete(commit);
    known.set(commit, found ?? '');
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return found ?? '';
  };

  const standing = async (entry: EntryAddress) => {
    const commit = (await reader.read(logRefOf(entry)))?.id ?? null;
    return { commit, text: commit && (await textAt(commit, logPath)) };
  };

  return {
    entryLog: async (entry) => (await standing(entry)).text,

    async entryLogs() {
      const found = await Promise.all(
        (await draftRefs(entryLogs)).map(async ({ ref, commit }) => {
          const entry = entryOfRef(ref);
          return entry ? [{ entry, text: await textAt(commit, logPath) }] : [];
        }),
      );
      return found.flat();
    },

    changeEntryLog: (entry, { author, at, describe }) =>
      inTurn(entry.path, () =>
        untilMoved(async () => {
          const now = await standing(entry);
          const described = await describe(now.text);
          if ('kind' in described) return described;
          const { record, message } = described;
          const to = await writeCommit(git, {
            parents: now.commit ? [now.commit as CommitId] : [],
            changes: [{ path: logPath, content: Buffer.from(record) }],
            author,
            committer: portal,
            at,
            message: messageText(message),
          });
          const moved = await moveRefs([
            { ref: logRefOf(entry), from: now.commit as CommitId | null, to },
          ]);
          return moved === 'moved' ? { kind: 'saved', text: record } : 'outdated';
        }),
      ),

    async archivedProposals(of) {
      const refs = await draftRefs(of ? `${archivedProposals}${of.path}/` : archivedProposals);
      const found = await Promise.all(
        refs.map(async ({ ref, commit }) => {
          const entry = entryOfRef(ref);
          const object = await reader.read(commit);
          if (!entry || !object) return [];
          const record = await textAt(commit, recordPath);
          return [{ entry, record, changedAt: readCommit(object.bytes).at }];
        }),
      );
      return found.flat().sort((one, other) => other.changedAt.getTime() - one.changedAt.getTime());
    },
  };
};
