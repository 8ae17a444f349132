import type { Contributor } from '../permissions/contributor.ts';
import type { EntryPath } from '../repository/content-address.ts';

/** Somebody who has an entry open. */
export type Present = {
  readonly who: Contributor;
  /** Whole minutes since they were last heard of. */
  readonly minutesAgo: number;
};

/**
 * Who has which entry open, as far as this gateway has heard. Nothing of it is kept: a restart forgets it, and the next
 * heartbeat tells it again. Who may be told is for those who ask to decide.
 */
export type Presence = {
  heard(who: Contributor, entry: EntryPath): void;
  /** They have closed it, in one of their windows; another one is heard of again within a minute or so. */
  closed(who: Contributor, entry: EntryPath): void;
  /** Those who have it open beside the one who asks, whoever was heard of last first. */
  others(who: Contributor, entry: EntryPath): readonly Present[];
};

/** Whoever was not heard of for so long has gone, or their machine sleeps. */
export const forgottenAfterMinutes = 10;

/** More than anybody has open, and more offices than there are. What was heard of longest ago makes room. */
const mostOfOffice = 50;
const mostOffices = 2000;

type Office = { readonly who: Contributor; readonly heardAt: Map<EntryPath, number> };

const minute = 60_000;

/** Makes the memory of who is at work. An office is one, however many windows or people it has. */
export const createPresence = ({ clock }: { clock: () => Date }): Presence => {
  const offices = new Map<string, Office>();

  /** Puts what is newest at the end, so that what is oldest can be dropped from the front. */
  const putLast = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number) => {
    map.delete(key);
    map.set(key, value);
    const [oldest] = map.keys();
    if (map.size > most && oldest !== undefined) map.delete(oldest);
  };

  return {
    heard(who, entry) {
      const name = nameOf(who);
      const office = offices.get(name) ?? { who, heardAt: new Map() };
      putLast(office.heardAt, entry, clock().getTime(), mostOfOffice);
      putLast(offices, name, office, mostOffices);
    },

    closed(who, entry) {
      const office = offices.get(nameOf(who));
      office?.heardAt.delete(entry);
      if (office?.heardAt.size === 0) offices.delete(nameOf(who));
    },

    others(who, entry) {
      const now = clock().getTime();
      const own = nameOf(who);
      return [...offices]
        .flatMap(([name, office]) => {
          const at = name === own ? undefined : office.heardAt.get(entry);
          if (at === undefined) return [];
          const minutesAgo = Math.max(0, Math.floor((now - at) / minute));
          if (minutesAgo >= forgottenAfterMinutes) {
            office.heardAt.delete(entry);
            return [];
          }
          return [{ who: office.who, minutesAgo, at }];
        })
        .sort((one, other) => other.at - one.at)
        .map(({ who, minutesAgo }) => ({ who, minutesAgo }));
    },
  };
};

/** Until people sign in a person is known as their office. */
const nameOf = (who: Contributor): string =>
  who.role === 'editor' ? `editor ${who.office}` : `${who.institution} ${who.office}`;
