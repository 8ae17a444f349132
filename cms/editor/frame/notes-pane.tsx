import { type FormEvent, useCallback, useEffect, useId, useState } from 'react';
import { recentMomentInJapan } from '../../../src/formats/time-in-japan.ts';
import type { ActionAnswer } from '../../wire/decap-actions.ts';
import { act } from '../gateway/ask-gateway.ts';
import { noteWords as words } from './note-words.ts';
import { placeOfEntry } from './places.ts';
import { useParts } from './use-frame.ts';

type Note = ActionAnswer<'getNotes'>['notes'][number];

const branch = 'main';

/** How Decap's protocol names an entry. */
const keyOf = (entry: string): { collection: string; slug: string } => {
  const place = placeOfEntry(entry);
  return place.kind === 'entry' && place.slug !== null
    ? { collection: place.collection, slug: place.slug }
    : { collection: '', slug: '' };
};

/** What the office and the network's office write each other about an entry. */
export const NotesPane = ({ entry }: { readonly entry: string }) => {
  const { session } = useParts();
  const [notes, setNotes] = useState<readonly Note[] | null>(null);
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const id = useId();

  const load = useCallback(async () => {
    try {
      setNotes((await act('getNotes', keyOf(entry), branch)).notes);
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : String(refusal));
    }
  }, [entry]);
  useEffect(() => void load(), [load]);

  const trying = async (work: () => Promise<unknown>): Promise<boolean> => {
    setError('');
    try {
      await work();
      await Promise.all([load(), session.refresh()]);
      return true;
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : String(refusal));
      return false;
    }
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const content = text.trim();
    if (content === '') return setError(words.empty);
    const isSent = await trying(() =>
      act('addNote', { ...keyOf(entry), note: { content } }, branch),
    );
    if (isSent) setText('');
  };

  return (
    <div className="portal-notes">
      {notes?.length === 0 && <p className="portal-soft">{words.none}</p>}
      <ol>
        {notes?.map((note) => (
          <li key={note.id} data-resolved={note.resolved}>
            <p className="portal-note-by">
              <strong>{note.author}</strong> {recentMomentInJapan(new Date(note.timestamp))}
              {note.resolved && <span className="portal-done">{words.resolved}</span>}
            </p>
            <p className="portal-note-text">{note.content}</p>
            <button
              type="button"
              className="portal-link"
              aria-label={`${note.resolved ? words.reopen : words.resolve}：${note.content.slice(0, 40)}`}
              onClick={() =>
                void trying(() =>
                  act('toggleNoteResolution', { ...keyOf(entry), noteId: note.id }, branch),
                )
              }
            >
              {note.resolved ? words.reopen : words.resolve}
            </button>
          </li>
        ))}
      </ol>
      <form onSubmit={(event) => void send(event)}>
        <label className="portal-label" htmlFor={id}>
          {words.write}
        </label>
        <textarea
          id={id}
          rows={3}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {error && (
          <p role="alert" className="portal-error">
            {error}
          </p>
        )}
        <button type="submit" className="portal-button">
          {words.send}
        </button>
      </form>
    </div>
  );
};
