import { offlineFiles, type VersionNote } from '../offline-files.ts';
import { addressOfFile } from '../site-path.ts';

/** How long an answer is relied on, so that the parts of a large file do not each ask again; no answer, less long. */
const keptFor = 10_000;
const failureKeptFor = 2_000;

/** Gives the answer, or rejects when it takes too long. */
export function within<T>(milliseconds: number, task: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TooSlow()), milliseconds);
    task.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The network did not answer in time. */
export class TooSlow extends Error {}

/**
 * Tells which version of the site the network serves at the moment.
 * @returns undefined where it cannot be reached
 */
export function versionOnline(base: string, patience: number): () => Promise<string | undefined> {
  let until = 0;
  let answer: Promise<string | undefined> = Promise.resolve(undefined);
  const ask = async () => {
    let version: string | undefined;
    try {
      const address = addressOfFile(offlineFiles.version, base);
      const response = await within(patience, fetch(address, { cache: 'no-store' }));
      version = ((await response.json()) as VersionNote).version;
    } catch {
      // Not reached, or answered by something else than the site.
    }
    until = performance.now() + (version === undefined ? failureKeptFor : keptFor);
    return version;
  };
  return () => {
    if (performance.now() > until) {
      until = Number.POSITIVE_INFINITY;
      answer = ask();
    }
    return answer;
  };
}
