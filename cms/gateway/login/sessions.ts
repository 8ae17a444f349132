import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import { institutionId } from '../../../src/schema/field.ts';
import { contributor } from '../permissions/contributor.ts';
import type { Person } from '../permissions/person.ts';
import type { EndedBy, EndedSessions } from './ended-sessions.ts';
import type { Seal } from './seal.ts';
import type { SealedCookie } from './session-cookie.ts';

const person = z.union([
  contributor,
  z.strictObject({ role: z.literal('member'), institution: institutionId }),
]) satisfies z.ZodType<Person>;

/** What makes one person of an office another than the next, for a portal that knows persons. */
const knownAs = z.strictObject({
  /** Under which key the register of members has them, and with which generation; see `Members.isCurrent`. */
  key: z.string().max(100),
  generation: z.int(),
  /** By what the provider calls its own session; null where it does not say. */
  providerSession: z.string().max(100).nullable(),
  /** What tells their kept texts from those of others of their office, in a browser that several use. */
  mark: z.string().max(40),
});
export type KnownAs = z.infer<typeof knownAs>;

const session = z.strictObject({
  id: z.string().max(50),
  who: person,
  /** null where somebody said who they are, and nobody else does. */
  knownAs: knownAs.nullable(),
  /** When it began, and when its seal was made, in milliseconds since 1970. */
  begun: z.int(),
  sealed: z.int(),
});

/** Somebody who is signed in. The browser keeps it, sealed; no process remembers it. */
export type Session = z.infer<typeof session>;

/** Who begins a session. */
export type Beginner = { readonly who: Person; readonly knownAs: KnownAs | null };

export type Sessions = {
  /** Whose request it is; null where nobody is signed in. */
  of(c: Context): Promise<Session | null>;
  /** Begins a session and has the browser keep it. One that there was before is let go. */
  begin(c: Context, who: Beginner): Promise<void>;
  /** Has the session that was found of a request go on from now. Goes after the answer is made. */
  goOn(c: Context): Promise<void>;
  end(c: Context): Promise<void>;
};

/** How long a session lasts. */
export type SessionTimes = {
  /** Without anything being asked. */
  readonly idleSeconds: number;
  /** Whatever is asked. */
  readonly longestSeconds: number;
};

/** A working day, so that nobody is signed out in the middle of a text; where people choose who they are. */
export const workingDay: SessionTimes = {
  idleSeconds: 12 * 60 * 60,
  longestSeconds: 12 * 60 * 60,
};

/** As which part of the idle time a seal may grow old before it is made anew. */
const renewedAfter = 1 / 20;

/**
 * Makes the keeper of sessions.
 * @param isOpenTo whether the way in is open to a request: where it is not, no session is anybody's, however it was come by
 * @param isCurrent whether somebody whom the register knows still may what they could when they signed in
 */
export const createSessions = ({
  clock,
  isOpenTo,
  cookie,
  seal,
  ended,
  isCurrent,
  times: { idleSeconds, longestSeconds },
}: {
  clock: () => Date;
  isOpenTo: (c: Context) => boolean;
  cookie: SealedCookie;
  seal: Seal;
  ended: EndedSessions;
  isCurrent: (knownAs: KnownAs) => Promise<boolean>;
  times: SessionTimes;
}): Sessions => {
  const namesOf = ({ id, knownAs: known }: Session): EndedBy[] => [
    { kind: 'session', id },
    ...(known ? [{ kind: 'person', key: known.key } as const] : []),
    ...(known?.providerSession
      ? [{ kind: 'provider-session', id: known.providerSession } as const]
      : []),
  ];

  /** The session that was found of each request. */
  const found = new WeakMap<Context, Session>();

  const keep = async (c: Context, given: Session) => {
    const left = Math.floor((given.begun - clock().getTime()) / 1000) + longestSeconds;
    const seconds = Math.min(idleSeconds, left);
    if (seconds > 0) cookie.set(c, await seal.close('session', given, seconds));
  };

  return {
    async of(c) {
      if (!isOpenTo(c)) return null;
      const opened = await seal.open('session', cookie.of(c), session);
      if (!opened || opened.begun + longestSeconds * 1000 <= clock().getTime()) return null;
      if (await ended.isEnded(namesOf(opened), opened.begun)) return null;
      if (opened.knownAs && !(await isCurrent(opened.knownAs))) return null;
      found.set(c, opened);
      return opened;
    },

    async begin(c, beginner) {
      const now = clock().getTime();
      const id = randomBytes(18).toString('base64url');
      found.delete(c);
      await keep(c, { ...beginner, id, begun: now, sealed: now });
    },

    async goOn(c) {
      const given = found.get(c);
      const now = clock().getTime();
      const isOld = given && now - given.sealed > idleSeconds * 1000 * renewedAfter;
      if (isOld) await keep(c, { ...given, sealed: now });
    },

    async end(c) {
      const opened = await seal.open('session', cookie.of(c), session);
      found.delete(c);
      cookie.clear(c);
      if (opened) await ended.end({ kind: 'session', id: opened.id });
    },
  };
};
