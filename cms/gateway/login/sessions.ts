import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { Person } from '../permissions/person.ts';
import { createSessionCookie } from './session-cookie.ts';

/** Somebody at work, from sign-in to sign-out. Only the memory of this process knows of it. */
export type Session = {
  readonly who: Person;
};

export type Sessions = {
  /** Whose request it is; null where nobody is signed in. */
  of(c: Context): Promise<Session | null>;
  /** Begins a session and has the browser keep its key. One that there was before ends. */
  begin(c: Context, who: Person): Promise<void>;
  end(c: Context): Promise<void>;
};

/** A working day, so that nobody is signed out in the middle of a text. */
const lifetime = 12 * 60 * 60 * 1000;
/** More than there are people; what is older makes room. */
const mostSessions = 2000;

/**
 * Makes the keeper of sessions.
 * @param isOpenTo whether the way in is open to a request: where it is not, no session is anybody's, however it was come by
 * @param isSecure whether the portal is reached by https
 */
export const createSessions = ({
  clock,
  isOpenTo,
  isSecure,
}: {
  clock: () => Date;
  isOpenTo: (c: Context) => boolean;
  isSecure: boolean;
}): Sessions => {
  const sessions = new Map<string, { session: Session; until: number }>();
  const cookie = createSessionCookie(isSecure);

  const end = async (c: Context) => {
    sessions.delete(cookie.of(c));
    cookie.clear(c);
  };

  return {
    async of(c) {
      if (!isOpenTo(c)) return null;
      const id = cookie.of(c);
      const found = sessions.get(id);
      if (!found) return null;
      if (found.until > clock().getTime()) return found.session;
      sessions.delete(id);
      return null;
    },
    async begin(c, who) {
      sessions.delete(cookie.of(c));
      const [oldest] = sessions.keys();
      if (sessions.size >= mostSessions && oldest !== undefined) sessions.delete(oldest);
      const id = randomBytes(32).toString('base64url');
      const session: Session = { who };
      sessions.set(id, { session, until: clock().getTime() + lifetime });
      cookie.set(c, id);
    },
    end,
  };
};
