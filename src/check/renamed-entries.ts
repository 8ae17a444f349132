import { besideIt } from '../schema/former-addresses.ts';
import type { World } from './world.ts';

const remembered = new WeakMap<World['readingAt'], ReadonlyMap<string, string>>();

/**
 * What an entry is called now that was called otherwise before: whoever still leads to its former name is told the new one.
 * @param path the content path that is not there
 * @returns null where nothing had it
 */
export const renamedTo = ({ readingAt }: Pick<World, 'readingAt'>, path: string): string | null => {
  let names = remembered.get(readingAt);
  if (!names) {
    names = new Map(
      [...readingAt].flatMap(([now, { entry }]) =>
        entry && 'formerAddresses' in entry.data
          ? entry.data.formerAddresses.map((name) => [besideIt(now, name), now] as const)
          : [],
      ),
    );
    remembered.set(readingAt, names);
  }
  return names.get(path) ?? null;
};
