import { type FormEvent, useId, useState } from 'react';
import type { PinnedNote } from '../../wire/note.ts';
import { dayOf } from './day-words.ts';
import { noteWords as words } from './words.ts';

type Props = {
  readonly note: PinnedNote;
  /** The number at its words; null for one that is done. */
  readonly number: number | null;
  readonly answers: readonly PinnedNote[];
  /** Its words still stand in the text. */
  readonly isStanding: boolean;
  readonly labelOf: (field: string) => string;
  /** @returns whether the answer was taken */
  readonly onAnswer: (text: string) => Promise<boolean>;
  readonly onDone: (isResolved: boolean) => void;
  readonly onRemove: (note: PinnedNote) => void;
  /** Goes to the field in the form, where that is at hand. */
  readonly onShowField?: ((field: string) => void) | undefined;
};

/** A note: what it is about, what it says, who wrote it, and what was answered. */
export const NoteCard = (props: Props) => {
  const { note, number, answers, isStanding, labelOf, onDone, onRemove, onShowField } = props;
  const { place, isResolved } = note;
  return (
    <article className="portal-remark" data-is={isResolved ? 'done' : 'open'}>
      <p className="portal-remark-place">
        {number !== null && <span className="portal-number">{number}</span>}
        {place?.quote ? `「${place.quote}」` : place ? labelOf(place.field) : words.whole}
        {place?.quote && !isStanding && words.gone}
      </p>
      <p className="portal-note-text">{note.text}</p>
      <By note={note} onRemove={onRemove} />
      {answers.map((answer) => (
        <div key={answer.id} className="portal-answer">
          <p className="portal-note-text">{answer.text}</p>
          <By note={answer} onRemove={onRemove} />
        </div>
      ))}
      {!isResolved && place?.quote && !isStanding && (
        <p className="portal-soft">{words.wasChanged}</p>
      )}
      <div className="portal-remark-buttons">
        {!isResolved && <Answer onAnswer={props.onAnswer} />}
        {!isResolved && place && onShowField && !place.field.startsWith('file:') && (
          <button type="button" className="portal-quiet" onClick={() => onShowField(place.field)}>
            {words.toField}
          </button>
        )}
        <button
          type="button"
          className="portal-quiet"
          aria-label={words.called(isResolved ? words.undone : words.done, note.text)}
          onClick={() => onDone(!isResolved)}
        >
          {isResolved ? words.undone : words.done}
        </button>
      </div>
    </article>
  );
};

type ByProps = { readonly note: PinnedNote; readonly onRemove: (note: PinnedNote) => void };

const By = ({ note, onRemove }: ByProps) => (
  <p className="portal-remark-by">
    <span>
      {note.by}　{dayOf(note.at, new Date())}
    </span>
    {note.mayDelete && (
      <button type="button" className="portal-quiet" onClick={() => onRemove(note)}>
        {words.remove}
      </button>
    )}
  </p>
);

/** A box for an answer, which opens at a button. What was written stays until it was taken. */
const Answer = ({ onAnswer }: Pick<Props, 'onAnswer'>) => {
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const id = useId();
  if (!isOpen) {
    return (
      <button type="button" className="portal-quiet" onClick={() => setIsOpen(true)}>
        {words.answer}
      </button>
    );
  }
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await onAnswer(text.trim()))) return;
    setText('');
    setIsOpen(false);
  };
  return (
    <form className="portal-answering" onSubmit={(event) => void send(event)}>
      <label htmlFor={id}>{words.answerLabel}</label>
      <textarea
        id={id}
        rows={3}
        required
        maxLength={2000}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this box
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="portal-button">
        {words.sendAnswer}
      </button>
      <button type="button" className="portal-quiet" onClick={() => setIsOpen(false)}>
        {words.throwAway}
      </button>
    </form>
  );
};
