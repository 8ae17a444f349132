import { type FormEvent, useId, useState } from 'react';
import { linkDays } from '../../wire/approval-link.ts';
import { dayWords, linkWords as words } from './words.ts';

type Props = {
  /** There was a link before. */
  readonly isAgain: boolean;
  readonly isBusy: boolean;
  /** What becomes of the one that is still open. */
  readonly warning: string | null;
  readonly onMake: (days: number) => void;
};

/** Says what a link will show, and asks for how many days. */
export const LinkForm = ({ isAgain, isBusy, warning, onMake }: Props) => {
  const id = useId();
  const [typed, setTyped] = useState(String(linkDays.usual));
  const [isWrong, setIsWrong] = useState(false);
  const days = daysIn(typed);
  const finish = (event: FormEvent) => {
    event.preventDefault();
    setIsWrong(days === null);
    if (days === null) document.getElementById(id)?.focus();
    else onMake(days);
  };
  return (
    <form onSubmit={finish} noValidate>
      <p>{words.shows}</p>
      <p>{words.once}</p>
      <div className="portal-labelled">
        <label htmlFor={id}>{words.days}</label>
        <p id={`${id}-hint`} className="portal-hint">
          {words.daysHint(dayWords(lastDay(days ?? linkDays.usual)))}
        </p>
        <input
          id={id}
          type="number"
          min={linkDays.fewest}
          max={linkDays.most}
          required
          value={typed}
          aria-describedby={`${id}-hint${isWrong ? ` ${id}-error` : ''}`}
          aria-invalid={isWrong}
          onChange={(event) => setTyped(event.target.value)}
        />
        {isWrong && (
          <p id={`${id}-error`} role="alert" className="portal-error">
            {words.daysWrong}
          </p>
        )}
      </div>
      {warning && <p>{warning}</p>}
      <div className="portal-dialog-buttons">
        <button type="submit" className="portal-button portal-main" aria-disabled={isBusy}>
          {isAgain ? words.makeNew : words.make}
        </button>
      </div>
    </form>
  );
};

const daysIn = (typed: string): number | null => {
  const days = Number(typed);
  const fits = Number.isInteger(days) && days >= linkDays.fewest && days <= linkDays.most;
  return typed.trim() !== '' && fits ? days : null;
};

const lastDay = (days: number): string =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString();
