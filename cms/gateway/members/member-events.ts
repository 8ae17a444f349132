import type { Contributor } from '../permissions/contributor.ts';
import type { Person } from '../permissions/person.ts';

/** What happened to who may do what, as the audit log is told it: offices and dates, and never a person. */
export type MemberEvent = {
  readonly kind:
    | 'invited'
    | 'invitation-withdrawn'
    | 'bound'
    | 'ended'
    | 'confirmed'
    /** Somebody was not let in. */
    | 'refused';
  readonly at: Date;
  /** Whose office did it; null where the person themselves signed in, or a command on the machine made it. */
  readonly by: Contributor | null;
  /** As whom somebody was invited or bound, or of which institution one said to be who was refused; null where nobody knows. */
  readonly who: Person | null;
  /** The first signs of the person's key; null where there is none. */
  readonly person: string | null;
  /** Why somebody was refused, in a word of `Standing`. */
  readonly reason: string | null;
};

/** Hears of what happened, after it is stored. */
export type OnMemberEvent = (event: MemberEvent) => void;
