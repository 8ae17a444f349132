import { RefusedRequest } from './refused-request.ts';
import { sentences } from './sentences.ts';

/** Who sends: from which address of the network, and as whom; `person` is null where nobody is signed in. */
export type Sender = { readonly address: string; readonly person: string | null };

/** The most bytes that may be on their way at one time. */
export type FlightBounds = {
  readonly inAll: number;
  /** Behind a proxy everybody has its address, so that this is a share of all and not one reader's. */
  readonly ofAddress: number;
  readonly ofPerson: number;
};

/** What one request may hold; it is let go of when the request is answered. */
export type Hold = {
  /**
   * Counts bytes beyond those that were declared.
   * @throws RefusedRequest as `hold`
   */
  grow(bytes: number): void;
  release(): void;
};

/** Counts the bytes of the bodies that are being received and worked on. */
export type BytesInFlight = {
  /**
   * Sets bytes aside for a request.
   * @throws RefusedRequest 429 where its sender has too many on the way, 503 where all together have
   */
  hold(sender: Sender, bytes: number): Hold;
  /** How many are on their way now. */
  inAll(): number;
};

/** After how many seconds whoever was turned away may come again. */
const secondsToWait = 10;

/** Makes a counter of bytes in flight: bounded in sum, for each address and for each person. */
export const createBytesInFlight = (bounds: FlightBounds): BytesInFlight => {
  const held = new Map<string, number>();
  let all = 0;

  const add = (key: string, bytes: number): void => {
    const now = (held.get(key) ?? 0) + bytes;
    if (now > 0) held.set(key, now);
    else held.delete(key);
  };

  return {
    inAll: () => all,
    hold({ address, person }, first) {
      const shares = [
        { key: `address ${address}`, most: bounds.ofAddress },
        ...(person === null ? [] : [{ key: `person ${person}`, most: bounds.ofPerson }]),
      ];
      let mine = 0;
      const grow = (bytes: number): void => {
        if (shares.some(({ key, most }) => (held.get(key) ?? 0) + bytes > most)) {
          throw new RefusedRequest(429, sentences.tooMuchAtOnce, {}, secondsToWait);
        }
        if (all + bytes > bounds.inAll) {
          throw new RefusedRequest(503, sentences.busy, {}, secondsToWait);
        }
        for (const { key } of shares) add(key, bytes);
        all += bytes;
        mine += bytes;
      };
      grow(first);
      return {
        grow,
        release() {
          for (const { key } of shares) add(key, -mine);
          all -= mine;
          mine = 0;
        },
      };
    },
  };
};
