import { resolve } from 'node:path';
import { site } from '../../../src/strings/site.ts';
import { createCheckout } from './checkout.ts';
import type { FileAddress } from './content-address.ts';
import { createDraftUse } from './draft-use.ts';
import { createTurns } from './in-turn.ts';
import { createObjectReader } from './object-reader.ts';
import { createProposalReader } from './proposal-reader.ts';
import { createProposalWriter } from './proposal-writer.ts';
import { createPublishedBranch } from './published-branch.ts';
import { createPublisher } from './publisher.ts';
import { freeStaleLocks, syncFoldersOf } from './ref-folders.ts';
import { createRefTransaction } from './ref-transaction.ts';
import type { Account, Repository } from './repository.ts';
import type { RepositoryParts } from './repository-parts.ts';
import { type Git, GitFailure, gitIn } from './run-git.ts';
import { createStoredContent } from './stored-content.ts';

/** What keeps a folder from being the portal's store, in a sentence for the person who starts it. */
export class RepositoryUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RepositoryUnusable';
  }
}

/** The portal commits what others wrote. The domain can never receive mail (RFC 2606). */
const portal: Account = { name: site.title, email: 'portal@portal.invalid' };

/**
 * Opens the git repository that a folder belongs to, and finishes the publications that a crash cut off.
 *
 * Git itself does the work, not a library: isomorphic-git has neither an update of a ref with its old value nor fsync,
 * and its users met refs that were half written (its issue 1881); one `git fast-import` takes 12 ms.
 * @param folder a checkout, or a bare repository
 * @param contentFolder where the content lies, from the root of the repository
 * @param onTrouble hears of files that could not be brought into the checkout, which is tried again later
 * @throws RepositoryUnusable where there is no git, no repository or no commit
 */
export const openGitRepository = async ({
  folder,
  contentFolder = 'content',
  onTrouble = console.error,
}: {
  folder: string;
  contentFolder?: string;
  onTrouble?: (error: unknown) => void;
}): Promise<Repository> => {
  const folders = await findFolders(folder);
  const inRepository = ({ path }: FileAddress) => `${contentFolder}/${path}`;
  const git = gitIn(folders.root);
  const reader = createObjectReader(folders.root);
  const content = createStoredContent(reader, contentFolder);
  const parts: RepositoryParts = {
    git,
    reader,
    content,
    inRepository,
    portal,
    onTrouble,
    inTurn: createTurns(),
    branch: createPublishedBranch({ git, reader, inRepository }),
    moveRefs: createRefTransaction({
      git,
      reader,
      freeStaleLocks: (refs) => freeStaleLocks(folders, refs),
      keep: (refs) => syncFoldersOf(folders, refs),
    }),
    checkout: folders.isBare ? null : createCheckout({ git, contentFolder, ...folders }),
  };
  const proposals = createProposalReader(parts);
  const { finishPending, ...publisher } = createPublisher(parts, proposals);
  await finishPending();
  const { branch } = parts;

  return {
    published: branch.tip,
    lastChange: branch.lastChange,
    list: content.list,
    read: content.read,
    readAll: content.readAll,
    proposal: proposals.proposal,
    proposals: proposals.proposals,
    deletedProposals: proposals.deletedProposals,
    draftsOf: createDraftUse(parts),
    ...createProposalWriter(parts, proposals),
    ...publisher,
    close: reader.close,
  };
};

type Folders = { root: string; gitFolder: string; sharedFolder: string; isBare: boolean };

const findFolders = async (folder: string): Promise<Folders> => {
  const git = gitIn(folder);
  try {
    const isBare = (await line(git, 'rev-parse', '--is-bare-repository')) === 'true';
    const root = isBare ? folder : await line(git, 'rev-parse', '--show-toplevel');
    const gitFolder = resolve(folder, await line(git, 'rev-parse', '--git-dir'));
    const sharedFolder = resolve(folder, await line(git, 'rev-parse', '--git-common-dir'));
    await git(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
    return { root, gitFolder, sharedFolder, isBare };
  } catch (error) {
    if (error instanceof GitFailure) {
      throw new RepositoryUnusable(
        `「${folder}」は、記録が一件以上ある git のリポジトリではありません。フォルダーを確かめてください。`,
      );
    }
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new RepositoryUnusable(
        `「${folder}」がないか、git が入っていません。フォルダーを確かめ、git を入れてください。`,
      );
    }
    throw error;
  }
};

const line = async (git: Git, ...args: string[]): Promise<string> =>
  (await git(args)).toString().trimEnd();
