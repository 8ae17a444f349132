import { mkdir, realpath } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { Refusal } from '../../../src/refusal.ts';
import { publicationRecords } from '../repository/ref-names.ts';
import { type Git, GitFailure, gitIn } from '../repository/run-git.ts';
import {
  type BackupStamp,
  readStamp,
  stampBesideBackup,
  stampInPortal,
  writeStamp,
} from './backup-stamp.ts';
import {
  type BackupStore,
  bringObjects,
  type CarriedFile,
  makeBackupStore,
  type Snapshot,
} from './backup-store.ts';
import { alone } from './folder-lock.ts';
import { type Retention, snapshotsToKeep } from './retention.ts';
import { type Refs, readSettledRefs, type SettledRefs } from './settled-refs.ts';
import { copyShelf, shelfCopyIn, shelfFolderIn } from './shelf-copy.ts';
import { type SnapshotFacts, snapshotFacts, snapshotName } from './snapshot.ts';
import { openSourcePortal, type SourcePortal } from './source-portal.ts';
import { backupWords } from './words.ts';

/** What a backup was asked for. */
export type BackupRequest = {
  /** A checkout or a bare repository of the portal. */
  readonly portal: string;
  /** Where the backup lies; made where it is missing. */
  readonly folder: string;
  readonly files?: readonly CarriedFile[];
  readonly retention: Retention;
  /** Reads every byte afterwards. */
  readonly verifies?: boolean;
  /** Takes it even where the portal holds much less than the last time. */
  readonly acceptsLess?: boolean;
  readonly clock: () => Date;
};

/** What a backup did. */
export type BackupOutcome = {
  readonly stamp: BackupStamp;
  /** How many refs of the portal the snapshot has. */
  readonly published: number;
  readonly drafts: number;
  /** How many of them were not as in the last snapshot. */
  readonly changed: number;
  readonly uploads: number;
  readonly forgotten: number;
  readonly areOfOneMoment: boolean;
};

/**
 * Adds a snapshot of a portal, which may work meanwhile, to a backup. What it costs follows what has changed.
 * @throws Refusal where there is nothing to copy, where the backup would lie inside the portal, where another backup is
 *   being made there, and where the portal has lost so much that somebody should look first
 */
export const takeBackup = async (request: BackupRequest): Promise<BackupOutcome> => {
  const { folder, clock, verifies = false, files = [] } = request;
  const portal = await openSourcePortal(request.portal);
  await mustLieOutside(portal, request);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return alone(folder, async () => {
    const at = clock();
    const store = await makeBackupStore(folder, portal.objectFormat);
    const names = await store.names();
    const latest = names.at(-1);
    const last = latest === undefined ? null : await store.read(latest);
    const refs = await withoutMereIntentions(portal, await readSettledRefs(portal));
    if (last && !request.acceptsLess) await mustNotHaveLost(portal, refs, last.facts);

    const news = newsSince(refs, last?.facts ?? null);
    await store.setShallow(portal.shallow);
    await bring(portal, store, news);
    const snapshot: Snapshot = { name: snapshotName(at), facts: await factsOf(portal, refs, at) };
    await store.write(snapshot, files);
    const uploads = await copyShelf(shelfFolderIn(portal.gitFolder), shelfCopyIn(folder));

    const kept = snapshotsToKeep([...names, snapshot.name], request.retention);
    const forgotten = names.filter((name) => !kept.has(name));
    await store.forget(forgotten);
    await store.consolidate();
    if (verifies) await store.verify();

    const before = await readStamp(stampBesideBackup(folder));
    const stamp: BackupStamp = {
      version: 1,
      at: at.toISOString(),
      folder: resolve(folder),
      snapshot: snapshot.name,
      snapshots: kept.size,
      verifiedAt: verifies ? clock().toISOString() : (before?.verifiedAt ?? null),
    };
    await writeStamp(stampBesideBackup(folder), stamp);
    // A portal that another account owns may not be written to: the stamp beside the backup says the same.
    await writeStamp(stampInPortal(portal.gitFolder), stamp).catch(() => {});
    return {
      stamp,
      published: refs.published.size,
      drafts: refs.drafts.size,
      changed: news.wanted.length,
      uploads,
      forgotten: forgotten.length,
      areOfOneMoment: refs.areOfOneMoment,
    };
  });
};

/** A disk that dies, and a folder that is deleted, take along what lies inside. */
const mustLieOutside = async (
  { gitFolder }: SourcePortal,
  { folder, portal }: BackupRequest,
): Promise<void> => {
  const target = await nearestReal(resolve(folder));
  for (const inside of [await realpath(portal), await realpath(gitFolder)]) {
    const way = relative(inside, target);
    if (way === '' || !(way.startsWith('..') || resolve(way) === way)) {
      throw new Refusal(backupWords.insidePortal(folder));
    }
  }
};

/** A path whose folders may not all be there yet, without the links in those that are. */
const nearestReal = async (path: string): Promise<string> => {
  const real = await realpath(path).catch(() => null);
  if (real !== null || dirname(path) === path) return real ?? path;
  return resolve(await nearestReal(dirname(path)), relative(dirname(path), path));
};

/** So many drafts have to have been there before it is noticed that half of them are gone. */
const noticedFrom = 10;

/** An emptied or rewritten portal is copied only when somebody says so. */
const mustNotHaveLost = async (
  { published, branch }: SourcePortal,
  now: SettledRefs,
  last: SnapshotFacts,
): Promise<void> => {
  const formerTip = new Map(last.published).get(last.branch);
  const tip = now.published.get(branch);
  if (formerTip && !(tip && (await goesOn(published, formerTip, tip)))) {
    throw new Refusal(backupWords.rewritten);
  }
  if (last.drafts.length >= noticedFrom && now.drafts.size * 2 < last.drafts.length) {
    throw new Refusal(backupWords.fewerDrafts(last.drafts.length, now.drafts.size));
  }
};

const goesOn = async (git: Git, from: string, to: string): Promise<boolean> => {
  try {
    await git(['merge-base', '--is-ancestor', from, to]);
    return true;
  } catch (error) {
    if (error instanceof GitFailure) return false;
    throw error;
  }
};

/**
 * Leaves out what was written down of publications whose commits are not on the branch: nothing of them had happened at
 * that moment, and no ref leads to their commits, so that a portal on a copy could not find out.
 */
const withoutMereIntentions = async (
  { branch, objects }: SourcePortal,
  refs: SettledRefs,
): Promise<SettledRefs> => {
  const drafts = new Map(refs.drafts);
  const git = gitIn(objects);
  const tip = refs.published.get(branch);
  for (const ref of drafts.keys()) {
    if (!ref.startsWith(publicationRecords)) continue;
    const commit = ref.slice(publicationRecords.length).split('/')[0] ?? '';
    if (!(tip && (await goesOn(git, commit, tip)))) drafts.delete(ref);
  }
  return { ...refs, drafts };
};

/** What the portal has and the last snapshot has not, and what of that snapshot leads there. */
type News = { readonly wanted: readonly string[]; readonly near: readonly string[] };

const newsSince = (now: SettledRefs, last: SnapshotFacts | null): News => {
  const formerly = { published: new Map(last?.published), drafts: new Map(last?.drafts) };
  const known = new Set([...formerly.published.values(), ...formerly.drafts.values()]);
  const all = [...now.published.values(), ...now.drafts.values()];
  return {
    wanted: [...new Set(all.filter((id) => !known.has(id)))],
    // A draft stands on its own last version, on one that is called otherwise now, or on what is published.
    near: [
      ...new Set([...formerly.published.values(), ...leftBehind(formerly.drafts, now.drafts)]),
    ],
  };
};

const leftBehind = (formerly: Refs, now: Refs): string[] =>
  [...formerly].flatMap(([ref, id]) => (now.get(ref) === id ? [] : [id]));

/** Brings what is new, and makes sure that all that it refers to has come. */
const bring = async (
  { objects }: SourcePortal,
  store: BackupStore,
  { wanted, near }: News,
): Promise<void> => {
  const there = await idsIn(gitIn(objects), near);
  await bringObjects(objects, store.place, { wanted, there });
  if (wanted.length === 0) return;
  const revisions = [...wanted, ...near.map((id) => `^${id}`)].join('\n');
  await store.git(['rev-list', '--objects', '--quiet', '--stdin'], [`${revisions}\n`]);
};

/** Which of these objects a repository has. */
const idsIn = async (git: Git, ids: readonly string[]): Promise<string[]> => {
  if (ids.length === 0) return [];
  const lines = (await git(['cat-file', '--batch-check'], [`${ids.join('\n')}\n`])).toString();
  return lines
    .split('\n')
    .filter((line) => line && !line.endsWith(' missing'))
    .map((line) => line.split(' ')[0] ?? '');
};

const factsOf = async (
  { published, branch, objectFormat }: SourcePortal,
  refs: SettledRefs,
  at: Date,
): Promise<SnapshotFacts> => ({
  version: 1,
  at: at.toISOString(),
  branch,
  objectFormat: objectFormat === 'sha256' ? 'sha256' : 'sha1',
  areOfOneMoment: refs.areOfOneMoment,
  published: [...refs.published],
  drafts: [...refs.drafts],
  follows: await followedBy(published, branch),
  remotes: await remotesOf(published),
});

const followedBy = async (git: Git, branch: string): Promise<SnapshotFacts['follows']> => {
  const of = `branch.${branch.replace(/^refs\/heads\//, '')}`;
  const [remote, followed] = await Promise.all(
    ['remote', 'merge'].map(async (name) =>
      (await git(['config', '--get', `${of}.${name}`]).catch(() => '')).toString().trim(),
    ),
  );
  const found = snapshotFacts.shape.follows.safeParse({ remote, branch: followed });
  return found.success ? found.data : null;
};

const remotesOf = async (git: Git): Promise<SnapshotFacts['remotes']> => {
  const names = (await git(['remote'])).toString().split('\n').filter(Boolean);
  const remotes = await Promise.all(
    names.map(async (name) => {
      const url = (await git(['remote', 'get-url', name]).catch(() => '')).toString().trim();
      return { name, url: withoutSecrets(url) };
    }),
  );
  return remotes.filter(({ name, url }) => /^[\w.-]+$/.test(name) && url);
};

/** An address without who signs in there, and with which password. */
const withoutSecrets = (url: string): string => url.replace(/^(https?:\/\/)[^/@]*@/, '$1');
