import { Hono } from 'hono';
import type { z } from 'zod';
import type { NamedContributor } from '../../wire/contributor.ts';
import type * as wire from '../../wire/session.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import type { InstitutionName } from '../published-content/published-content.ts';
import type { Bodies } from '../requests/bodies.ts';
import { jsonOf } from '../requests/json-body.ts';
import type { Login } from './login.ts';
import type { Sessions } from './sessions.ts';
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
  const signedIn = (who: Contributor): NamedContributor => ({
    ...who,
    name: roleAccountOf(who, institutionName).name,
  });
  const routes = new Hono<GatewayEnv>()
    .get('/', async (c) => {
      const session = await sessions.of(c);
      const who = session?.who ?? null;
      const answer = {
        who: who && who.role !== 'member' ? signedIn(who) : null,
        memberOf: who?.role === 'member' ? institutionName(who.institution) : null,
        ...(await login.offerTo(c)),
      };
      return c.json(answer satisfies z.input<typeof wire.session>);
    })
    .post('/', bodies.of('sign-in'), async (c) => {
      const who = await login.identify(c, await jsonOf(c));
      await sessions.begin(c, who);
      return c.json({ who: signedIn(who) } satisfies z.input<typeof wire.signedIn>);
    })
    .delete('/', async (c) => {
      await sessions.end(c);
      return c.json({ who: null } satisfies z.input<typeof wire.signedOut>);
    });
  return login.routes ? routes.route('/', login.routes) : routes;
};
