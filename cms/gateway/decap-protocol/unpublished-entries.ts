import { type ActionReply, decapActions } from '../../wire/decap-actions.ts';
import { statusOf } from '../../wire/stages.ts';
import type { WorkSession as Session } from '../login/signed-in.ts';
import type { Proposal } from '../proposals/proposal.ts';
import { proposalKinds } from '../proposals/proposal-state.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import { type EntryAddress, type FileAddress, fileName } from '../repository/content-address.ts';
import type { FileContent } from '../repository/repository.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { fileOf } from '../requests/sent-paths.ts';
import { sentences } from '../requests/sentences.ts';
import { decapKey, decapPath, entryOf } from './decap-paths.ts';
import { fulfilled } from './outcomes.ts';
import { action } from './protocol-action.ts';
import type { ProtocolParts } from './protocol-parts.ts';

/** What Decap has to know to show proposals. */
export const unpublishedEntries = ({
  repository,
  proposals,
  content,
  institutionName,
  liveSite,
}: Pick<
  ProtocolParts,
  'repository' | 'proposals' | 'content' | 'institutionName' | 'liveSite'
>) => {
  /** The files that a proposal would change for readers. One that takes the entry away shows it as it stands. */
  const differences = async ({ entry, commit, content: own }: Proposal) => {
    if (own === null) return [];
    const [proposed, { files }] = await Promise.all([
      repository.list(commit, entry),
      content.now(),
    ]);
    return proposed
      .filter(({ address, version }) => files.get(address.path)?.version !== version)
      .map(({ address, version }) => ({
        id: version,
        path: decapPath(address),
        newFile: !files.has(address.path),
      }));
  };

  const proposalForDecap = async (proposal: Proposal) => {
    const { entry, record, savedAt, content: version } = proposal;
    const { name } = roleAccountOf(record.startedBy, institutionName);
    return {
      ...decapKey(entry),
      status: statusOf[record.state],
      kind: record.kind,
      seen: version,
      diffs: await differences(proposal),
      updatedAt: savedAt.toISOString(),
      pullRequestAuthor: record.kind === 'entry' ? name : `${proposalKinds[record.kind]}・${name}`,
    };
  };

  /** A file as the proposal of its entry has it. */
  const fileIn = async (
    { who }: Session,
    entry: EntryAddress,
    address: FileAddress,
  ): Promise<FileContent> => {
    if (address.entry.path !== entry.path) throw new RefusedRequest(422, sentences.slugMismatch);
    const { proposal } = await fulfilled(proposals.find(who, entry));
    const file = await repository.read(proposal.commit, address);
    if (!file) throw new RefusedRequest(404, sentences.missingFile);
    return file;
  };

  return {
    unpublishedEntries: action(decapActions.unpublishedEntries, async ({ who }) =>
      (await proposals.all(who)).map(({ entry }) => {
        const { collection, slug } = decapKey(entry);
        return `${collection}/${slug}`;
      }),
    ),

    unpublishedEntry: action(
      decapActions.unpublishedEntry,
      async ({ who }, { id, collection = '', slug = '' }) => {
        const [first = '', ...rest] = id?.split('/') ?? [];
        const key =
          id === undefined ? { collection, slug } : { collection: first, slug: rest.join('/') };
        const { proposal } = await fulfilled(proposals.find(who, entryOf(key)));
        // An editor opens what an office has finished in order to publish it.
        if (who.role === 'editor' && proposal.record.state !== 'draft') liveSite?.warmUp();
        return proposalForDecap(proposal);
      },
    ),

    unpublishedEntryDataFile: action(
      decapActions.unpublishedEntryDataFile,
      async (session, { path, ...key }) => {
        const { address, bytes, version } = await fileIn(session, entryOf(key), fileOf(path));
        return {
          data: Buffer.from(bytes).toString(),
          file: { path: decapPath(address), id: version },
        };
      },
    ),

    unpublishedEntryMediaFile: action(
      decapActions.unpublishedEntryMediaFile,
      async (session, { path, ...key }) =>
        mediaFile(await fileIn(session, entryOf(key), fileOf(path))),
    ),
  };
};

/** A file as Decap takes it, with its bytes. */
export const mediaFile = ({
  address,
  version,
  bytes,
}: FileContent): ActionReply<'getMediaFile'> => ({
  id: version,
  path: decapPath(address),
  name: fileName(address.path),
  size: bytes.length,
  encoding: 'base64',
  content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
});
