import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { mostReasonLetters } from '../../wire/step.ts';
import { reviewWords as words } from './words.ts';

type Props = {
  /** Whose proposal it is: さくら大学 研究推進課. */
  readonly whose: string;
  /** Notes that go along. */
  readonly notes: number;
  readonly reason: string;
  readonly isBusy: boolean;
  /** Why it was not done. */
  readonly trouble: string | null;
  readonly onWrite: (reason: string) => void;
  readonly onReturn: () => void;
  readonly onStop: () => void;
};

/** Asks for the reason of a return, which is a must. Escape changes nothing, and what was written stays. */
export const ReasonDialog = (props: Props) => {
  const { whose, notes, reason, isBusy, trouble, onWrite, onReturn, onStop } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [isMissing, setIsMissing] = useState(false);
  const id = useId();
  useLayoutEffect(() => {
    const self = dialog.current;
    if (self && !self.open) self.showModal();
    // Closed while it is still there, it gives the keyboard back to what it was opened from.
    return () => self?.close();
  }, []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') return onReturn();
    setIsMissing(true);
    document.getElementById(id)?.focus();
  };
  return (
    <dialog
      ref={dialog}
      className="portal-dialog"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onStop();
      }}
    >
      <form onSubmit={send} noValidate>
        <h2 id={`${id}-title`}>{words.returnTo(whose)}</h2>
        <p id={`${id}-hint`}>{words.whatIsSent(notes)}</p>
        <label className="portal-label" htmlFor={id}>
          {words.reason} <small className="portal-soft">{words.must}</small>
        </label>
        <textarea
          id={id}
          rows={4}
          required
          maxLength={mostReasonLetters}
          aria-describedby={`${id}-hint${isMissing ? ` ${id}-missing` : ''}`}
          aria-invalid={isMissing && reason.trim() === ''}
          value={reason}
          onChange={({ target }) => onWrite(target.value)}
        />
        {isMissing && reason.trim() === '' && (
          <p id={`${id}-missing`} role="alert" className="portal-error">
            {words.reasonMissing}
          </p>
        )}
        {trouble && (
          <p role="alert" className="portal-error">
            {trouble}
          </p>
        )}
        <div className="portal-dialog-buttons">
          <button type="button" className="portal-quiet" onClick={onStop}>
            {words.stop}
          </button>
          <button type="submit" className="portal-button portal-main" aria-disabled={isBusy}>
            {words.returnNow}
          </button>
        </div>
      </form>
    </dialog>
  );
};
