import { decapActions } from '../../wire/decap-actions.ts';
import { type ProposalState, statusOf } from '../../wire/stages.ts';
import type { WorkSession as Session } from '../login/signed-in.ts';
import type { Action } from '../permissions/action.ts';
import { sentences as proposalSentences } from '../proposals/sentences.ts';
import { type EntryAddress, type FileAddress, isSameEntry } from '../repository/content-address.ts';
import type { FileEdit, FileVersion } from '../repository/repository.ts';
import { requireAllowed } from '../requests/allowed.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { fileOf, textFileOf } from '../requests/sent-paths.ts';
import { sentences } from '../requests/sentences.ts';
import { decapKey, decapPath } from './decap-paths.ts';
import { filesLeftBehind } from './left-behind.ts';
import { requireFreeAddress } from './new-entry.ts';
import { fulfilled } from './outcomes.ts';
import { fileInTheWay } from './present-file.ts';
import { action } from './protocol-action.ts';
import type { ProtocolParts } from './protocol-parts.ts';
import { withSentFiles } from './sent-files.ts';

/** What is saved of one entry, and how it is answered. */
export type Save = {
  readonly entry: EntryAddress;
  readonly edits: readonly FileEdit[];
  readonly over?: FileVersion | null | undefined;
};
export type SaveEntry = (session: Session, save: Save) => Promise<SavedAnswer>;

type SavedAnswer = Awaited<ReturnType<ReturnType<typeof createSaveEntry>>>;

/** Makes the one way in which anything is saved and answered. */
export const createSaveEntry =
  ({ repository, proposals }: Pick<ProtocolParts, 'repository' | 'proposals'>) =>
  async ({ who }: Session, { entry, edits, over }: Save) => {
    const { proposal, problems } = await fulfilled(
      proposals.save(who, entry, edits, over),
      fileInTheWay(repository, entry, edits, over),
    );
    const stored = await repository.list(proposal.commit, entry);
    return {
      message: proposal.isHereOnly ? savedHereOnly : savedSentences[proposal.record.state],
      status: statusOf[proposal.record.state],
      seen: proposal.content,
      problems,
      versions: Object.fromEntries(
        stored.map(({ address, version }) => [decapPath(address), version] as const),
      ) as Record<string, FileVersion>,
    };
  };

/** What stage a save left a proposal in: it never moves one back, and what was approved is asked about again. */
const savedSentences: Record<ProposalState, string> = {
  draft: '下書きとして保存しました。',
  'in-review': '保存しました。事務局への確認の依頼は続いています。',
  approved: '保存しました。',
};

const savedHereOnly =
  'このサーバーだけに保存しました。保存先のサーバーにはまだ届いていませんが、つながりしだい自動で届けます。';

/**
 * Refuses what somebody may not write, before anything is read for it. What a text says of its origin is for the
 * proposals to judge, who read it.
 */
export const requireMayWrite = (
  { who }: Session,
  files: readonly { readonly address: FileAddress; readonly isRemoved?: boolean }[],
): void =>
  requireAllowed(
    who,
    ...files.map(({ address, isRemoved = false }): Action => {
      if (address.part === 'attachment') {
        return { kind: isRemoved ? 'remove-file' : 'upload', file: address };
      }
      const origin = { written: null, stored: null };
      return { kind: 'save-draft', entry: address.entry, origin };
    }),
  );

/** The versions that a person began from, by address instead of by Decap's paths. */
export const versionsBelow = (
  given: Readonly<Record<string, FileVersion | null>>,
): ReadonlyMap<string, FileVersion | null> =>
  new Map(Object.entries(given).map(([path, version]) => [fileOf(path).path, version]));

export const saving = (
  parts: Pick<ProtocolParts, 'settings' | 'uploads' | 'repository' | 'institutionName'>,
  saveEntry: SaveEntry,
) => ({
  persistEntry: action(
    decapActions.persistEntry,
    async (session, { dataFiles: [file], assets, options, basedOn: given, over }) => {
      if (!file) throw new RefusedRequest(422, sentences.unreadable);
      const text = textFileOf(file.path);
      const { entry } = text;
      const addresses = assets.map(({ path }) => fileOf(path));
      requireMayWrite(
        session,
        [text, ...addresses].map((address) => ({ address })),
      );
      if (file.newPath !== undefined && fileOf(file.newPath).path !== text.path) {
        throw new RefusedRequest(422, sentences.moved);
      }
      const key = decapKey(entry);
      if (key.collection !== options.collectionName || key.slug !== file.slug) {
        throw new RefusedRequest(422, sentences.slugMismatch);
      }
      const isApart = ({ entry: other, part }: FileAddress) =>
        part !== 'attachment' || !isSameEntry(other, entry);
      if (addresses.some(isApart)) throw new RefusedRequest(422, proposalSentences.otherEntry);

      const began = versionsBelow(given);
      const isNew = (began.get(text.path) ?? null) === null && over === undefined;
      if (isNew) await requireFreeAddress(parts, session, entry);
      const edit = (address: FileAddress, bytes: Uint8Array): FileEdit => ({
        address,
        bytes,
        basedOn: began.get(address.path) ?? null,
      });
      const brought = new Set(addresses.map(({ path }) => path));
      const left = await filesLeftBehind(parts.repository, entry, file.raw, brought);
      return withSentFiles(parts, session, assets, (files) => {
        const beside = files.map(({ address, bytes }) => edit(address, bytes));
        return saveEntry(session, {
          entry,
          edits: [edit(text, Buffer.from(file.raw)), ...beside, ...left],
          over,
        });
      });
    },
  ),
});
