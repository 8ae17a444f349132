import type { NamedContributor } from '../../wire/contributor.ts';
import { routes } from '../../wire/routes.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { keptPerson } from '../kept/kept-person.ts';

/** Whether it is still the same person whom the gateway knows by this browser. */
export type PersonNow =
  | { readonly kind: 'same' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'other'; readonly name: string };

/** Asks who is signed in: another page of the browser may have changed it. @throws Refusal where nobody answers */
export const personNow = async (who: NamedContributor): Promise<PersonNow> => {
  const { who: now } = await askGateway(routes.session);
  if (!now) return { kind: 'nobody' };
  return keptPerson(now) === keptPerson(who) ? { kind: 'same' } : { kind: 'other', name: now.name };
};
