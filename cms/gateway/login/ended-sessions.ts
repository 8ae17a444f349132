import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Repository } from '../repository/repository.ts';

/** By what a session is ended before its time: it alone, all of a sign-in at the provider, or all of a person. */
export type EndedBy =
  | { readonly kind: 'session'; readonly id: string }
  | { readonly kind: 'provider-session'; readonly id: string }
  | { readonly kind: 'person'; readonly key: string };

/** Which sessions were ended before their time. */
export type EndedSessions = {
  /** @param begun when the session began, in milliseconds since 1970 */
  isEnded(names: readonly EndedBy[], begun: number): Promise<boolean>;
  /** Ends what has begun by now. */
  end(name: EndedBy): Promise<void>;
};

const digestOf = (name: EndedBy): string =>
  createHash('sha256')
    .update(`${name.kind}\n${name.kind === 'person' ? name.key : name.id}`)
    .digest('hex');

/** More than there are people at one desk. */
const mostRemembered = 2000;

/** Keeps it in the memory of this process: for sessions that no other process knows. */
export const rememberEnded = (clock: () => Date): EndedSessions => {
  const ended = new Map<string, number>();
  return {
    isEnded: async (names, begun) =>
      names.some((name) => begun <= (ended.get(digestOf(name)) ?? Number.NEGATIVE_INFINITY)),
    async end(name) {
      const digest = digestOf(name);
      ended.delete(digest);
      ended.set(digest, clock().getTime());
      const [oldest] = ended.keys();
      if (ended.size > mostRemembered && oldest !== undefined) ended.delete(oldest);
    },
  };
};

const kind = 'ended-sessions';
const endedRecord = z.strictObject({
  v: z.literal(1),
  /** What had begun by then is ended. */
  at: z.iso.datetime(),
  /** From when on no session is left that it could be about. */
  until: z.iso.datetime(),
});
/** How often it is looked which records are of no use any more. */
const cleaningEvery = 60 * 60 * 1000;

/**
 * Keeps it in small records of the repository, by digests that tell nobody anything, so that all gateways agree. A record goes
 * when no session can be left that began before it.
 * @param longestSeconds how long a session lasts at most
 */
export const recordEnded = ({
  records,
  clock,
  longestSeconds,
}: {
  records: Repository['records'];
  clock: () => Date;
  longestSeconds: number;
}): EndedSessions => {
  let cleanedAt = Number.NEGATIVE_INFINITY;
  const nameOf = (name: EndedBy): string => {
    const digest = digestOf(name);
    return `${digest.slice(0, 2)}/${digest}`;
  };

  /** Those that are too old, for the next change to take along. */
  const tooOld = async (now: number) => {
    if (now < cleanedAt + cleaningEvery) return [];
    cleanedAt = now;
    const all = await records.all(kind);
    return all
      .filter(({ text }) => !(Date.parse(read(text)?.until ?? '') > now))
      .map(({ name, version }) => ({ kind, name, from: version, text: null }) as const);
  };

  return {
    async isEnded(names, begun) {
      const found = await Promise.all(names.map((name) => records.read(kind, nameOf(name))));
      // What cannot be read ends the session: nobody stays in by a broken record.
      return found.some((stored) => stored && !(Date.parse(read(stored.text)?.at ?? '') < begun));
    },

    async end(ended) {
      const at = clock();
      const name = nameOf(ended);
      const until = new Date(at.getTime() + longestSeconds * 1000);
      const text = `${JSON.stringify({ v: 1, at: at.toISOString(), until: until.toISOString() })}\n`;
      const old = (await tooOld(at.getTime())).filter((move) => move.name !== name);
      for (let round = 0; round < 3; round += 1) {
        const from = (await records.read(kind, name))?.version ?? null;
        const moves = [{ kind, name, from, text } as const, ...(round === 0 ? old : [])];
        const change = await records.change({ moves, at, message: 'サインアウト' });
        if (change === 'changed') return;
      }
      throw new Error('Others changed the record of an ended session each time.');
    },
  };
};

const read = (text: string): z.infer<typeof endedRecord> | null => {
  try {
    return endedRecord.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};
