/** Lets pieces of work on one thing happen one after the other, and work on different things side by side. */
export type InTurn = <Result>(thing: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * Makes a row of queues within this process. It spares work that would lose the race for a ref; that no update is lost
 * is due to git's own compare-and-swap, which also holds between processes.
 */
export const createTurns = (): InTurn => {
  const last = new Map<string, Promise<unknown>>();
  return (thing, work) => {
    const mine = (last.get(thing) ?? Promise.resolve()).then(work, work);
    const settled = mine.then(
      () => {},
      () => {},
    );
    last.set(thing, settled);
    void settled.then(() => {
      if (last.get(thing) === settled) last.delete(thing);
    });
    return mine;
  };
};
