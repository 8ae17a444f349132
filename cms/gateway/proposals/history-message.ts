import { collections } from '../../../src/schema/collections.ts';
import type { InstitutionId } from '../../../src/schema/field.ts';
import { isInConfidence } from '../../../src/schema/in-confidence.ts';
import { origins } from '../../../src/schema/taxonomy.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { CommitMessage } from '../repository/commit-message.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { ProposalRecord } from './proposal-record.ts';

/** Longer titles are cut in the history, where a line is read at a glance. */
const mostTitleLength = 60;

/**
 * What the history says of a change: 下書きを保存：事例「入学時の誓約書」（さくら大学）, and for programs the trailers
 * `Entry`, `Proposal-State`, and after the approval `Approved-By-Office` and `Approved-On`.
 * @param done what was done, 下書きを保存
 * @param title null where the text has none yet
 */
export const historyMessage = ({
  done,
  entry,
  title,
  institutionName,
  state,
  approval,
}: {
  done: string;
  entry: EntryAddress;
  title: string | null;
  institutionName: InstitutionName;
  state: ProposalRecord['state'] | 'published' | 'deleted';
  approval: ProposalRecord['approval'];
}): CommitMessage => {
  const { label } = collections[entry.collection];
  const called = title ? `「${title.slice(0, mostTitleLength)}」` : '（題名なし）';
  const owner = entry.institution ? `（${ownerName(entry.institution, institutionName)}）` : '';
  return {
    subject: `${done}：${label}${called}${owner}`,
    trailers: {
      Entry: entry.path,
      'Proposal-State': state,
      ...(approval
        ? { 'Approved-By-Office': approval.office, 'Approved-On': approval.on }
        : undefined),
    },
  };
};

/** What was told in confidence belongs to nobody whom the registry names. */
const ownerName = (institution: InstitutionId, institutionName: InstitutionName): string =>
  isInConfidence({ institution }) ? origins['in-confidence'] : institutionName(institution);
