import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { type Check, look, right, wrong } from './finding.ts';

const run = promisify(execFile);

/** The versions of Node.js that the portal is tried with (package.json, `engines`); the first is the one to take. */
const bestNode = 24;

export const nodeCheck = (version = process.versions.node): Check => ({
  name: 'Node.js',
  async run() {
    const major = Number(version.split('.')[0]);
    return major >= bestNode && major % 2 === 0
      ? [right(`${version} です。`)]
      : [look(`${version} で動いています。長く保守される ${bestNode} をお勧めします。`)];
  },
});

/** Git before this does not bring everything to the disk before it says that it is done (`core.fsync`). */
const goodGit = [2, 36] as const;
/** Git before this cannot do what the portal asks. */
const oldestGit = [2, 31] as const;

const isAtLeast = (
  [major, minor]: readonly [number, number],
  [most, least]: readonly [number, number],
) => major > most || (major === most && minor >= least);

/** @param versionText what `git --version` says; asked where it is left out */
export const gitCheck = (versionText?: string): Check => ({
  name: 'git',
  async run() {
    const text =
      versionText ??
      (await run('git', ['--version']).then(
        ({ stdout }) => stdout,
        () => null,
      ));
    if (text === null) {
      return [wrong('見つかりません。「apt install git」などで入れてください。')];
    }
    const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(text) ?? [];
    const version = [Number(major), Number(minor)] as const;
    const said = version.join('.');
    if (!isAtLeast(version, oldestGit)) {
      return [
        wrong(
          `${said} は古く、使えません。${oldestGit.join('.')} より新しいものを入れてください。`,
        ),
      ];
    }
    return isAtLeast(version, goodGit)
      ? [right(`${said} です。`)]
      : [
          look(
            `${said} です。停電に備えるには ${goodGit.join('.')} より新しいものをお勧めします。`,
          ),
        ];
  },
});

/** Below these a disk has to be looked after, and is about to hinder. */
const gigabyte = 1024 ** 3;
const space = { look: 5 * gigabyte, wrong: gigabyte } as const;
const files = { look: 100_000, wrong: 10_000 } as const;

/** What is free on a disk. `files` is 0 of 0 where a disk makes as many as it likes. */
export type FreeSpace = {
  readonly bytes: number;
  readonly files: number;
  readonly filesInAll: number;
};

const freeAt = async (folder: string): Promise<FreeSpace> => {
  const found = await statfs(folder);
  return { bytes: found.bavail * found.bsize, files: found.ffree, filesInAll: found.files };
};

/** @param folders with what they are called; the nearest folder that is there counts */
export const diskCheck = (
  folders: Readonly<Record<string, string>>,
  free: (folder: string) => Promise<FreeSpace> = freeAt,
): Check => ({
  name: 'ディスク',
  async run() {
    return Promise.all(
      Object.entries(folders).map(async ([name, folder]) => {
        const found = await free(await nearest(folder));
        const left = `空きが ${(found.bytes / gigabyte).toFixed(1)} GB`;
        const mend = '要らないファイルを消すか、ディスクを大きくしてください。';
        const levelOf = (value: number, bound: { look: number; wrong: number }) =>
          value < bound.wrong ? wrong : value < bound.look ? look : right;
        if (found.filesInAll > 0 && found.files < files.look) {
          const say = levelOf(found.files, files);
          return say(`${name}（${folder}）に作れるファイルが残り ${found.files} 個です。${mend}`);
        }
        const say = levelOf(found.bytes, space);
        return say(`${name}（${folder}）の${left}です。${say === right ? '' : mend}`);
      }),
    );
  },
});

/** Looks whether who runs this can write in folders, or make those that are not there yet. */
export const foldersCheck = (folders: Readonly<Record<string, string>>): Check => ({
  name: 'フォルダー',
  async run() {
    return Promise.all(
      Object.entries(folders).map(async ([name, folder]) => {
        try {
          const there = await nearest(folder);
          await access(there, constants.W_OK | constants.X_OK);
          if (!(await stat(there)).isDirectory()) throw new Error(`${there} is no folder.`);
          return right(`${name}（${folder}）に書き込めます。`);
        } catch {
          return wrong(
            `${name}（${folder}）に書き込めませんので、ポータルを動かす利用者の持ち物にしてください（chown）。`,
          );
        }
      }),
    );
  },
});

/** A folder, or the one above it that is there already. */
const nearest = async (folder: string): Promise<string> => {
  const found = await stat(folder).catch(() => null);
  return found || dirname(folder) === folder ? folder : nearest(dirname(folder));
};
