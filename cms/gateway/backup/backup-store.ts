import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../../src/refusal.ts';
import {
  endOf,
  type Git,
  GitFailure,
  type GitPlace,
  gitIn,
  startGit,
  wholeRepositoryLimit,
} from '../repository/run-git.ts';
import { type SnapshotFacts, snapshotFacts, snapshotRefs } from './snapshot.ts';
import { backupWords } from './words.ts';

/** A file that a snapshot carries beside what is in git: settings, the audit log. */
export type CarriedFile = { readonly path: string; readonly bytes: Uint8Array };

/** A stored snapshot. */
export type Snapshot = { readonly name: string; readonly facts: SnapshotFacts };

/**
 * The place of all snapshots: one bare repository. A snapshot is a commit whose parents are all commits that the refs of
 * the portal named, and whose files say which ref named which: so git itself keeps what a snapshot needs, and lets go of
 * what none needs any more. It appears whole when its ref is written, and until then the store is as it was.
 */
export type BackupStore = {
  readonly git: Git;
  readonly place: GitPlace;
  /** The names of all snapshots, the oldest first. */
  names(): Promise<string[]>;
  /** @throws Refusal where it cannot be read */
  read(name: string): Promise<Snapshot>;
  /** The files beside `snapshot.json`. */
  carried(name: string): Promise<CarriedFile[]>;
  /** Where the history ends that lies here, as git's `shallow` says it; empty where it is whole. */
  shallow(): Promise<string>;
  setShallow(text: string): Promise<void>;
  /** Writes a snapshot whose objects lie here. */
  write(snapshot: Snapshot, files: readonly CarriedFile[]): Promise<void>;
  forget(names: readonly string[]): Promise<void>;
  /**
   * Makes one pack of many, without what no snapshot needs.
   * @param most so many packs are left as they are
   * @returns whether it was done
   */
  consolidate(most?: number): Promise<boolean>;
  /** Reads every byte. @throws Refusal where anything is broken or missing */
  verify(): Promise<void>;
};

/** So many backups leave so many packs, after which they are made one. */
const mostPacks = 20;

const factsFile = 'snapshot.json';

/** The folder of the store below that of a backup. */
export const storeFolderIn = (folder: string): string => join(folder, 'store.git');

/** Opens the store of a backup. @throws Refusal where there is none */
export const openBackupStore = async (folder: string): Promise<BackupStore> => {
  const store = storeFolderIn(folder);
  const found = await stat(join(store, 'objects')).catch(() => null);
  if (!found?.isDirectory()) throw new Refusal(backupWords.noBackup(folder));
  return storeAt(store);
};

/** Makes a store where there is none. */
export const makeBackupStore = async (
  folder: string,
  objectFormat: string,
): Promise<BackupStore> => {
  const store = storeFolderIn(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await stat(join(store, 'HEAD')).catch(() => null))) {
    const init = ['init', '--quiet', '--bare', '--template=', `--object-format=${objectFormat}`];
    await gitIn({ folder })([...init, 'store.git']);
    await mkdir(join(store, 'info'), { recursive: true });
  }
  return storeAt(store);
};

const storeAt = (folder: string): BackupStore => {
  const place: GitPlace = { folder, gitFolder: folder, withoutHooks: true };
  const git = gitIn(place);
  const refOf = (name: string) => `${snapshotRefs}${name}`;

  const names = async (): Promise<string[]> => {
    const format = `--format=%(refname:lstrip=2)`;
    const lines = (await git(['for-each-ref', format, snapshotRefs])).toString();
    return lines.split('\n').filter(Boolean).sort();
  };

  const writeObject = async (type: string, bytes: string | Uint8Array): Promise<string> =>
    (await git(['hash-object', '-t', type, '-w', '--stdin'], [bytes])).toString().trim();

  /** Writes a tree of files in folders one deep at most. */
  const writeTree = async (files: readonly CarriedFile[]): Promise<string> => {
    const lines: string[] = [];
    const folders = Map.groupBy(files, ({ path }) =>
      path.includes('/') ? path.split('/')[0] : '',
    );
    for (const [name = '', within] of folders) {
      if (name === '') {
        for (const { path, bytes } of within) {
          lines.push(`100644 blob ${await writeObject('blob', bytes)}\t${path}`);
        }
      } else {
        const below = within.map((file) => ({ ...file, path: file.path.slice(name.length + 1) }));
        lines.push(`040000 tree ${await writeTree(below)}\t${name}`);
      }
    }
    return (await git(['mktree'], [`${lines.join('\n')}\n`])).toString().trim();
  };

  /** The types of objects, by their ids. */
  const typesOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    if (ids.length === 0) return new Map();
    const check = ['cat-file', '--batch-check=%(objectname) %(objecttype)'];
    const lines = (await git(check, [`${ids.join('\n')}\n`])).toString().split('\n');
    return new Map(
      lines.flatMap((line) => {
        const [id = '', type = ''] = line.split(' ');
        return type && type !== 'missing' ? [[id, type] as const] : [];
      }),
    );
  };

  return {
    git,
    place,
    names,

    async read(name) {
      try {
        const text = (await git(['cat-file', 'blob', `${refOf(name)}:${factsFile}`])).toString();
        return { name, facts: snapshotFacts.parse(JSON.parse(text)) };
      } catch (error) {
        throw new Refusal(backupWords.unreadable(name), { cause: error });
      }
    },

    async carried(name) {
      const list = await git(['ls-tree', '-r', '-z', '--name-only', refOf(name)]);
      const paths = list.toString().split('\0').filter(Boolean);
      return Promise.all(
        paths
          .filter((path) => path !== factsFile)
          .map(async (path) => ({
            path,
            bytes: await git(['cat-file', 'blob', `${refOf(name)}:${path}`]),
          })),
      );
    },

    shallow: () => readFile(join(folder, 'shallow'), 'utf8').catch(() => ''),
    async setShallow(text) {
      if (text) await writeFile(join(folder, 'shallow'), text);
    },

    async write({ name, facts }, files) {
      const text = Buffer.from(`${JSON.stringify(facts, null, 1)}\n`);
      const tree = await writeTree([...files, { path: factsFile, bytes: text }]);
      const ids = [...new Set([...facts.published, ...facts.drafts].map(([, id]) => id))];
      const types = await typesOf(ids);
      const commits = ids.filter((id) => types.get(id) === 'commit');
      // What a commit cannot have as a parent, as the tag of a version, is kept under a ref of its own.
      const others = ids.filter((id) => types.get(id) !== 'commit');
      const seconds = Math.floor(new Date(facts.at).getTime() / 1000);
      const who = `portal <portal@portal.invalid> ${seconds} +0900`;
      const commit = await writeObject(
        'commit',
        [
          `tree ${tree}`,
          ...commits.map((id) => `parent ${id}`),
          `author ${who}`,
          `committer ${who}`,
          '',
          `控え ${name}\n`,
        ].join('\n'),
      );
      // So that plain git gives what is published, should there be nothing else: git clone store.git
      const tip = facts.published.find(([ref]) => ref === facts.branch)?.[1];
      const heads = (await git(['for-each-ref', '--format=%(refname)', 'refs/heads/'])).toString();
      const former = heads.split('\n').filter((ref) => ref && ref !== facts.branch);
      const moves = [
        ...others.map((id) => `update refs/kept/${id} ${id}\n`),
        ...(tip ? [`update ${facts.branch} ${tip}\n`] : []),
        `create ${refOf(name)} ${commit}\n`,
      ];
      if (former.length > 0) {
        await git(['update-ref', '--stdin'], [former.map((ref) => `delete ${ref}\n`).join('')]);
      }
      await git(['update-ref', '--stdin'], [moves.join('')]);
      await git(['symbolic-ref', 'HEAD', facts.branch]);
    },

    async forget(gone) {
      if (gone.length === 0) return;
      const lines = gone.map((name) => `delete ${refOf(name)}\n`).join('');
      await git(['update-ref', '--stdin'], [lines]);
    },

    async consolidate(most = mostPacks) {
      const inPacks = await readdir(join(folder, 'objects', 'pack')).catch(() => []);
      if (inPacks.filter((name) => name.endsWith('.pack')).length <= most) return false;
      const bounds = ['-c', 'pack.windowMemory=64m', '-c', 'pack.threads=1'];
      await git([...bounds, 'repack', '-a', '-d', '-q'], [], wholeRepositoryLimit);
      // Nobody else writes here, and what was cut off left its beginnings.
      await git(['prune', '--expire=now'], [], wholeRepositoryLimit);
      await git(['pack-refs', '--all']);
      return true;
    },

    async verify() {
      try {
        await git(['fsck', '--full', '--no-dangling', '--no-progress'], [], wholeRepositoryLimit);
      } catch (error) {
        if (!(error instanceof GitFailure)) throw error;
        throw new Refusal(backupWords.broken(error.words.trim().split('\n').slice(0, 5)));
      }
    },
  };
};

/**
 * Brings objects from one repository to another, as one pack.
 * @param wanted what is to lie there, with all that it refers to
 * @param there what lies there already, with all that it refers to
 */
export const bringObjects = async (
  from: GitPlace,
  to: GitPlace,
  { wanted, there }: { wanted: readonly string[]; there: readonly string[] },
): Promise<void> => {
  if (wanted.length === 0) return;
  const revisions = `${[...wanted, ...there.map((id) => `^${id}`)].join('\n')}\n`;
  const bounds = ['-c', 'pack.windowMemory=64m', '-c', 'pack.threads=1'];
  const pack = [...bounds, 'pack-objects', '--quiet', '--revs', '--sparse', '--stdout'];
  const index = ['index-pack', '--stdin', '--fix-thin'];
  const giver = startGit(from, pack);
  const taker = startGit(to, index);
  giver.stdout.pipe(taker.stdin);
  giver.stdin.on('error', () => {});
  taker.stdin.on('error', () => {});
  giver.stdin.end(revisions);
  taker.stdout.resume();
  // Nobody reads what is given any more: the giver ends, too.
  taker.on('close', () => giver.stdout.destroy());
  const ends = [
    endOf(giver, pack, wholeRepositoryLimit),
    endOf(taker, index, wholeRepositoryLimit),
  ];
  // The giver knows why; the taker only that the pack broke off.
  for (const end of await Promise.allSettled(ends)) if (end.status === 'rejected') throw end.reason;
};
