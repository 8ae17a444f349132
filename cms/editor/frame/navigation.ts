import { hashOf, type Place, placeOf } from './places.ts';

/** Where in the editor somebody is: the address of the page says it, and follows. */
export type Navigation = {
  now(): Place;
  go(place: Place): void;
  /** Says the same place by another address: a new entry has got its own. */
  rename(place: Place): void;
  onChange(listener: () => void): () => void;
};

export const createNavigation = (): Navigation => {
  const listeners = new Set<() => void>();
  let hash = location.hash;
  let place = placeOf(hash);
  const follow = () => {
    if (location.hash === hash) return;
    hash = location.hash;
    place = placeOf(hash);
    for (const listener of listeners) listener();
  };
  addEventListener('hashchange', follow);
  return {
    now: () => place,
    go(next) {
      location.assign(hashOf(next));
      follow();
    },
    rename(next) {
      history.replaceState(history.state, '', hashOf(next));
      follow();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
