import { readLog } from '../proposals/entry-log.ts';
import { publishedFacts } from '../proposals/entry-text.ts';
import { proposalOf } from '../proposals/proposal.ts';
import { readRecord } from '../proposals/proposal-record.ts';
import { publishedText } from '../proposals/stored-entry.ts';
import type { Repository } from '../repository/repository.ts';
import type { Standing } from './office-news.ts';

/** What news are read from. */
export type NewsRepository = Pick<
  Repository,
  'proposals' | 'archivedProposals' | 'entryLogs' | 'published' | 'read'
>;

/** Reads what there is to tell from what is stored. @param from what happened before it is of no interest */
export const readStanding = async (repository: NewsRepository, from: Date): Promise<Standing> => {
  const [proposals, archived, logs] = await Promise.all([
    repository.proposals(),
    repository.archivedProposals(),
    repository.entryLogs(),
  ]);
  const recent = logs
    .map(({ entry, text }) => ({ entry, log: readLog(text) }))
    .filter(({ log }) => new Date(log.at(-1)?.at ?? 0) >= from);
  return {
    proposals: proposals.map(proposalOf),
    published: archived.map(({ entry, record, changedAt }) => ({
      entry,
      record: readRecord(record),
      changedAt,
    })),
    logs: await Promise.all(
      recent.map(async ({ entry, log }) => {
        const text = await publishedText(repository, entry);
        const isWithdrawn = text !== null && publishedFacts(entry, text.bytes).isWithdrawn;
        return { entry, log, isWithdrawn };
      }),
    ),
  };
};
