import { Hono } from 'hono';
import type { z } from 'zod';
import type { NamedContributor } from '../../wire/contributor.ts';
import type * as wire from '../../wire/session.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { Bodies } from '../requests/bodies.ts';
import { jsonOf } from '../requests/json-body.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';
import type { Login } from './login.ts';
import type { KnownAs, Sessions } from './sessions.ts';
import type { GatewayEnv } from './signed-in.ts';

/** Makes /admin/session: who is signed in, and the way in and out. */
export const createSessionRoutes = ({
  bodies,
  login,
  sessions,
  institutionName,
}: {
  bodies: Bodies;
  login: Login;
  sessions: Sessions;
  institutionName: InstitutionName;
}): Hono<GatewayEnv> => {
  const signedIn = (who: Contributor, knownAs: KnownAs | null): NamedContributor => ({
    ...who,
    name: roleAccountOf(who, institutionName).name,
    ...(knownAs ? { mark: knownAs.mark } : {}),
  });
  const routes = new Hono<GatewayEnv>()
    .get('/', async (c) => {
      const session = await sessions.of(c);
      const who = session?.who ?? null;
      const answer = {
        who: who && who.role !== 'member' ? signedIn(who, session?.knownAs ?? null) : null,
        memberOf: who?.role === 'member' ? institutionName(who.institution) : null,
        ...(await login.offerTo(c)),
      };
      return c.json(answer satisfies z.input<typeof wire.session>);
    })
    .post('/', bodies.of('sign-in'), async (c) => {
      const beginner = await login.identify(c, await jsonOf(c));
      const { who, knownAs } = beginner;
      if (who.role === 'member') throw new RefusedRequest(403, sentences.membersRead);
      await sessions.begin(c, beginner);
      return c.json({ who: signedIn(who, knownAs) } satisfies z.input<typeof wire.signedIn>);
    })
    .delete('/', async (c) => {
      await sessions.end(c);
      const goOnAt = (await login.signOutAddress?.()) ?? null;
      return c.json({ who: null, goOnAt } satisfies z.input<typeof wire.signedOut>);
    });
  return login.routes ? routes.route('/', login.routes({ sessions, bodies })) : routes;
};
