import { useCallback, useEffect, useState } from 'react';
import type { EntryDifference } from '../../difference/compare-entries.ts';
import type { Choices } from '../../wire/choices.ts';
import type { EntryState } from '../../wire/entry-state.ts';
import type { PinnedNote } from '../../wire/note.ts';
import type { Review } from '../../wire/review.ts';
import { routes } from '../../wire/routes.ts';
import type { StepName } from '../../wire/step.ts';
import { askGateway, Refusal } from '../gateway/ask-gateway.ts';
import { collectionOf } from './field-label.ts';

type Version = NonNullable<Review['proposed']>;

/** What a proposal is compared with. */
export type Against = 'live' | 'reviewed' | 'shown' | 'nothing';

/** What the screen looks at. What was seen stands here, and travels with every decision. */
export type Looked = {
  readonly review: Review;
  readonly state: EntryState;
  readonly against: Against;
  /** null where there is nothing to compare: it is to go, or cannot be read. */
  readonly difference: EntryDifference | null;
  /** Somebody saved while this was looked at: what was shown then, who it was, and how much. */
  readonly overtaken: {
    readonly shown: Version;
    readonly by: string;
    readonly places: number;
  } | null;
};

/** What became of the proposal on this screen. */
export type Ending = 'published' | 'returned';

/** A review, what is done with it, and what went wrong. */
export type ReviewAtWork = {
  readonly looked: Looked | null;
  readonly trouble: string | null;
  readonly isBusy: boolean;
  readonly ending: Ending | null;
  reload(): void;
  compareWith(against: Against): void;
  /** @returns whether the step was taken */
  take(step: StepName, reason?: string): Promise<boolean>;
  /** Does something with the notes. @returns whether it was done */
  takeNotes(asked: Promise<{ readonly notes: readonly PinnedNote[] }>): Promise<boolean>;
};

const findDifference = () => import('./find-difference.ts');

/** Loads a review and what finds its differences, and decides about exactly what it has shown. */
export const useReview = (entry: string, choices: Choices): ReviewAtWork => {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [ending, setEnding] = useState<Ending | null>(null);

  const look = useCallback(
    async (
      choose: (review: Review, state: EntryState) => Pick<Looked, 'against' | 'overtaken'>,
    ) => {
      const [review, state, finder] = await Promise.all([
        askGateway(routes.review, { entry }),
        askGateway(routes.state, { entry }),
        findDifference(),
      ]);
      const chosen = choose(review, state);
      const difference = differenceIn(entry, review, chosen, choices, finder.differenceOf);
      return { review, state, ...chosen, difference };
    },
    [entry, choices],
  );

  const reload = useCallback(() => {
    let isOutdated = false;
    setTrouble(null);
    look((review, state) => ({ against: firstOf(review, state), overtaken: null })).then(
      (found) => isOutdated || setLooked(found),
      (error: unknown) => isOutdated || setTrouble(sentenceOf(error)),
    );
    return () => {
      isOutdated = true;
    };
  }, [look]);
  useEffect(() => {
    setLooked(null);
    setEnding(null);
    return reload();
  }, [reload]);

  const compareWith = async (against: Against) => {
    if (!looked) return;
    const { differenceOf } = await findDifference();
    const chosen = { against, overtaken: looked.overtaken };
    const difference = differenceIn(entry, looked.review, chosen, choices, differenceOf);
    setLooked({ ...looked, against, difference });
  };

  /** What was saved while this was looked at, beside what was shown; null where nothing was. */
  const overtakenNow = async ({ review: seen }: Looked): Promise<Looked | null> => {
    const shown = seen.proposed;
    const { differenceOf } = await findDifference();
    const collection = collectionOf(entry);
    const found = await look((review) => ({
      against: shown ? 'shown' : 'live',
      overtaken:
        shown && review.proposed && collection
          ? {
              shown,
              by: review.changed.by,
              places: differenceOf(collection, shown, review.proposed, choices).places,
            }
          : null,
    }));
    return found.review.version === seen.version ? null : found;
  };

  const take = async (step: StepName, reason?: string): Promise<boolean> => {
    if (!looked || isBusy) return false;
    setIsBusy(true);
    setTrouble(null);
    try {
      const { version } = looked.review;
      const body = { entry, step, seen: version, ...(reason === undefined ? {} : { reason }) };
      const state = await askGateway(routes.step, { body });
      setLooked({ ...looked, state });
      setEnding(step === 'return' ? 'returned' : 'published');
      return true;
    } catch (error) {
      const isLate = error instanceof Refusal && error.status === 409;
      const fresh = isLate ? await overtakenNow(looked).catch(() => null) : null;
      if (fresh) setLooked(fresh);
      else setTrouble(sentenceOf(error));
      return false;
    } finally {
      setIsBusy(false);
    }
  };

  const takeNotes: ReviewAtWork['takeNotes'] = async (asked) => {
    try {
      const { notes } = await asked;
      setTrouble(null);
      setLooked((before) => before && { ...before, review: { ...before.review, notes } });
      return true;
    } catch (error) {
      setTrouble(sentenceOf(error));
      return false;
    }
  };

  return {
    looked,
    trouble,
    isBusy,
    ending,
    reload: () => void reload(),
    compareWith: (against) => void compareWith(against),
    take,
    takeNotes,
  };
};

/**
 * An office whose proposal came back sees what it changed since; everybody else what readers would see change, and of what
 * no reader has seen yet what is other than at the last review.
 */
const firstOf = ({ live, reviewed }: Review, { returned }: EntryState): Against => {
  if (reviewed && returned) return 'reviewed';
  if (live) return 'live';
  return reviewed ? 'reviewed' : 'nothing';
};

type Finder = typeof import('./find-difference.ts')['differenceOf'];

const differenceIn = (
  entry: string,
  review: Review,
  { against, overtaken }: Pick<Looked, 'against' | 'overtaken'>,
  choices: Choices,
  differenceOf: Finder,
): EntryDifference | null => {
  const collection = collectionOf(entry);
  if (!collection || !review.proposed || review.kind !== 'entry') return null;
  const before = {
    live: review.live,
    reviewed: review.reviewed,
    shown: overtaken?.shown ?? null,
    nothing: null,
  }[against];
  return differenceOf(collection, before, review.proposed, choices);
};

const sentenceOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
