import { useEffect, useState } from 'react';
import type { PinnedNote } from '../../wire/note.ts';
import { routes } from '../../wire/routes.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { fieldLabel } from './field-label.ts';
import { NoteCard } from './note-card.tsx';
import { numbered, stands } from './pins.ts';
import { noteWords as words } from './words.ts';

type Props = {
  /** Below content/. */
  readonly entry: string;
  /** Changes when the entry was taken on: the notes are asked for again. */
  readonly version?: string | null;
  /** The notes changed here. */
  readonly onChange?: () => void;
  /** What stands in the form now, to say which quoted words were changed; they count as standing where it is left out. */
  readonly textNow?: () => string;
  /** Goes to a field of the form. */
  readonly onShowField?: (field: string) => void;
};

type Loaded = { readonly notes: readonly PinnedNote[] | null; readonly trouble: string | null };

/** What the office and its editors have said of an entry, beside the form: open notes first, then those that are done. */
export const NotesTab = ({ entry, version = null, textNow, onShowField, onChange }: Props) => {
  const [{ notes, trouble }, setLoaded] = useState<Loaded>({ notes: null, trouble: null });
  /** @returns whether it was done; what stands there stays where it was not */
  const take = async (asked: Promise<{ notes: readonly PinnedNote[] }>): Promise<boolean> => {
    try {
      const answer = await asked;
      setLoaded({ notes: answer.notes, trouble: null });
      return true;
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      setLoaded((before) => ({ ...before, trouble: sentence }));
      return false;
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each version of an entry
  useEffect(() => void take(askGateway(routes.notes, { entry })), [entry, version]);

  const change = async (asked: Parameters<typeof take>[0]): Promise<boolean> => {
    const isDone = await take(asked);
    if (isDone) onChange?.();
    return isDone;
  };
  const card = (note: PinnedNote, number: number | null) => (
    <NoteCard
      key={note.id}
      note={note}
      number={number}
      answers={(notes ?? []).filter(({ answers }) => answers === note.id)}
      isStanding={
        !note.place?.quote || textNow === undefined || stands(textNow(), note.place.quote)
      }
      labelOf={(field) => fieldLabel(entry, field)}
      onShowField={onShowField}
      onAnswer={(text) =>
        change(
          askGateway(routes.addNote, {
            body: { entry, text, place: note.place, answers: note.id },
          }),
        )
      }
      onDone={(isResolved) =>
        void change(askGateway(routes.resolveNote, { body: { entry, id: note.id, isResolved } }))
      }
      onRemove={({ id }) => void change(askGateway(routes.deleteNote, { body: { entry, id } }))}
    />
  );
  const done = (notes ?? []).filter(({ isResolved, answers }) => isResolved && answers === null);
  const open = numbered(notes ?? []);
  return (
    <div className="portal-notes portal-notes-tab">
      {trouble && <p role="alert">{trouble}</p>}
      {notes === null && !trouble && <p role="status">{words.loading}</p>}
      {notes !== null && open.length === 0 && <p className="portal-soft">{words.noTalk}</p>}
      {open.map((note) => card(note, note.number))}
      {notes !== null && (
        <WholeNote
          onSend={(text) =>
            change(askGateway(routes.addNote, { body: { entry, text, place: null } }))
          }
        />
      )}
      {done.length > 0 && (
        <details>
          <summary>{words.doneNotes(done.length)}</summary>
          {done.map((note) => card(note, null))}
        </details>
      )}
    </div>
  );
};

/** A note about the whole: what an office wants to tell. */
const WholeNote = ({ onSend }: { readonly onSend: (text: string) => Promise<boolean> }) => {
  const [text, setText] = useState('');
  return (
    <form
      className="portal-answering"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(text.trim()).then((isSent) => isSent && setText(''));
      }}
    >
      <label htmlFor="portal-whole-note">{words.writeWhole}</label>
      <textarea
        id="portal-whole-note"
        rows={3}
        required
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="portal-button">
        {words.save}
      </button>
    </form>
  );
};
