import { useEffect, useId, useState } from 'react';
import { recentMomentInJapan } from '../../../src/formats/time-in-japan.ts';
import { type CollectionName, collections } from '../../../src/schema/collections.ts';
import type { ConfigCollection } from '../decap-config.ts';
import { matching } from '../form/matching.ts';
import { Refusal } from '../gateway/ask-gateway.ts';
import { keptPerson } from '../kept/kept-person.ts';
import { collectionOfKept, type KeptText } from '../kept/kept-text.ts';
import { draftsIn, type ListedDraft, type ListedEntry, publishedIn } from './list-entries.ts';
import { listWords as words } from './list-words.ts';
import { hashOf, placeOfEntry } from './places.ts';
import { useFocusAtFirst } from './use-focus-at-first.ts';
import { useParts } from './use-frame.ts';
import { nounOf } from './use-standing.ts';

type Loaded = {
  readonly drafts: readonly ListedDraft[];
  readonly published: readonly ListedEntry[];
};

/** The kinds of entries, and of one of them what is on its way and what is published. */
export const EntryList = ({ collection }: { readonly collection: CollectionName | null }) => {
  const { collections: all } = useParts();
  const chosen = all.find(({ name }) => name === collection) ?? all[0];
  return (
    <div className="portal-list">
      <nav aria-labelledby="portal-kinds">
        <h2 id="portal-kinds">{words.kinds}</h2>
        <ul>
          {all.map(({ name }) => (
            <li key={name}>
              <a
                href={`#/collections/${name}`}
                {...(name === chosen?.name ? { 'aria-current': 'page' as const } : {})}
              >
                {collections[name].label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {chosen && <OneKind key={chosen.name} collection={chosen} />}
    </div>
  );
};

const OneKind = ({ collection }: { readonly collection: ConfigCollection }) => {
  const { kept, who, session } = useParts();
  const heading = useFocusAtFirst<HTMLHeadingElement>();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [left, setLeft] = useState<readonly KeptText[]>([]);
  const [told, setTold] = useState<string>(words.loading);
  const { name, label, label_singular: one, create } = collection;

  useEffect(() => {
    let isGone = false;
    const load = async (): Promise<void> => {
      kept
        .all(keptPerson(who))
        .then((texts) => {
          const here = texts.filter(({ entry }) => collectionOfKept(entry) === name);
          if (!isGone) setLeft(here);
        })
        .catch(() => {});
      try {
        const [drafts, published] = await Promise.all([
          draftsIn(collection),
          publishedIn(collection),
        ]);
        if (!isGone) setLoaded({ drafts, published });
      } catch (error) {
        if (!(error instanceof Refusal) || isGone) return;
        if (error.status === 401 && (await session.signInAgain())) return load();
        setTold(error.message);
      }
    };
    void load();
    return () => {
      isGone = true;
    };
  }, [collection, name, kept, who, session]);

  return (
    <main>
      <div className="portal-list-head">
        <h1 ref={heading} tabIndex={-1}>
          {label}
        </h1>
        {create && (
          <a
            className="portal-button portal-main"
            href={hashOf({ kind: 'entry', collection: name, slug: null })}
          >
            {words.write(one)}
          </a>
        )}
      </div>
      {left.length > 0 && (
        <section className="portal-reason" aria-labelledby="portal-left">
          <h2 id="portal-left">{words.left}</h2>
          <ul>
            {left.map((text) => (
              <li key={`${text.entry} ${text.page}`}>
                <a href={hrefOfKept(text, name)}>
                  {String(text.data['title'] ?? '') || words.untitled(nounOf(name))}
                </a>{' '}
                <span className="portal-soft">{recentMomentInJapan(new Date(text.savedAt))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {loaded ? <Entries collection={collection} loaded={loaded} /> : <p role="status">{told}</p>}
    </main>
  );
};

const hrefOfKept = ({ entry }: KeptText, collection: CollectionName): string =>
  entry.startsWith('new:')
    ? hashOf({ kind: 'entry', collection, slug: null })
    : hashOf(placeOfEntry(entry));

const Entries = ({
  collection: { name },
  loaded: { drafts, published },
}: {
  readonly collection: ConfigCollection;
  readonly loaded: Loaded;
}) => {
  const [typed, setTyped] = useState('');
  const id = useId();
  const underWay = new Set(drafts.map(({ entry }) => entry));
  const rest = published.filter(({ entry }) => !underWay.has(entry));
  const found = <Entry extends ListedEntry>(entries: readonly Entry[]): Entry[] => {
    const options = entries.map(({ entry, title }) => ({ value: entry, label: title }));
    const values = new Set(matching(options, typed, options.length).map(({ value }) => value));
    return typed.trim() === '' ? [...entries] : entries.filter(({ entry }) => values.has(entry));
  };
  return (
    <>
      <div className="portal-labelled">
        <label htmlFor={id}>{words.find}</label>
        <input
          id={id}
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <h2>{words.drafts(found(drafts).length)}</h2>
      <ul className="portal-entries">
        {found(drafts).map((draft) => (
          <Row key={draft.entry} entry={draft} noun={nounOf(name)} state={draft.state} />
        ))}
      </ul>
      <h2>{words.published(found(rest).length)}</h2>
      <ul className="portal-entries">
        {found(rest).map((entry) => (
          <Row key={entry.entry} entry={entry} noun={nounOf(name)} state={null} />
        ))}
      </ul>
    </>
  );
};

type RowProps = {
  readonly entry: ListedEntry;
  readonly noun: string;
  readonly state: ListedDraft['state'];
};

const Row = ({ entry: { entry, title, institution, updated }, noun, state }: RowProps) => {
  const { who, choices } = useParts();
  const owner = choices.institutions.find(({ id }) => id === institution)?.name;
  return (
    <li>
      <a href={hashOf(placeOfEntry(entry))}>{title || words.untitled(noun)}</a>
      <span className="portal-soft">
        {who.role === 'editor' && owner ? `${owner}　` : ''}
        {state?.stage ? `${words.stage(state)}　` : ''}
        {updated && words.updated(updated)}
      </span>
      {state?.atWork.map(({ name, minutesAgo }) => (
        <span key={name} className="portal-at-work">
          {words.atWork(name, minutesAgo)}
        </span>
      ))}
    </li>
  );
};
