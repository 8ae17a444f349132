import { useSyncExternalStore } from 'react';
import type { FieldProblem } from '../../../wire/field-problem.ts';
import { type FileState, useFormWorld } from '../form-world.ts';
import { fileWords as words } from '../words.ts';
import { HowToMend } from './how-to-mend.tsx';
import { TakenOutOf } from './taken-out-of.tsx';

/** What the row of a file says of it, before anything is saved. @param onCancel empties the row */
export const FileStateLine = ({
  name,
  onCancel,
}: {
  readonly name: string;
  readonly onCancel: () => void;
}) => {
  const { files } = useFormWorld();
  const state = useSyncExternalStore(files.onChange, () => files.stateOf(name));
  return (
    <div className="portal-file-state" aria-live="polite">
      {state && (
        <Told
          name={name}
          state={state}
          onAgain={() => files.sendAgain(name)}
          onDecline={() => files.decline(name)}
          onCancel={() => {
            files.cancel(name);
            onCancel();
          }}
        />
      )}
    </div>
  );
};

type ToldProps = {
  readonly name: string;
  readonly state: FileState;
  readonly onAgain: () => void;
  readonly onDecline: () => void;
  readonly onCancel: () => void;
};

const Told = ({ name, state, onAgain, onDecline, onCancel }: ToldProps) => {
  switch (state.kind) {
    case 'sending':
      return (
        <>
          <progress max={1} value={state.part} aria-label={name} />
          <span>{state.part < 1 ? words.sending(tens(state.part)) : words.judging}</span>
          <button type="button" className="portal-button" onClick={onCancel}>
            {words.cancel}
          </button>
        </>
      );
    case 'kept':
      return (
        <>
          {state.taken.length === 0 ? (
            <p>{words.kept}</p>
          ) : (
            <TakenOutOf
              name={name}
              taken={state.taken}
              address={state.address}
              onDecline={onDecline}
            />
          )}
          <Problems problems={state.problems} />
        </>
      );
    case 'saved':
      return <p>{words.saved}</p>;
    case 'refused':
      return (
        <>
          <NotSaved sentence={state.sentence} />
          <Problems problems={state.problems} />
        </>
      );
    case 'failed':
      return (
        <>
          <NotSaved sentence={state.sentence} />
          {state.isSignedOut && (
            <a className="portal-button" href="/admin/" target="_blank" rel="noreferrer">
              {words.signIn}
            </a>
          )}
          {state.canSendAgain && (
            <button type="button" className="portal-button" onClick={onAgain}>
              {words.again}
            </button>
          )}
        </>
      );
  }
};

/** Per cent in tens: a person hears each of them. */
const tens = (part: number): number => Math.floor(part * 10) * 10;

const NotSaved = ({ sentence }: { readonly sentence: string }) => (
  <p className="portal-error">
    <strong>{words.refused}</strong> {sentence}
  </p>
);

const Problems = ({ problems }: { readonly problems: readonly FieldProblem[] }) =>
  problems.length > 0 && (
    <ul>
      {problems.map(({ code, line, message }) => (
        <li key={`${code} ${line} ${message}`}>
          {message} <HowToMend code={code} />
        </li>
      ))}
    </ul>
  );
