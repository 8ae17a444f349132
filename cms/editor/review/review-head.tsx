import { formAddress } from './decision-bar.tsx';
import type { Looked } from './use-review.ts';
import { reviewWords as words } from './words.ts';

type Props = {
  readonly entry: string;
  readonly looked: Looked;
  readonly sentence: string;
  /** It was published on this screen. */
  readonly isPublished: boolean;
};

/** Whose proposal it is, in which version, and where it stands. */
export const ReviewHead = ({ entry, looked: { review }, sentence, isPublished }: Props) => {
  const at = isPublished ? 2 : review.stage === 'draft' ? 0 : 1;
  return (
    <section className="portal-review-head" aria-label={words.state}>
      <p className="portal-soft">
        {review.begun.by}　{words.version(review.saves)}
      </p>
      <h1>{review.title ?? words.untitled}</h1>
      <p role="status">{sentence}</p>
      {review.kind === 'entry' && !isPublished && (
        <p>
          <a href={formAddress(entry)}>{words.page}</a>
        </p>
      )}
      <ol className="portal-review-path" aria-label={words.progress}>
        {Object.values(words.path).map((name, index) => (
          <li
            key={name}
            data-is={index < at ? 'was' : index === at ? 'is' : 'later'}
            {...(index === at ? { 'aria-current': 'step' as const } : {})}
          >
            {name}
          </li>
        ))}
      </ol>
    </section>
  );
};
