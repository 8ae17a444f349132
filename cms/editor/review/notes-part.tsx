import { useEffect, useRef } from 'react';
import type { PinnedNote } from '../../wire/note.ts';
import type { NoteDraft } from './kept-words.ts';
import { NoteCard } from './note-card.tsx';
import { numbered } from './pins.ts';
import { noteWords as words } from './words.ts';

type Props = {
  readonly notes: readonly PinnedNote[];
  readonly drafts: readonly NoteDraft[];
  /** The draft that was begun last: the keyboard goes there. */
  readonly begun: string | null;
  /** The earlier words that a note quotes still stand. */
  readonly isStanding: (note: PinnedNote) => boolean;
  readonly isWithReturn: boolean;
  readonly labelOf: (field: string) => string;
  readonly onBegin: () => void;
  readonly onWrite: (id: string, text: string) => void;
  readonly onThrowAway: (id: string) => void;
  readonly onSave: (id: string) => void;
  readonly onAnswer: (note: PinnedNote, text: string) => Promise<boolean>;
  readonly onDone: (note: PinnedNote, isResolved: boolean) => void;
  readonly onRemove: (note: PinnedNote) => void;
};

/** The notes beside the text: those that are open, those that are being written, and those that are done. */
export const NotesPart = (props: Props) => {
  const { notes, drafts, begun, isWithReturn, labelOf } = props;
  const open = numbered(notes);
  const done = notes.filter(({ isResolved, answers }) => isResolved && answers === null);
  const box = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard goes there once for each note that is begun
  useEffect(() => box.current?.focus(), [begun]);
  const card = (note: PinnedNote, number: number | null) => (
    <NoteCard
      key={note.id}
      note={note}
      number={number}
      answers={notes.filter(({ answers }) => answers === note.id)}
      isStanding={props.isStanding(note)}
      labelOf={labelOf}
      onAnswer={(text) => props.onAnswer(note, text)}
      onDone={(isResolved) => props.onDone(note, isResolved)}
      onRemove={props.onRemove}
    />
  );
  return (
    <section aria-labelledby="portal-notes-title">
      <h2 id="portal-notes-title">{words.title(open.length + drafts.length)}</h2>
      {open.length + drafts.length + done.length === 0 && (
        <p className="portal-soft">{words.none}</p>
      )}
      {open.map((note) => card(note, note.number))}
      {drafts.map((draft) => (
        <form
          key={draft.id}
          className="portal-remark"
          data-is="new"
          onSubmit={(event) => {
            event.preventDefault();
            props.onSave(draft.id);
          }}
        >
          <Place field={draft.field} quote={draft.quote} labelOf={labelOf} />
          <label className="portal-hidden" htmlFor={`note-${draft.id}`}>
            {words.label}
          </label>
          <textarea
            id={`note-${draft.id}`}
            ref={draft.id === begun ? box : null}
            rows={4}
            required
            maxLength={2000}
            value={draft.text}
            aria-describedby={isWithReturn ? `note-${draft.id}-hint` : undefined}
            onChange={({ target }) => props.onWrite(draft.id, target.value)}
          />
          {isWithReturn && (
            <p id={`note-${draft.id}-hint`} className="portal-soft">
              {words.withReturn}
            </p>
          )}
          <div className="portal-remark-buttons">
            <button type="submit" className="portal-button">
              {words.save}
            </button>
            <button
              type="button"
              className="portal-quiet"
              onClick={() => props.onThrowAway(draft.id)}
            >
              {words.throwAway}
            </button>
          </div>
        </form>
      ))}
      <button
        type="button"
        className="portal-button"
        aria-describedby="portal-note-hint"
        // What is chosen in the text stays chosen.
        onMouseDown={(event) => event.preventDefault()}
        onClick={props.onBegin}
      >
        {words.write}
      </button>
      <p id="portal-note-hint" className="portal-soft">
        {words.choose}
      </p>
      {done.length > 0 && (
        <details>
          <summary>{words.doneNotes(done.length)}</summary>
          {done.map((note) => card(note, null))}
        </details>
      )}
    </section>
  );
};

type PlaceProps = {
  readonly field: string | null;
  readonly quote: string | null;
  readonly labelOf: (field: string) => string;
};

const Place = ({ field, quote, labelOf }: PlaceProps) => (
  <p className="portal-remark-place">
    {quote !== null ? `「${quote}」` : field !== null ? labelOf(field) : words.whole}
  </p>
);
