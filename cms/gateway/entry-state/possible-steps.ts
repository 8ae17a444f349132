import { type StepName, steps } from '../../wire/step.ts';
import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import { openRequest } from '../proposals/entry-log.ts';
import { canBeApprovedAndPublished } from '../proposals/proposal-state.ts';
import type { EntryFacts } from './entry-facts.ts';

/** A step: what has to be allowed for it, and whether an entry is where it can be taken from. */
type Rule = {
  readonly action: Exclude<
    Action['kind'],
    'save-draft' | 'upload' | 'remove-file' | 'change-comment' | 'delete-comment'
  >;
  isOpen(facts: EntryFacts, who: Contributor): boolean;
};

const stageOf = ({ proposal }: EntryFacts) => proposal?.record.state ?? null;
const kindOf = ({ proposal }: EntryFacts) => proposal?.record.kind ?? null;

/** An editor offers no office what that office does with its own text: asking, and taking back what was asked. */
const isTheirs = ({ proposal }: EntryFacts, who: Contributor): boolean =>
  who.role === 'contributor' || proposal?.record.startedBy.role === 'editor';

const isShown = ({ published }: EntryFacts): boolean => published?.isWithdrawn === false;
const isWithdrawn = ({ published }: EntryFacts): boolean => published?.isWithdrawn === true;
const isAsked = ({ log, published }: EntryFacts): boolean =>
  published !== null && openRequest(log, published.isWithdrawn) !== null;

/** Where nothing waits to be published, and what is published did not reach the site. */
export const isLeftBehind = ({ proposal, publication }: EntryFacts): boolean =>
  proposal === null && publication?.state === 'failed';

const rules: Record<StepName, Rule> = {
  'ask-review': {
    action: 'send-for-review',
    isOpen: (facts, who) => {
      const stage = stageOf(facts);
      // What waits for its publication goes back to be looked at, by whoever works on it.
      if (stage === 'approved') return true;
      return stage === 'draft' && kindOf(facts) === 'entry' && isTheirs(facts, who);
    },
  },
  'take-back': {
    action: 'take-back',
    isOpen: (facts, who) => stageOf(facts) === 'in-review' && isTheirs(facts, who),
  },
  return: {
    action: 'return-to-author',
    isOpen: (facts, who) =>
      (stageOf(facts) === 'in-review' || stageOf(facts) === 'approved') && !isTheirs(facts, who),
  },
  'undo-return': {
    action: 'undo-return',
    isOpen: (facts) => stageOf(facts) === 'draft' && facts.proposal?.record.returned !== null,
  },
  publish: {
    action: 'publish',
    isOpen: (facts) => {
      if (!facts.proposal) return isLeftBehind(facts);
      const { state, kind, startedBy } = facts.proposal.record;
      const isBegunByEditors = startedBy.role === 'editor';
      return canBeApprovedAndPublished({ state, kind, isBegunByEditors });
    },
  },
  withdraw: { action: 'withdraw', isOpen: isShown },
  'ask-withdrawal': {
    action: 'request-withdrawal',
    isOpen: (facts) => isShown(facts) && !isAsked(facts),
  },
  'refuse-withdrawal': { action: 'refuse-removal', isOpen: isAsked },
  'take-back-withdrawal': {
    action: 'take-back-removal',
    isOpen: isAsked,
  },
  republish: { action: 'republish', isOpen: isWithdrawn },
  'ask-republication': {
    action: 'request-republication',
    isOpen: (facts) => isWithdrawn(facts) && !isAsked(facts),
  },
  delete: { action: 'delete-draft', isOpen: ({ proposal }) => proposal !== null },
};

/**
 * The steps that somebody may take with an entry from where it is. To take one decides anew by the same functions, and
 * looks at what this does not: whether the content is sound, and whether it is what the person has seen.
 */
export const possibleSteps = (who: Contributor, facts: EntryFacts): StepName[] =>
  (Object.keys(steps) as StepName[]).filter((name) => {
    const { action, isOpen } = rules[name];
    return isOpen(facts, who) && decide(who, { kind: action, entry: facts.entry }).allowed;
  });
