import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '../../../src/refusal.ts';
import { openDrafts } from '../repository/drafts-repository.ts';
import { type Git, type GitPlace, gitIn } from '../repository/run-git.ts';
import { type BackupStore, bringObjects, openBackupStore, type Snapshot } from './backup-store.ts';
import { copyShelf, shelfCopyIn, shelfFolderIn } from './shelf-copy.ts';
import { snapshotMoment } from './snapshot.ts';
import { backupWords } from './words.ts';

/** What a restored portal was made of. */
export type RestoreOutcome = {
  readonly snapshot: Snapshot;
  /** The folder with settings and audit log; null where the backup carries none. */
  readonly beside: string | null;
};

/**
 * Makes a portal's folder from a backup. It is made under another name and put in its place whole.
 * @param at the latest snapshot until then; null for the latest of all
 * @throws Refusal where there is no such snapshot, or something lies at the target
 */
export const restorePortal = async ({
  from,
  to,
  at,
}: {
  from: string;
  to: string;
  at: Date | null;
}): Promise<RestoreOutcome> => {
  const target = resolve(to);
  if (await stat(target).catch(() => null)) throw new Refusal(backupWords.targetNotEmpty(to));
  const store = await openBackupStore(from);
  const snapshot = await snapshotAt(store, at);
  const isLatest = snapshot.name === (await store.names()).at(-1);
  const making = join(dirname(target), `.${basename(target)}.restoring-${process.pid}`);
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  try {
    const gitFolder = await writePublished(store, snapshot, making);
    await writeDrafts(store, snapshot, gitFolder);
    if (isLatest) await copyShelf(shelfCopyIn(from), shelfFolderIn(gitFolder));
    const beside = await writeBeside(store, snapshot, target);
    await rename(making, target);
    return { snapshot, beside };
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
};

/** The latest snapshot until a moment. */
const snapshotAt = async (store: BackupStore, at: Date | null): Promise<Snapshot> => {
  const names = (await store.names()).filter((name) => {
    const moment = snapshotMoment(name);
    return moment !== null && (at === null || moment <= at);
  });
  const name = names.at(-1);
  if (name === undefined) {
    throw new Refusal(backupWords.noSnapshotBefore(at?.toLocaleString('ja-JP') ?? 'いま'));
  }
  return store.read(name);
};

/** Writes the published repository with its checkout. @returns its git folder */
const writePublished = async (
  store: BackupStore,
  { facts }: Snapshot,
  folder: string,
): Promise<string> => {
  const branch = facts.branch.replace(/^refs\/heads\//, '');
  const format = `--object-format=${facts.objectFormat}`;
  await gitIn({ folder })(['init', '--quiet', '--template=', format, '-b', branch, '.']);
  const gitFolder = join(folder, '.git');
  await mkdir(join(gitFolder, 'info'), { recursive: true });
  const place: GitPlace = { folder, withoutHooks: true };
  const git = gitIn(place);
  await copyShallow(store, gitFolder);
  const wanted = [...new Set(facts.published.map(([, id]) => id))];
  await bringObjects(store.place, place, { wanted, there: [] });
  await createRefs(git, facts.published);
  for (const { name, url } of facts.remotes) {
    await git(['config', `remote.${name}.url`, url]);
    await git(['config', `remote.${name}.fetch`, `+refs/heads/*:refs/remotes/${name}/*`]);
  }
  if (facts.follows) {
    await git(['config', `branch.${branch}.remote`, facts.follows.remote]);
    await git(['config', `branch.${branch}.merge`, facts.follows.branch]);
  }
  // With what a person has set for line ends, as their own checkout would have.
  await gitIn({ folder, settings: 'as-checked-out', withoutHooks: true })([
    ...['reset', '--hard', '--quiet'],
  ]);
  return gitFolder;
};

const writeDrafts = async (
  store: BackupStore,
  { facts }: Snapshot,
  gitFolder: string,
): Promise<void> => {
  if (facts.drafts.length === 0) return;
  const drafts = await openDrafts(gitFolder, facts.objectFormat);
  drafts.reader.close();
  const wanted = [...new Set(facts.drafts.map(([, id]) => id))];
  const there = facts.published.map(([, id]) => id);
  await bringObjects(store.place, drafts.place, { wanted, there });
  await createRefs(drafts.git, facts.drafts);
};

const createRefs = async (git: Git, refs: Snapshot['facts']['published']): Promise<void> => {
  if (refs.length === 0) return;
  await git(['update-ref', '--stdin'], [refs.map(([ref, id]) => `create ${ref} ${id}\n`).join('')]);
  await git(['pack-refs', '--all']);
};

const copyShallow = async (store: BackupStore, gitFolder: string): Promise<void> => {
  const shallow = await store.shallow();
  if (shallow) await writeFile(join(gitFolder, 'shallow'), shallow);
};

/** Writes settings and audit log beside the portal: what was set may hold secrets. */
const writeBeside = async (
  store: BackupStore,
  { name }: Snapshot,
  target: string,
): Promise<string | null> => {
  const files = await store.carried(name);
  if (files.length === 0) return null;
  const beside = `${target}.settings`;
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(beside, path)), { recursive: true, mode: 0o700 });
    await writeFile(join(beside, path), bytes, { mode: 0o600 });
  }
  return beside;
};
