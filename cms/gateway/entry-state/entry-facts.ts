import type { Publication } from '../../wire/publication.ts';
import type { LiveSite } from '../live-site/live-site.ts';
import { type EntryLog, readLog } from '../proposals/entry-log.ts';
import { type PublishedFacts, publishedFacts } from '../proposals/entry-text.ts';
import { type Proposal, proposalOf } from '../proposals/proposal.ts';
import { publishedText } from '../proposals/stored-entry.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { Repository } from '../repository/repository.ts';

/** All that is known of where an entry is, for whoever asks. */
export type EntryFacts = {
  readonly entry: EntryAddress;
  readonly proposal: Proposal | null;
  /** null where readers never saw it, or it was taken away for good. */
  readonly published: PublishedFacts | null;
  /** What was asked and decided about whether it is shown. */
  readonly log: EntryLog;
  /** null where nothing is published, or no site is built here. */
  readonly publication: Publication | null;
};

export type FactsParts = {
  readonly repository: Pick<Repository, 'proposal' | 'published' | 'read' | 'entryLog'>;
  readonly liveSite: Pick<LiveSite, 'stateOf'> | null;
};

/** Gathers what is known of an entry. @param known its proposal, where it was read already */
export const factsOf = async (
  { repository, liveSite }: FactsParts,
  entry: EntryAddress,
  known?: Proposal | null,
): Promise<EntryFacts> => {
  const [stored, text, log] = await Promise.all([
    known === undefined ? repository.proposal(entry) : null,
    publishedText(repository, entry),
    repository.entryLog(entry),
  ]);
  return {
    entry,
    proposal: known ?? (stored && proposalOf(stored)),
    published: text && publishedFacts(entry, text.bytes),
    log: readLog(log),
    publication: text && liveSite ? await liveSite.stateOf(entry) : null,
  };
};
