import { open, rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import { site } from '../../../src/strings/site.ts';
import { createCheckout } from './checkout.ts';
import { createCheckoutFiles, type FileWriting } from './checkout-files.ts';
import { createCheckoutIndex } from './checkout-index.ts';
import type { EntryAddress, FileAddress } from './content-address.ts';
import { createDraftRefs } from './draft-refs.ts';
import { createDraftUse } from './draft-use.ts';
import { type DraftsRepository, openDrafts } from './drafts-repository.ts';
import { createEntryLogs } from './entry-logs.ts';
import { openHosted, type Upstream } from './hosted-repository.ts';
import { createTurns } from './in-turn.ts';
import { growingWait, keepTrying } from './keep-trying.ts';
import { createKeptObjects } from './kept-objects.ts';
import { createLentObjects } from './lent-objects.ts';
import { moveOldDrafts, refsOfDrafts } from './move-old-drafts.ts';
import { createObjectReader } from './object-reader.ts';
import { createLanding } from './own-landing.ts';
import { createProposalReader } from './proposal-reader.ts';
import { createProposalWriter } from './proposal-writer.ts';
import type { AnyStep } from './publication-steps.ts';
import { createPublishedBranch } from './published-branch.ts';
import { createPublisher } from './publisher.ts';
import { createRecords } from './records.ts';
import { freeStaleLocks, syncFoldersOf } from './ref-folders.ts';
import { createRefTransaction } from './ref-transaction.ts';
import type { Account, CommitId, Repository } from './repository.ts';
import type { OwnParts, RepositoryParts } from './repository-parts.ts';
import { RepositoryTrouble, type TroubleKind, toldAsTrouble } from './repository-trouble.ts';
import { GitFailure, type GitPlace, gitIn } from './run-git.ts';
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

/** How a test opens a repository otherwise than the portal does. */
export type ForTests = {
  /** Is called after each step of a publication, and of the move of former drafts. */
  readonly onStep?: (step: AnyStep) => void | Promise<void>;
  /** What writes files into the checkout. */
  readonly writing?: FileWriting;
  /** How long to wait before the next attempt, by the number of those before it. */
  readonly waitMs?: (attempt: number) => number;
};

/**
 * Opens the git repository that a folder belongs to with the drafts that lie beside it, and finishes what a crash cut off.
 *
 * Git itself does the work, not a library: isomorphic-git has neither an update of a ref with its old value nor fsync,
 * and its users met refs that were half written (its issue 1881); one `git fast-import` takes 12 ms.
 * @param folder a checkout, or a bare repository
 * @param contentFolder where the content lies, from the root of the repository
 * @param upstream the git host that is the store of a clone, which is the portal's own; the repository itself where it is null
 * @param onTrouble hears of files that could not be brought into the checkout, which is tried again by itself
 * @throws RepositoryUnusable where there is no git, no repository or no commit, or git is not let in
 */
export const openGitRepository = async ({
  folder,
  contentFolder = 'content',
  upstream = null,
  onTrouble = console.error,
  forTests: { onStep = () => {}, writing = { open, rename }, waitMs = growingWait } = {},
}: {
  folder: string;
  contentFolder?: string;
  upstream?: Upstream | null;
  onTrouble?: (error: unknown) => void;
  forTests?: ForTests;
}): Promise<Repository> => {
  const folders = await findFolders(folder);
  const { root, gitFolder, sharedFolder, objectFormat, isBare } = folders;
  const inRepository = ({ path }: FileAddress) => `${contentFolder}/${path}`;
  const place: GitPlace = { folder: root };
  const git = gitIn(place);
  const publishedReader = createObjectReader(place);
  const drafts = await openDrafts(sharedFolder, objectFormat);
  const kept = createKeptObjects(drafts);
  const { reader } = drafts;
  const content = createStoredContent(reader, contentFolder);
  const branch = createPublishedBranch({
    published: { git, reader: publishedReader },
    git: drafts.git,
    reader,
    inRepository,
  });
  const index = createCheckoutIndex(git, gitFolder);
  const ground: OwnParts = {
    drafts,
    draftRefs: createDraftRefs(drafts.git),
    kept,
    lent: createLentObjects({ drafts: drafts.place, published: place, git, sharedFolder }),
    content,
    branch,
    movePublished: createRefTransaction({
      git,
      reader: publishedReader,
      freeStaleLocks: (refs) => freeStaleLocks(folders, refs),
      keep: (refs) => syncFoldersOf(folders, refs),
    }),
    inTurn: createTurns(),
    checkout: isBare
      ? null
      : createCheckout({
          git,
          asCheckedOut: gitIn({ folder: root, settings: 'as-checked-out' }),
          files: createCheckoutFiles({ root, gitFolder, writing }),
          index,
          contentFolder,
          onStep,
        }),
    inRepository,
    portal,
    onTrouble,
    onStep,
  };
  const hosted = upstream && (await openHosted(ground, upstream, { folders, git, contentFolder }));
  const alone: RepositoryParts = {
    ...ground,
    keepHere: null,
    isHereOnly: () => false,
    landing: (publishAgain) => createLanding(alone, publishAgain),
  };
  const parts: RepositoryParts = hosted ? { ...alone, ...hosted.parts } : alone;
  const proposals = createProposalReader(parts);
  const { finishPending, isUnfinished, filesBrought, ...publisher } = createPublisher(
    parts,
    proposals,
  );
  const writer = createProposalWriter(parts, proposals);
  const logs = createEntryLogs(parts);
  const records = createRecords(parts);

  if (hosted) await hosted.start();
  else await moveOldDrafts({ ...parts, onStep, git, tip: await branch.tip() });
  let seen = await branch.tip();
  /** Has drafts keep what the branch lends them no longer, when somebody has rewritten its history. */
  const keepLent = async (isStart: boolean) => {
    const tip = await branch.tip();
    const goesOn = tip === seen || (await branch.descends(tip, seen));
    if (isStart || !goesOn) await kept.keepAll(await refsOfDrafts(drafts.git), [tip]);
    seen = tip;
  };
  await keepLent(true).catch(onTrouble);
  if (!hosted) await index.freeOwnLock();
  await finishPending().catch(onTrouble);

  const listeners = new Set<() => void>();
  hosted?.onArrival(() => {
    for (const listener of listeners) listener();
  });
  const waitsForIndex = () => {
    const files = publisher.pendingFiles();
    return files.length > 0 && files.every(({ why }) => why === 'index-locked');
  };
  const trying = keepTrying({
    async attempt() {
      await keepLent(false);
      if (!isUnfinished() || (waitsForIndex() && (await index.isHeld()))) return;
      const before = filesBrought();
      await finishPending();
      if (filesBrought() > before) for (const listener of listeners) listener();
    },
    isNeeded: isUnfinished,
    onTrouble,
    // Whoever lets go of the index may commit a moment later: that it is free has to be noticed at once.
    waitMs: (attempt) => Math.min(waitMs(attempt), waitsForIndex() ? 1000 : Infinity),
  });

  /** Does what writes, and tells its operator why it could not be done. */
  const told = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await toldAsTrouble(work);
    } catch (error) {
      if (error instanceof RepositoryTrouble && !isToldOtherwise.includes(error.kind)) {
        onTrouble(error.cause ?? error);
      }
      throw error;
    } finally {
      trying.look();
    }
  };

  /** The same, for what decides by what stands: where it comes to nothing, it is decided by what the host has at this moment. */
  const decided = <Outcome extends { kind: string }>(work: () => Promise<Outcome>) =>
    told(async () => {
      const outcome = await work();
      if (!hosted || isWritten.includes(outcome.kind)) return outcome;
      return (await hosted.look()) ? work() : outcome;
    });

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
    propose: (request) => decided(() => writer.propose(request)),
    deleteProposal: (entry, request) => decided(() => writer.deleteProposal(entry, request)),
    restoreProposal: (entry, deleted, request) =>
      decided(() => writer.restoreProposal(entry, deleted, request)),
    purgeDeletedProposals: (before) => told(() => writer.purgeDeletedProposals(before)),
    publish: (entry, describe) => decided(() => publisher.publish(entry, describe)),
    publishEdits: (entry, edits, describe, to) =>
      decided(() => publisher.publishEdits(entry, edits, describe, to)),
    entryLog: logs.entryLog,
    entryLogs: logs.entryLogs,
    archivedProposals: logs.archivedProposals,
    changeEntryLog: (entry, request) => decided(() => logs.changeEntryLog(entry, request)),
    host: hosted?.state ?? null,
    records: {
      ...records,
      change: (change) => told(() => records.change(change)),
      async lookAnew() {
        await hosted?.look();
      },
    },
    pendingFiles: publisher.pendingFiles,
    onFilesArrived(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    savesOf: async (entry, proposal) =>
      countSaves(drafts, filesOf(entry, contentFolder), proposal, await branch.tip()),
    begunAt: async (proposal) => firstSave(drafts, proposal, await branch.tip()),
    close() {
      trying.end();
      hosted?.close();
      reader.close();
      publishedReader.close();
    },
  };
};

/** What a change comes to that was made. */
const isWritten: readonly string[] = ['saved', 'published', 'deleted', 'restored'];

/** What its operator is not told each time that somebody meets it: others at work, and a host that is away, once. */
const isToldOtherwise: readonly TroubleKind[] = ['busy', 'away'];

const filesOf = ({ path, text }: EntryAddress, contentFolder: string): string =>
  `${contentFolder}/${text.endsWith('.yaml') ? text : path}`;

const countSaves = async (
  { git }: DraftsRepository,
  files: string,
  proposal: CommitId,
  tip: CommitId,
): Promise<number> => {
  const counted = await git(['rev-list', '--count', proposal, `^${tip}`, '--', files]);
  return Math.max(1, Number(counted.toString().trim()));
};

const firstSave = async (
  { git }: DraftsRepository,
  proposal: CommitId,
  tip: CommitId,
): Promise<Date> => {
  // The last one stands for itself, should somebody have published it by hand.
  const last = git(['rev-list', '--timestamp', '--max-count=1', proposal]);
  const all = git(['rev-list', '--timestamp', proposal, `^${tip}`]);
  const lines = (await Promise.all([last, all])).join('\n').split('\n').filter(Boolean);
  return new Date(Math.min(...lines.map((line) => Number(line.split(' ')[0]))) * 1000);
};

type Folders = {
  root: string;
  gitFolder: string;
  sharedFolder: string;
  objectFormat: string;
  isBare: boolean;
};

const findFolders = async (folder: string): Promise<Folders> => {
  const git = gitIn(folder);
  try {
    const facts = ['--is-bare-repository', '--git-dir', '--git-common-dir', '--show-object-format'];
    const [answers, toplevel] = await Promise.all([
      // Fails where there is no commit.
      git(['rev-parse', ...facts, 'HEAD^{commit}']),
      // A bare repository has none.
      git(['rev-parse', '--show-toplevel']).catch(() => null),
    ]);
    const [bare, gitDir = '', common = '', objectFormat = 'sha1'] = answers.toString().split('\n');
    const isBare = bare === 'true' || !toplevel;
    return {
      root: isBare ? folder : toplevel.toString().trimEnd(),
      gitFolder: resolve(folder, gitDir),
      sharedFolder: resolve(folder, common),
      objectFormat,
      isBare,
    };
  } catch (error) {
    if (error instanceof GitFailure) {
      throw new RepositoryUnusable(
        ofAnotherSentence(error, folder) ??
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

/**
 * What to do where git refuses a repository because another account owns it; null where it failed for other reasons.
 * @param folder that was asked for
 */
export const ofAnotherSentence = ({ words }: GitFailure, folder: string): string | null => {
  if (!/dubious ownership|unsafe repository/.test(words)) return null;
  const [, owned = folder] = /repository at '(.+)'/.exec(words) ?? [];
  return `「${owned}」は別の利用者が所有しているため、git が使うことを断りました。ポータルを動かす利用者で「git config --global --add safe.directory ${shownAsArgument(owned)}」を実行してから、もう一度始めてください。`;
};

const shownAsArgument = (path: string): string =>
  /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
