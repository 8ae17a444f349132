import {
  copyFileSync,
  type Dirent,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  type Stats,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Two folders that are brought to hold the same files under two names. Nothing in them is ever written in place, so a folder
 * whose time is as it was when both held the same still does: only the others are looked into.
 */
export type LinkedFolders = {
  /**
   * Makes one folder hold what the other does: the same files under other names, or copies where the disk has no links.
   * Where it holds much of it already, what is the same costs a look at each folder.
   */
  bring(to: string, from: string): void;
};

/** What a folder was when both held the same: its times at both places, and the folders in it. */
type Agreed = { times: ReadonlyMap<string, number>; folders: readonly string[] };

/**
 * Milliseconds within which a folder may change again and be of the same time, as the clocks of file systems tick: what is so
 * new when it is looked at is looked into the next time.
 */
const slowestTick = 100;

/** Makes the keeper of two folders of which nothing is known yet. They may change places; of any other folder nothing is known. */
export function linkedFolders(): LinkedFolders {
  let agreed = new Map<string, Agreed>();
  let known = new Set<string>();

  const bringFolder = (
    below: string,
    [to, toName]: readonly [string, string],
    [from, fromName]: readonly [string, string],
    next: Map<string, Agreed>,
  ): void => {
    const [there, here] = [join(to, below), join(from, below)];
    const before = agreed.get(below);
    const isSame =
      before !== undefined &&
      before.times.get(toName) === timeOf(there) &&
      before.times.get(fromName) === timeOf(here);
    const folders = isSame ? before.folders : bringEntries(there, here);
    for (const name of folders)
      bringFolder(join(below, name), [to, toName], [from, fromName], next);
    const times = isSame
      ? before.times
      : new Map([
          [toName, settledTimeOf(there)],
          [fromName, settledTimeOf(here)],
        ]);
    next.set(below, { times, folders });
  };

  return {
    bring(to, from) {
      mkdirSync(to, { recursive: true });
      const names = [nameOf(to), nameOf(from)] as const;
      if (!names.every((name) => known.has(name))) agreed = new Map();
      const next = new Map<string, Agreed>();
      bringFolder('', [to, names[0]], [from, names[1]], next);
      agreed = next;
      known = new Set(names);
    },
  };
}

/** Tells a folder by what stays when it is called otherwise. */
const nameOf = (folder: string): string => {
  const { dev, ino } = lstatSync(folder);
  return `${dev} ${ino}`;
};

const timeOf = (folder: string): number | undefined =>
  lstatSync(folder, { throwIfNoEntry: false })?.mtimeMs;

/** The time of a folder; none that is ever found again where it may still change within the same tick. */
const settledTimeOf = (folder: string): number => {
  const time = lstatSync(folder).mtimeMs;
  return Date.now() - time < slowestTick ? Number.NaN : time;
};

/** Makes a folder hold the files that another does, and folders of the same names. @returns these names */
const bringEntries = (to: string, from: string): string[] => {
  const there = new Map(readdirSync(to, { withFileTypes: true }).map((one) => [one.name, one]));
  const here = readdirSync(from, { withFileTypes: true });
  for (const found of here) {
    const { name } = found;
    const [path, target] = [join(from, name), join(to, name)];
    const before = there.get(name);
    there.delete(name);
    if (before && isSameEntry(before, found, target, path)) continue;
    if (before) remove(target, before);
    if (found.isDirectory()) mkdirSync(target);
    else linkOrCopy(path, target);
  }
  for (const [name, gone] of there) remove(join(to, name), gone);
  return here.filter((found) => found.isDirectory()).map(({ name }) => name);
};

const remove = (path: string, found: Dirent): void => {
  if (found.isDirectory()) rmSync(path, { recursive: true });
  else unlinkSync(path);
};

const isSameEntry = (one: Dirent, other: Dirent, place: string, otherPlace: string): boolean =>
  one.isDirectory() || other.isDirectory()
    ? one.isDirectory() && other.isDirectory()
    : isSameFile(lstatSync(place), lstatSync(otherPlace));

/** Two names of one file. Where numbers of files are longer than a number can be, the rest tells them apart. */
const isSameFile = (one: Stats, other: Stats): boolean =>
  one.ino === other.ino &&
  one.dev === other.dev &&
  one.size === other.size &&
  one.mtimeMs === other.mtimeMs;

const linkOrCopy = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch {
    // The disk has no links, or the file has as many as it may have.
    copyFileSync(from, to);
  }
};
