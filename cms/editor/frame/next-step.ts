import type { StepName } from '../../wire/step.ts';
import { dayWords } from './day-words.ts';
import { ofDraft } from './next-step-of-draft.ts';
import {
  ofPublished,
  ofRemovalAsked,
  ofTakenDown,
  refusedRemoval,
} from './next-step-of-published.ts';
import { button, ifMay, paths } from './next-step-parts.ts';
import type { NextStep, Standing } from './standing.ts';
import { stateWords as words } from './state-words.ts';

/**
 * What the frame says of an entry in one sentence, and what can be done next, by the state of the entry and the person
 * before it. The rows are those of the table of states (design: editor/states.md).
 */
export const nextStep = (standing: Standing): NextStep => {
  const step = ofState(standing);
  const refused = refusedRemoval(standing);
  return refused === null ? step : { ...step, sentence: `${step.sentence}${refused}` };
};

const ofState = (standing: Standing): NextStep => {
  const { state, isNew, hasChanged } = standing;
  if (isNew) return hasChanged ? ofDraft(standing) : ofBlank(standing);
  if (!state) return ofUnknown(standing);
  if (state.removalAsked) return ofRemovalAsked(standing, state.removalAsked);
  if (state.kind === 'deletion') return ofDeletion(standing);
  if (state.stage === 'in-review') return ofReview(standing);
  if (state.stage === 'approved') return ofApproved(standing);
  if (state.stage === 'draft') return ofDraft(standing);
  if (state.takenDown && !hasChanged) return ofTakenDown(standing, state.takenDown);
  return hasChanged ? ofDraft(standing) : ofPublished(standing);
};

const ofBlank = ({ noun, isPractice, hasChanged }: Standing): NextStep => ({
  sentence: words.blank(noun),
  main: { ...button.save, isOff: !hasChanged },
  quiet: isPractice ? button.word : null,
  path: paths.draft,
});

const ofUnknown = ({ hasChanged }: Standing): NextStep => ({
  sentence: words.unknown,
  main: { ...button.save, isOff: !hasChanged },
  quiet: null,
  path: paths.draft,
});

const ofDeletion = ({ who, noun }: Standing): NextStep => ({
  sentence: who.role === 'editor' ? words.deletionAskedOfUs(noun) : words.deletionAsked(noun),
  main: null,
  quiet: null,
  path: paths.review,
});

const ofReview = (standing: Standing): NextStep => {
  const { who, state, owner, missing, changes, hasChanged } = standing;
  const at = state?.asked ? dayWords(state.asked.at) : null;
  const may = ifMay(standing);
  if (who.role === 'contributor') {
    return {
      sentence: words.askedByUs(at),
      main: { ...button.saveChanges, isOff: !hasChanged },
      quiet: may('take-back', words.takeBack),
      path: paths.review,
    };
  }
  const asked = words.askedByThem(owner ?? state?.asked?.by ?? words.anOffice, at);
  if (missing.length > 0) {
    return {
      sentence: `${asked}${words.mendFirst(missing.length)}`,
      main: may('return', words.return),
      quiet: button.mendMyself,
      path: paths.review,
    };
  }
  return {
    sentence: `${asked}${state?.published ? words.changedFromPublished(changes) : ''}`,
    main: may('publish', words.approveAndPublish),
    quiet: may('return', words.return),
    path: paths.review,
  };
};

const ofApproved = (standing: Standing): NextStep => {
  const may = ifMay(standing);
  return standing.who.role === 'editor'
    ? {
        sentence: words.approvedByUs,
        main: may('publish', words.publishNow),
        quiet: may('take-back', words.backToReview),
        path: paths.approved,
      }
    : {
        sentence: words.approvedByThem,
        main: null,
        quiet: may('take-back', words.backToMend),
        path: paths.approved,
      };
};

/** The steps that may be taken from here, and have no button of their own: they stand in the menu そのほか. */
export const stepsBeside = (
  { state }: Pick<Standing, 'state'>,
  { main, quiet }: Pick<NextStep, 'main' | 'quiet'>,
): StepName[] => {
  const shown = [main, quiet].flatMap((each) => (each?.act.kind === 'step' ? [each.act.step] : []));
  return (state?.may ?? []).filter((step) => !shown.includes(step));
};
