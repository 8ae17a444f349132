import { type FormEvent, useId, useState } from 'react';
import { mostReasonLetters } from '../../wire/step.ts';
import { NativeDialog } from './native-dialog.tsx';
import { windowWords as words } from './window-words.ts';

type Props = {
  readonly title: string;
  /** What becomes of it, and who reads the reason. */
  readonly sentence: string;
  readonly yes: string;
  /** What the reason begins with. */
  readonly preset?: string;
  /** null: nothing is done. */
  readonly onAnswer: (reason: string | null) => void;
};

/** Asks for a reason, which is a must. */
export const ReasonWindow = ({ title, sentence, yes, preset = '', onAnswer }: Props) => {
  const [reason, setReason] = useState(preset);
  const [isMissing, setIsMissing] = useState(false);
  const id = useId();
  const finish = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') return onAnswer(reason.trim());
    setIsMissing(true);
    document.getElementById(id)?.focus();
  };
  return (
    <NativeDialog title={title} onCancel={() => onAnswer(null)}>
      <form onSubmit={finish} noValidate>
        <p id={`${id}-hint`}>{sentence}</p>
        <label className="portal-label" htmlFor={id}>
          {words.reason}
        </label>
        <textarea
          id={id}
          rows={4}
          required
          maxLength={mostReasonLetters}
          aria-describedby={`${id}-hint${isMissing ? ` ${id}-error` : ''}`}
          aria-invalid={isMissing}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {isMissing && (
          <p id={`${id}-error`} role="alert" className="portal-error">
            {words.reasonMissing}
          </p>
        )}
        <div className="portal-dialog-buttons">
          <button type="submit" className="portal-button portal-main">
            {yes}
          </button>
          <button type="button" className="portal-button" onClick={() => onAnswer(null)}>
            {words.stop}
          </button>
        </div>
      </form>
    </NativeDialog>
  );
};
