import type { TakenOut } from '../../../wire/upload.ts';
import { placesInShort } from '../places-in-short.ts';
import { fileWords as words } from '../words.ts';

type Props = {
  readonly name: string;
  readonly taken: readonly TakenOut[];
  /** Where the file can be looked at as it will be stored. */
  readonly address: string;
  /** Somebody would rather mend the file. */
  readonly onDecline: () => void;
};

/** What a file that waits for the save does not hold any more, with the file as it is now, and the way back. */
export const TakenOutOf = ({ name, taken, address, onDecline }: Props) => (
  <div className="portal-taken">
    {taken.map((each) => (
      <Taken key={each.what} {...each} />
    ))}
    <p className="portal-file-facts">{words.keptWithout}</p>
    <div className="portal-file-acts">
      <a
        className="portal-button portal-small"
        href={address}
        target="_blank"
        rel="noreferrer"
        aria-label={words.of(name, words.openWithout)}
      >
        {words.openWithout}
      </a>
      <button
        type="button"
        className="portal-button portal-small portal-bare"
        aria-label={words.of(name, words.decline)}
        onClick={onDecline}
      >
        {words.decline}
      </button>
    </div>
  </div>
);

const Taken = ({ what, places, more }: TakenOut) => {
  const { text, isWhole } = placesInShort(places, more);
  return (
    <>
      <p>{words.takenOut(what, text)}</p>
      {!isWhole && (
        <details>
          <summary>{words.allPlaces(places.length + more)}</summary>
          <ul>
            {[...new Set(places)].map((place) => (
              <li key={place}>{place}</li>
            ))}
            {more > 0 && <li>{words.morePlaces(more)}</li>}
          </ul>
        </details>
      )}
    </>
  );
};
