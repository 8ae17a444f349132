import { dayWords } from './day-words.ts';
import type { Against, Looked } from './use-review.ts';
import { reviewWords as words } from './words.ts';

type Props = { readonly looked: Looked; readonly onChoose: (against: Against) => void };

/** With which version the proposal is compared, where there is more than one, and what the marks mean. */
export const AgainstChoice = ({ looked, onChoose }: Props) => {
  const { review, overtaken, against } = looked;
  const now = new Date();
  const offered: [Against, string][] = [
    ...(overtaken ? [['shown', words.shownBefore] satisfies [Against, string]] : []),
    ...(review.live
      ? [
          ['live', words.live(review.live.since && dayWords(review.live.since, now))] satisfies [
            Against,
            string,
          ],
        ]
      : []),
    ...(review.reviewed
      ? [
          ['reviewed', words.reviewed(dayWords(review.reviewed.on, now))] satisfies [
            Against,
            string,
          ],
        ]
      : []),
  ];
  // One choice alone could be taken and never left.
  if (!review.live && review.reviewed) offered.push(['nothing', words.whole]);
  if (offered.length === 0) return <p className="portal-soft">{words.isNew}</p>;
  const isMarked = against !== 'nothing';
  return (
    <div className="portal-against">
      <fieldset>
        <legend>{words.against}</legend>
        <div>
          {offered.map(([name, label]) => (
            <label key={name}>
              <input
                type="radio"
                name="portal-against"
                checked={against === name}
                onChange={() => onChoose(name)}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      {isMarked ? (
        <p className="portal-legend">
          <ins>{words.legend.added}</ins> <del>{words.legend.removed}</del>{' '}
          <span>⇅ {words.legend.moved}</span>
        </p>
      ) : (
        <p className="portal-legend portal-soft">{words.isNew}</p>
      )}
    </div>
  );
};
