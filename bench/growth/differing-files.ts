import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What tells the same in other bytes: the index of the search, and the pack that holds it. */
const saidOtherwise = /^(?:search|offline)\//;

const filesIn = (folder: string): Set<string> =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((found) => found.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
      .filter((path) => !saidOtherwise.test(path)),
  );

/** The files that two sites do not have alike, byte for byte, but for the index of the search and what holds it. */
export const differingFiles = (one: string, other: string): string[] => {
  const [here, there] = [filesIn(one), filesIn(other)];
  return [...new Set([...here, ...there])].filter(
    (path) =>
      !here.has(path) ||
      !there.has(path) ||
      !readFileSync(join(one, path)).equals(readFileSync(join(other, path))),
  );
};
