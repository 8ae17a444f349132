import { useEffect, useRef } from 'react';
import { collections } from '../../../src/schema/collections.ts';
import { collectionOf } from './field-label.ts';
import { officeOf } from './head-words.ts';
import type { ReviewAtWork } from './use-review.ts';
import { reviewWords as words } from './words.ts';

type Props = {
  readonly entry: string;
  readonly work: ReviewAtWork;
  /** The window that asks for the reason has the keyboard. */
  readonly isReturning: boolean;
  readonly onPublish: () => void;
  readonly onReturn: () => void;
};

/** Where the form of an entry is. */
export const formAddress = (entry: string): string => {
  const collection = collectionOf(entry);
  const rest = entry.slice(entry.indexOf('/') + 1);
  const isFile = collection !== null && collections[collection].layout === 'file';
  return `#/collections/${collection}/entries/${rest}${isFile ? '' : '/index'}`;
};

/** What to do next: one decision, about exactly what is shown. */
export const DecisionBar = ({ entry, work, isReturning, onPublish, onReturn }: Props) => {
  const { looked, ending, isBusy, trouble } = work;
  if (!looked) return null;
  const { review, state } = looked;
  if (ending) {
    const said =
      ending === 'published' ? words.published : words.returned(officeOf(review.begun.by));
    return <EndedBar said={said} mayTakeKeyboard={!isReturning} />;
  }
  const isHeldUp = review.problems.some(({ severity }) => severity === 'error');
  const mayPublish = state.may.includes('publish');
  const mayReturn = state.may.includes('return');
  const toForm = (
    <a className="portal-button" href={formAddress(entry)}>
      {mayPublish ? words.mendMyself : words.toForm}
    </a>
  );
  const returning = (isMain: boolean) => (
    <button
      type="button"
      className={`portal-button${isMain ? ' portal-main' : ''}`}
      aria-disabled={isBusy}
      onClick={() => isBusy || onReturn()}
    >
      {words.returnIt}
    </button>
  );
  return (
    <section className="portal-review-next" aria-label={words.bar}>
      {trouble ? (
        <p role="alert" className="portal-error">
          {trouble}
        </p>
      ) : (
        <p role="status">
          {isBusy ? (
            <strong>{words.working}</strong>
          ) : (
            mayPublish && (
              <>
                <strong>{words.whatIsPublished(review.saves)}</strong> {words.ifChanged}
              </>
            )
          )}
        </p>
      )}
      <div>
        {(isHeldUp || !mayReturn) && toForm}
        {mayReturn && returning(isHeldUp)}
        {mayPublish && !isHeldUp && (
          <button
            type="button"
            className="portal-button portal-main"
            aria-disabled={isBusy}
            onClick={() => isBusy || onPublish()}
          >
            {words.publish}
          </button>
        )}
      </div>
    </section>
  );
};

type EndedProps = { readonly said: string; readonly mayTakeKeyboard: boolean };

/** What became of it. The button that was pressed is gone: the keyboard goes on to what is next. */
const EndedBar = ({ said, mayTakeKeyboard }: EndedProps) => {
  const next = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (mayTakeKeyboard && document.activeElement === document.body) next.current?.focus();
  }, [mayTakeKeyboard]);
  return (
    <section className="portal-review-next" aria-label={words.bar}>
      <p role="status">
        <strong>{said}</strong>
      </p>
      <a ref={next} className="portal-button" href="#/">
        {words.toList}
      </a>
    </section>
  );
};
