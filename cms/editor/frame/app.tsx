import { useEffect, useSyncExternalStore } from 'react';
import { DecapWorld } from '../decap/entry-form.tsx';
import type { AppParts } from './app-parts.ts';
import { askToLeave } from './ask-to-leave.tsx';
import { EntryList } from './entry-list.tsx';
import { EntryScreen } from './entry-screen.tsx';
import { frameWords } from './frame-words.ts';
import type { OpenEntry } from './open-entry.ts';
import { sessionWords } from './session-words.ts';
import { TopLine } from './top-line.tsx';
import { AppPartsProvider, useOpenEntry, useParts } from './use-frame.ts';

/** The whole page of the editor, after the sign-in. */
export const App = ({ parts }: { readonly parts: AppParts }) => (
  <DecapWorld>
    <AppPartsProvider value={parts}>
      <TopLine />
      <Screen />
      <Windows />
    </AppPartsProvider>
  </DecapWorld>
);

const Screen = () => {
  const { navigation, session, screens } = useParts();
  const place = useSyncExternalStore(navigation.onChange, navigation.now);
  const entry = useOpenEntry();
  useEffect(() => {
    if (place.kind !== 'entry') {
      if (session.now()) void session.close();
      return;
    }
    const now = session.now();
    // After the first save a new entry has an address, and its form stays.
    const isOpen = now?.collection === place.collection && now.slug === place.slug;
    if (!isOpen) void session.open(place.collection, place.slug, place.asked);
  }, [place, session]);

  if (place.kind === 'list') return <EntryList collection={place.collection} />;
  if (place.kind === 'review') {
    const Review = screens.review;
    return Review ? <Review entry={place.entry} /> : <EntryList collection={null} />;
  }
  if (!entry || entry.phase === 'opening') return <p role="status">{sessionWords.opening}</p>;
  if (entry.phase === 'closed')
    return entry.isDeleted ? <Deleted told={entry.told} /> : <Closed entry={entry} />;
  return <EntryScreen entry={entry} />;
};

/** A draft that was deleted: until when it can be fetched back, and where. */
const Deleted = ({ told }: { readonly told: string }) => (
  <main className="portal-closed">
    <p role="alert">{told}</p>
    <div className="portal-dialog-buttons">
      <a className="portal-button portal-main" href="/admin/desk/deleted/">
        {frameWords.restore}
      </a>
      <a className="portal-button" href="#/">
        {frameWords.list}
      </a>
    </div>
  </main>
);

/** An entry that can't be shown: why, and where to go. */
const Closed = ({ entry: { told, isMissing } }: { readonly entry: OpenEntry }) => {
  const parts = useParts();
  return (
    <main className="portal-closed">
      <p role="alert">{told}</p>
      <div className="portal-dialog-buttons">
        <button
          type="button"
          className={isMissing ? 'portal-button' : 'portal-button portal-main'}
          onClick={() => void askToLeave(parts)}
        >
          {frameWords.chooseAgain}
        </button>
        <a className={isMissing ? 'portal-button portal-main' : 'portal-button'} href="#/">
          {frameWords.list}
        </a>
        <a className="portal-button" href="/">
          {frameWords.site}
        </a>
      </div>
    </main>
  );
};

const Windows = () => {
  const { dialogs } = useParts();
  const shown = useSyncExternalStore(dialogs.onChange, dialogs.shown);
  return shown && <div key={shown.id}>{shown.content}</div>;
};
