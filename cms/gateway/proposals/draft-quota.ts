import type { EntryAddress } from '../repository/content-address.ts';
import type { FileEdit, Repository } from '../repository/repository.ts';
import type { GatewaySettings } from '../settings.ts';
import { type Refusal, refusal } from './proposal.ts';
import { sentences } from './sentences.ts';

/** How much an institution may have under way. */
export type DraftQuota = Pick<GatewaySettings, 'maxDrafts' | 'maxDraftBytes'>;

/**
 * Why an institution cannot have what a save would leave; null where it can. What makes its drafts no larger is always
 * taken.
 */
export const overQuota = async (
  repository: Pick<Repository, 'draftsOf'>,
  { maxDrafts, maxDraftBytes }: DraftQuota,
  entry: EntryAddress,
  edits: readonly FileEdit[],
): Promise<Refusal | null> => {
  const { institution } = entry;
  if (!institution) return null;
  const drafts = await repository.draftsOf(institution);
  const own = drafts.find(({ path }) => path === entry.path);
  if (!own && drafts.length >= maxDrafts) {
    return refusal('invalid', sentences.tooManyDrafts(maxDrafts));
  }
  const edited = new Map(edits.map(({ address, bytes }) => [address.path as string, bytes]));
  const before = own?.files ?? [];
  const kept = before.filter(({ path }) => !edited.has(path));
  const after =
    sum(kept.map(({ bytes }) => bytes)) +
    sum([...edited.values()].map((bytes) => bytes?.length ?? 0));
  const grown = after - sum(before.map(({ bytes }) => bytes));
  const all = sum(drafts.flatMap(({ files }) => files.map(({ bytes }) => bytes)));
  return grown > 0 && all + grown > maxDraftBytes
    ? refusal('invalid', sentences.draftsTooLarge(maxDraftBytes))
    : null;
};

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
