import { type Bindings, createBindings } from './bindings.ts';
import { createInvitations, type Invitations } from './invitations.ts';
import type { MemberParts } from './member-parts.ts';
import { createPeople, type People } from './people.ts';

/** Who belongs to the portal: who a signed-in person is, by which invitation, and until when. */
export type Members = People & {
  readonly invitations: Invitations;
  readonly bindings: Bindings;
};

/** Makes the register of members over the small records of a repository. */
export const createMembers = (parts: MemberParts): Members => {
  const told: MemberParts = {
    ...parts,
    onMemberEvent(event) {
      try {
        parts.onMemberEvent(event);
      } catch (error) {
        parts.onTrouble(error);
      }
    },
  };
  return {
    ...createPeople(told),
    invitations: createInvitations(told),
    bindings: createBindings(told),
  };
};
