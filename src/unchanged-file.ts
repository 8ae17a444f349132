import { stat } from 'node:fs/promises';

/**
 * Makes a reader of a file that reads it again only where another file stands there than the last time: a process that stays
 * needs for each change what it wrote for the one before. It remembers one file, the last. For files that are replaced and
 * never written in place; whoever is given what was read must not change it.
 * @param read takes it apart; what it throws is thrown, and nothing is remembered
 */
export function whileUnchanged<Value>(
  read: (path: string) => Promise<Value>,
): (path: string) => Promise<Value> {
  let latest: { state: string; value: Value } | undefined;
  return async (path) => {
    const state = await stateOf(path);
    if (latest?.state === state) return latest.value;
    latest = undefined;
    const value = await read(path);
    latest = { state, value };
    return value;
  };
}

/** Tells what lies at a path from all that ever lay there. @throws where nothing does */
async function stateOf(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return [path, dev, ino, size, mtimeNs, ctimeNs].join(' ');
}
