import { frameWords as words } from './frame-words.ts';
import type { OpenEntry } from './open-entry.ts';
import type { NextStep, Standing } from './standing.ts';
import { useFocusAtFirst } from './use-focus-at-first.ts';
import { useDraftTitle } from './use-frame.ts';

type Props = {
  readonly entry: OpenEntry;
  readonly standing: Standing;
  readonly step: NextStep;
};

/** What it is: the title, one sentence, how far it is, and who else is at it. */
export const StateHead = ({ entry, standing, step }: Props) => {
  const title = useDraftTitle();
  const heading = useFocusAtFirst<HTMLHeadingElement>();
  const { noun, owner, isNew } = standing;
  const kind = owner && !isNew ? words.ofOwner(owner, noun) : isNew ? words.newOne(noun) : noun;
  const others = entry.state?.atWork ?? [];
  return (
    <>
      <section className="portal-state" aria-label={words.state}>
        <p className="portal-kind">{kind}</p>
        <h1 ref={heading} tabIndex={-1}>
          {title || (isNew ? words.newOne(noun) : words.untitled(noun))}
        </h1>
        <p className="portal-say" role="status">
          {entry.said} {step.sentence}
        </p>
        <PublishedLine entry={entry} />
        <ol className="portal-path" aria-label={words.progress}>
          {step.path.names.map((name, place) => (
            <li
              key={name}
              data-is={place < step.path.at ? 'was' : place === step.path.at ? 'is' : 'later'}
              {...(place === step.path.at ? { 'aria-current': 'step' as const } : {})}
            >
              {name}
            </li>
          ))}
        </ol>
      </section>
      {others.length > 0 && (
        <p className="portal-presence">
          {others.map(({ name, minutesAgo }) => (
            <span key={name}>
              <strong>{words.atWork(name)}</strong>
              {words.minutesAgo(minutesAgo)}
            </span>
          ))}
          <span className="portal-soft">{words.bothStay}</span>
        </p>
      )}
    </>
  );
};

/** Says when readers see what was published from here, and where. */
const PublishedLine = ({ entry: { isFollowing, state } }: { readonly entry: OpenEntry }) => {
  const publication = state?.publication;
  if (!isFollowing || !publication || publication.state === 'publishing') return null;
  if (publication.state !== 'live') {
    return (
      <p className="portal-publication" role="status">
        {publication.message}
      </p>
    );
  }
  return (
    <p className="portal-publication" role="status">
      <strong>{words.published}</strong>{' '}
      {publication.address && (
        <a href={publication.address} target="_blank" rel="noreferrer">
          {words.openPublished}
        </a>
      )}
    </p>
  );
};
