import type { Members } from '../../members/members.ts';
import { personKeys } from '../../members/person-key.ts';
import type { Repository } from '../../repository/repository.ts';
import { RefusedRequest } from '../../requests/refused-request.ts';
import { sentences } from '../../requests/sentences.ts';
import type { MemberSettings } from '../../settings/member-settings.ts';
import type { ProviderSettings } from '../../settings/provider-settings.ts';
import { recordEnded } from '../ended-sessions.ts';
import type { Login } from '../login.ts';
import { createSeal } from '../seal.ts';
import { createSealedCookie, sessionCookieName } from '../session-cookie.ts';
import { createProvider } from './provider.ts';
import { createProviderRoutes } from './provider-routes.ts';
import { words } from './words.ts';

export type ProviderLoginParts = {
  readonly settings: ProviderSettings;
  readonly memberSettings: MemberSettings;
  readonly members: Pick<Members, 'standingOf' | 'nameOffice' | 'isCurrent'> & {
    readonly invitations: Pick<Members['invitations'], 'accept'>;
  };
  readonly records: Repository['records'];
  /** Under which people find the portal. */
  readonly origin: string;
  readonly clock: () => Date;
  readonly onTrouble: (error: unknown, number?: string) => void;
};

/** How often the log is told that the clocks do not agree, in milliseconds. */
const clockToldEvery = 60 * 60 * 1000;

/** Makes the way in by a provider of OpenID Connect, for a portal that is open to the world. */
export const createProviderLogin = (parts: ProviderLoginParts): Login => {
  const { settings, memberSettings, members, records, origin, clock, onTrouble } = parts;
  const isSecure = origin.startsWith('https:');
  let clockTold = Number.NEGATIVE_INFINITY;
  const provider = createProvider({
    settings,
    origin,
    clock,
    onClock(ahead) {
      if (clock().getTime() < clockTold + clockToldEvery) return;
      clockTold = clock().getTime();
      const seconds = Math.abs(ahead);
      onTrouble(new Error(ahead > 0 ? words.clockAhead(seconds) : words.clockBehind(seconds)));
    },
  });
  const seal = createSeal({ ring: settings.secrets, clock });
  const { longestSeconds } = settings;
  const ended = recordEnded({ records, clock, longestSeconds });

  return {
    isOpenTo: () => true,
    offerTo: async () => ({ signIn: 'oidc', institutions: [] }),
    async identify() {
      throw new RefusedRequest(403, sentences.chooseElsewhere);
    },
    sessionParts: {
      cookie: createSealedCookie(sessionCookieName, { isSecure, isFromElsewhere: true }),
      seal,
      ended,
      isCurrent: ({ key, generation }) => members.isCurrent(key, generation),
      times: settings,
    },
    routes: ({ sessions, bodies }) =>
      createProviderRoutes({
        settings,
        provider,
        members,
        keysOf: (who) => personKeys(memberSettings.keys, who),
        seal,
        ended,
        sessions,
        bodies,
        isSecure,
        onTrouble,
      }),
    signOutAddress: () => provider.signOutAddress(),
  };
};
