import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import { type EntryLog, readLog } from './entry-log.ts';
import { forbidden } from './obstacles.ts';
import type { Refusal } from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import { type ProposalRecord, readRecord } from './proposal-record.ts';

/** What was said about an entry so far, by those who may see its drafts. */
export type SaidAbout = {
  readonly kind: 'said';
  /** Whether it is shown: what was asked and decided, the earliest first. */
  readonly log: EntryLog;
  /** The proposals that are published, with their notes, the latest first. */
  readonly past: readonly { readonly record: ProposalRecord; readonly changedAt: Date }[];
};

/** What is kept after a proposal has ended. */
export type Keeping = {
  saidAbout(who: Contributor, entry: EntryAddress): Promise<SaidAbout | Refusal>;
};

export const createKeeping = ({ repository }: Pick<ProposalParts, 'repository'>): Keeping => ({
  async saidAbout(who, entry) {
    const refused = forbidden(who, [{ kind: 'read-draft', entry }]);
    if (refused) return refused;
    const [log, archived] = await Promise.all([
      repository.entryLog(entry),
      repository.archivedProposals(entry),
    ]);
    const past = archived.map(({ record, changedAt }) => ({
      record: readRecord(record),
      changedAt,
    }));
    return { kind: 'said', log: readLog(log), past };
  },
});
