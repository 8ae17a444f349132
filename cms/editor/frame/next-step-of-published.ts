import type { EntryState } from '../../wire/entry-state.ts';
import { dayWords, fullDayWords } from './day-words.ts';
import { button, ifMay, paths } from './next-step-parts.ts';
import type { NextStep, Standing } from './standing.ts';
import { stateWords as words } from './state-words.ts';

/** Published, with nothing changed since; or on its way to the site. */
export const ofPublished = (standing: Standing): NextStep => {
  const { who, state } = standing;
  const may = ifMay(standing);
  const path = paths.published;
  if (state?.publication?.state === 'publishing')
    return { sentence: words.publishing, main: null, quiet: null, path };
  if (state?.publication?.state === 'failed') {
    return who.role === 'editor'
      ? {
          sentence: words.publicationFailedForUs,
          main: may('publish', words.publishAgain),
          quiet: button.copyReport,
          path,
        }
      : { sentence: words.publicationFailed, main: null, quiet: button.download, path };
  }
  const since = state?.published?.since;
  return {
    sentence: since ? words.publishedSince(fullDayWords(since)) : words.published,
    main: button.start,
    quiet:
      who.role === 'editor'
        ? may('withdraw', words.withdraw)
        : may('ask-withdrawal', words.askWithdrawal),
    path,
  };
};

/** Somebody has asked that it be taken from sight, or be shown again. */
export const ofRemovalAsked = (
  standing: Standing,
  asked: NonNullable<EntryState['removalAsked']>,
): NextStep => {
  const { who, state, owner } = standing;
  const may = ifMay(standing);
  const isBack = state?.takenDown !== null;
  const path = isBack ? paths.takenDown : paths.published;
  const day = dayWords(asked.at);
  if (who.role === 'contributor') {
    return {
      sentence: isBack ? words.backAskedByUs(day) : words.withdrawalAskedByUs(day),
      main: null,
      quiet: may('take-back-withdrawal', words.takeBackRequest),
      path,
    };
  }
  const by = owner ?? asked.by;
  return isBack
    ? {
        sentence: words.backAskedByThem(by, asked.reason),
        main: may('republish', words.republish),
        quiet: may('refuse-withdrawal', words.refuse),
        path,
      }
    : {
        sentence: words.withdrawalAskedByThem(by, asked.reason),
        main: may('withdraw', words.takeDown),
        quiet: may('refuse-withdrawal', words.refuse),
        path,
      };
};

/** That what an office asked for was refused, and why, told to that office; null where nothing of the kind stands. */
export const refusedRemoval = ({ who, state }: Standing): string | null => {
  if (who.role !== 'contributor' || !state?.removalRefused || state.removalAsked) return null;
  const { at, reason } = state.removalRefused;
  return (state.takenDown ? words.backRefused : words.withdrawalRefused)(dayWords(at), reason);
};

/** Taken from sight. */
export const ofTakenDown = (
  standing: Standing,
  { since, reason }: NonNullable<EntryState['takenDown']>,
): NextStep => {
  const may = ifMay(standing);
  const day = since ? dayWords(since) : null;
  return standing.who.role === 'editor'
    ? {
        sentence: words.takenDownByUs(day, reason),
        main: may('republish', words.republish),
        quiet: button.start,
        path: paths.takenDown,
      }
    : {
        sentence: words.takenDown(day),
        main: may('ask-republication', words.askBack),
        quiet: button.start,
        path: paths.takenDown,
      };
};
