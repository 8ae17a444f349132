import { decapActions } from '../../wire/decap-actions.ts';
import type { WorkSession as Session } from '../login/signed-in.ts';
import { decide } from '../permissions/decide.ts';
import { sentences as proposalSentences } from '../proposals/sentences.ts';
import { type EntryAddress, type FileAddress, isSameEntry } from '../repository/content-address.ts';
import type { FileContent, FileEdit } from '../repository/repository.ts';
import { requireAllowed } from '../requests/allowed.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { fileOf } from '../requests/sent-paths.ts';
import { sentences } from '../requests/sentences.ts';
import { decapPath, folderOf } from './decap-paths.ts';
import { fulfilled } from './outcomes.ts';
import { action } from './protocol-action.ts';
import type { ProtocolParts } from './protocol-parts.ts';
import { requireMayWrite, type SaveEntry, versionsBelow } from './saving.ts';
import { withSentFiles } from './sent-files.ts';
import { mediaFile } from './unpublished-entries.ts';

/**
 * Decap asks for every file beside an entry with its bytes in one answer, only to show them; larger ones than this are
 * read at their `url`, and come without bytes. What a save sends back are only the files of the draft itself.
 */
const mostBytesInList = 5 * 1024 * 1024;

/** The files beside entries, and taking away what is published. */
export const media = (
  {
    settings,
    uploads,
    repository,
    proposals,
  }: Pick<ProtocolParts, 'settings' | 'uploads' | 'repository' | 'proposals'>,
  saveEntry: SaveEntry,
) => {
  /** A published file, or else one of a draft that the person may read. */
  const read = async ({ who }: Session, address: FileAddress): Promise<FileContent> => {
    const published = await repository.read(await repository.published(), address);
    const mayReadDraft = decide(who, { kind: 'read-draft', entry: address.entry }).allowed;
    const proposal = !published && mayReadDraft ? await repository.proposal(address.entry) : null;
    const found = published ?? (proposal && (await repository.read(proposal.commit, address)));
    if (!found) throw new RefusedRequest(404, sentences.missingFile);
    return found;
  };

  /** The files of an entry as a save of it would find them. */
  const standing = async (entry: EntryAddress) => {
    const proposal = await repository.proposal(entry);
    const at = proposal?.commit ?? (await repository.published());
    const files = await repository.list(at, entry);
    return new Map(files.map(({ address, version }) => [address.path as string, version]));
  };

  /** Asks for the deletion of an entry, or takes attachments out of its next version. */
  const remove = async (session: Session, paths: readonly string[]) => {
    const files = paths.map(fileOf);
    const [first] = files;
    if (!first || !files.every(({ entry }) => isSameEntry(entry, first.entry))) {
      throw new RefusedRequest(422, proposalSentences.otherEntry);
    }
    const { entry } = first;
    if (files.some(({ part }) => part === 'text')) {
      requireAllowed(session.who, { kind: 'request-deletion', entry });
      await fulfilled(proposals.requestDeletion(session.who, entry));
      return { message: '削除を依頼しました。事務局が確認してから、公開をやめます。' };
    }
    requireMayWrite(
      session,
      files.map((address) => ({ address, isRemoved: true })),
    );
    const there = await standing(entry);
    const edits = files.map((address): FileEdit => {
      const version = there.get(address.path);
      if (!version) throw new RefusedRequest(404, sentences.missingFile);
      return { address, bytes: null, basedOn: version };
    });
    return saveEntry(session, { entry, edits });
  };

  return {
    getMedia: action(decapActions.getMedia, async ({ who }, { mediaFolder }) => {
      const entry = folderOf(mediaFolder);
      if (!entry) return [];
      requireAllowed(who, { kind: 'read-published', entry });
      const files = await repository.list(await repository.published(), entry);
      const attachments = files.filter(({ address }) => address.part === 'attachment');
      return (await repository.readAll(attachments)).map((file) => {
        const url = `/admin/files/${file.address.path}`;
        const listed = file.bytes.length > mostBytesInList ? { ...file, bytes: nothing } : file;
        return { ...mediaFile(listed), size: file.bytes.length, url };
      });
    }),

    getMediaFile: action(decapActions.getMediaFile, async (session, { path }) => {
      const address = fileOf(path);
      requireAllowed(session.who, { kind: 'read-published', entry: address.entry });
      return mediaFile(await read(session, address));
    }),

    persistMedia: action(
      decapActions.persistMedia,
      async (session, { asset: sent, basedOn: given }) => {
        const address = fileOf(sent.path);
        requireMayWrite(session, [{ address }]);
        if (address.part === 'text') throw new RefusedRequest(422, sentences.slugMismatch);
        const { entry } = address;
        if (!(await standing(entry)).has(entry.text)) {
          throw new RefusedRequest(422, sentences.noEntryYet);
        }
        const basedOn = versionsBelow(given).get(address.path) ?? null;
        return withSentFiles({ settings, uploads }, session, [sent], async (files) => {
          const edits = files.map((file) => ({ ...file, basedOn }));
          const { versions, problems } = await saveEntry(session, { entry, edits });
          const version = versions[decapPath(address)];
          if (!version) throw new Error(`${address.path} was saved and is not there.`);
          // What is stored may be less than what was sent.
          const [stored] = await repository.readAll([{ address, version }]);
          if (!stored) throw new Error(`${address.path} was saved and can't be read.`);
          return { ...mediaFile(stored), problems };
        });
      },
    ),

    deleteFile: action(decapActions.deleteFile, (session, { path }) => remove(session, [path])),

    deleteFiles: action(decapActions.deleteFiles, (session, { paths }) => remove(session, paths)),
  };
};

const nothing = new Uint8Array();
