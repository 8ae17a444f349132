import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Contributor } from '../permissions/contributor.ts';
import type { EntryPath } from '../repository/content-address.ts';
import type { ContentVersion } from '../repository/repository.ts';

/** Somebody at work, from sign-in to sign-out. Only the memory of this process knows of it. */
export type Session = {
  readonly who: Contributor;
  /** What was last shown of each proposal: an approval is of what its editor has seen. */
  readonly seen: Map<EntryPath, ContentVersion | null>;
};

export type Sessions = {
  /** Whose request it is; null where nobody is signed in. */
  of(c: Context): Session | null;
  /** Begins a session and has the browser keep its key. One that there was before ends. */
  begin(c: Context, who: Contributor): Session;
  end(c: Context): void;
};

/** A working day, so that nobody is signed out in the middle of a text. */
const lifetime = 12 * 60 * 60 * 1000;
/** More than there are people; what is older makes room. */
const mostSessions = 2000;
const cookie = 'portal-session';

/** Makes the keeper of sessions. @param isSecure whether the portal is reached by https */
export const createSessions = (clock: () => Date, isSecure: boolean): Sessions => {
  const sessions = new Map<string, { session: Session; until: number }>();
  const options = { path: '/admin', httpOnly: true, sameSite: 'Strict', secure: isSecure } as const;

  const end = (c: Context) => {
    sessions.delete(getCookie(c, cookie) ?? '');
    deleteCookie(c, cookie, options);
  };

  return {
    of(c) {
      const id = getCookie(c, cookie) ?? '';
      const found = sessions.get(id);
      if (!found) return null;
      if (found.until > clock().getTime()) return found.session;
      sessions.delete(id);
      return null;
    },
    begin(c, who) {
      sessions.delete(getCookie(c, cookie) ?? '');
      const [oldest] = sessions.keys();
      if (sessions.size >= mostSessions && oldest !== undefined) sessions.delete(oldest);
      const id = randomBytes(32).toString('base64url');
      const session: Session = { who, seen: new Map() };
      sessions.set(id, { session, until: clock().getTime() + lifetime });
      setCookie(c, cookie, id, options);
      return session;
    },
    end,
  };
};
