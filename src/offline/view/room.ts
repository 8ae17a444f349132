/** The browser does not let this site keep as much as is needed. */
export class NoRoom extends Error {
  readonly needed: number;
  readonly left: number;
  constructor(needed: number, left: number) {
    super(`${needed} bytes are needed, ${left} are left.`);
    this.needed = needed;
    this.left = left;
  }
}

/** Bytes that this site uses, and may use. */
export type Room = { used: number; quota: number };

/** Asks the browser for its estimate of the room. */
export async function room(): Promise<Room> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { used: usage, quota };
}

/** Contents take a little more on the disk than their bytes. */
const overhead = 1.1;

/**
 * Makes sure that there is room before anything is fetched, and asks the browser to keep what will be saved.
 * @throws NoRoom
 */
export async function requireRoom(bytes: number): Promise<void> {
  const { used, quota } = await room();
  const needed = bytes * overhead;
  if (quota > 0 && needed > quota - used) throw new NoRoom(needed, Math.max(0, quota - used));
  // Some browsers ask the reader, some refuse; the copy works all the same, so nothing waits for it.
  void navigator.storage.persist();
}
