import { randomBytes } from 'node:crypto';
import { signInForm } from '../../wire/session.ts';
import { type Contributor, contributor } from '../permissions/contributor.ts';
import type { PublishedContent } from '../published-content/published-content.ts';
import { isLocalRequest } from '../requests/own-address.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';
import type { GatewaySettings } from '../settings.ts';
import { rememberEnded } from './ended-sessions.ts';
import type { Login } from './login.ts';
import { createSeal } from './seal.ts';
import { createSealedCookie, sessionCookieName } from './session-cookie.ts';
import { workingDay } from './sessions.ts';

/**
 * Makes the way in for a portal on one's own machine: whoever sits there says who they are. It is open where the settings
 * ask for it, and over this machine alone, where nobody else can reach it.
 */
export const createChooseLogin = ({
  settings,
  content,
  clock,
}: {
  settings: GatewaySettings;
  content: PublishedContent;
  clock: () => Date;
}): Login => ({
  isOpenTo: (c) => settings.signIn === 'choose' && isLocalRequest(c, settings),

  async offerTo(c) {
    if (!this.isOpenTo(c)) return { signIn: null, institutions: [] };
    return { signIn: 'choose', institutions: await content.institutions() };
  },

  async identify(c, sent) {
    if (!this.isOpenTo(c)) throw new RefusedRequest(403, sentences.chooseElsewhere);
    const read = signInForm.safeParse(sent);
    if (!read.success) throw new RefusedRequest(422, sentences.unreadable);
    const { data } = read;
    if (data.role === 'contributor') {
      const known = await content.institutions();
      if (!known.some(({ id }) => id === data.institution)) {
        throw new RefusedRequest(422, sentences.unknownInstitution);
      }
    }
    const who = contributor.safeParse(data);
    if (!who.success) throw new RefusedRequest(422, sentences.unusableOffice);
    return { who: who.data satisfies Contributor, knownAs: null };
  },

  sessionParts: {
    cookie: createSealedCookie(sessionCookieName, {
      isSecure: settings.origin?.startsWith('https:') ?? false,
      isFromElsewhere: false,
    }),
    // Of this process alone: whoever starts the portal anew begins anew.
    seal: createSeal({
      ring: [{ id: 'start', secret: randomBytes(36).toString('base64') }],
      clock,
    }),
    ended: rememberEnded(clock),
    isCurrent: async () => true,
    times: workingDay,
  },
});
