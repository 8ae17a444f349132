import type { ApprovalLinkState } from '../../wire/entry-state.ts';
import { dayWords } from './day-words.ts';
import { button, ifMay, paths, stepButton } from './next-step-parts.ts';
import type { BarButton, NextStep, Standing } from './standing.ts';
import { stateWords as words } from './state-words.ts';

/** A draft, stored or not: of an institution's office, of the network's own, or handed back. */
export const ofDraft = (standing: Standing): NextStep =>
  standing.who.role === 'editor' ? ofDraftForEditors(standing) : ofDraftForOffice(standing);

/** What an editor began, or will: nobody else has to look at it first. */
const isOwnOfEditors = ({ isNew, state }: Standing): boolean =>
  isNew || !state?.stage || state.begun?.byEditors === true;

const ofDraftForEditors = (standing: Standing): NextStep => {
  const { state, owner, noun, changes, has } = standing;
  const may = ifMay(standing);
  if (state?.returned) {
    return {
      sentence: words.returnedByUs(dayWords(state.returned.at), state.begun?.by ?? words.anOffice),
      main: button.callThem,
      quiet: may('undo-return', words.undoReturn),
      path: paths.returned,
    };
  }
  if (isOwnOfEditors(standing)) {
    return {
      sentence: state?.published ? words.mendingOurs(noun, changes) : words.onBehalf(owner, noun),
      main: stepButton('publish', words.saveAndPublish),
      quiet: button.save,
      path: paths.draft,
    };
  }
  const see = has.review ? button.review : null;
  if (state?.approvalLink?.state === 'open') {
    return {
      sentence: words.waitsInside(owner ?? words.anOffice, dayWords(state.approvalLink.until)),
      main: see,
      quiet: button.leaveNote,
      path: paths.draft,
    };
  }
  return {
    sentence: words.theirDraft(state?.begun?.by ?? words.anOffice),
    main: see,
    quiet: button.save,
    path: paths.draft,
  };
};

const ofDraftForOffice = (standing: Standing): NextStep => {
  const { state, isNew, noun } = standing;
  const ask = stepButton('ask-review', words.ask);
  if (state?.returned) {
    return {
      sentence: words.returnedToUs,
      main: stepButton('ask-review', words.askAgain),
      quiet: button.save,
      path: paths.returned,
    };
  }
  if (state?.approvalLink) return ofApprovalLink(standing, state.approvalLink);
  const sentence = () => {
    if (state?.published) return words.mending(noun, state.published.since);
    if (isNew) return words.written;
    return standing.missing.length > 0 ? stillMissing(standing) : words.complete;
  };
  return { sentence: sentence(), main: ask, quiet: button.save, path: paths.draft };
};

/** At most three are named: more would be a list, and that stands above the form. */
const mostNamed = 3;

const stillMissing = ({ missing, areMissingBlank }: Standing): string =>
  words.missing(
    missing.length,
    missing.length <= mostNamed ? missing : [],
    areMissingBlank ? 'write' : 'mend',
  );

const ofApprovalLink = ({ has, hasChanged }: Standing, link: ApprovalLinkState): NextStep => {
  const path = paths.draft;
  const linkButton = (label: string): BarButton | null =>
    has.approvalLink ? { label, act: { kind: 'approval-link' } } : null;
  const ask = stepButton('ask-review', words.ask);
  switch (link.state) {
    case 'open':
      return {
        sentence: words.waitsForSuperior(dayWords(link.until)),
        main: stepButton('ask-review', words.askWithoutWaiting),
        quiet: linkButton(words.withdrawLink),
        path,
      };
    case 'approved':
      return {
        sentence: hasChanged
          ? words.changedAfterApproval(dayWords(link.on), link.office)
          : words.approvedInside(dayWords(link.on), link.office),
        main: ask,
        quiet: button.save,
        path,
      };
    case 'returned':
      return {
        sentence: words.returnedInside,
        main: linkButton(words.newLink) ?? ask,
        quiet: button.save,
        path,
      };
    case 'expired':
      return {
        sentence: words.linkExpired(dayWords(link.at)),
        main: linkButton(words.newLink) ?? ask,
        quiet: button.save,
        path,
      };
  }
};
