import type { WorkSession as Session } from '../login/signed-in.ts';
import { publishedOutline } from '../proposals/entry-text.ts';
import { readRecord } from '../proposals/proposal-record.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';
import type { ProtocolParts } from './protocol-parts.ts';

/**
 * Sees to it that a new entry takes nobody's address: neither that of published content, nor that of what another office is
 * writing. What somebody sends again, because the answer got lost, is their own.
 * @throws RefusedRequest that names what has the address
 */
export const requireFreeAddress = async (
  { repository, institutionName }: Pick<ProtocolParts, 'repository' | 'institutionName'>,
  { who }: Session,
  entry: EntryAddress,
): Promise<void> => {
  const name = entry.path.slice(entry.path.lastIndexOf('/') + 1);
  const proposal = await repository.proposal(entry);
  const begunBy = proposal && readRecord(proposal.record).startedBy;
  const by = begunBy && roleAccountOf(begunBy, institutionName).name;
  if (by === roleAccountOf(who, institutionName).name) return;
  const text = { path: entry.text, part: 'text', entry } as const;
  const published = await repository.read(await repository.published(), text);
  if (published) {
    const title = publishedOutline(entry, published.bytes).title ?? name;
    throw new RefusedRequest(422, sentences.addressTaken(name, title));
  }
  if (by) throw new RefusedRequest(422, sentences.addressTakenByDraft(name, by));
};
