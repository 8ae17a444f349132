import { useState } from 'react';
import { type Contributor, contributor, type NamedContributor } from '../../wire/contributor.ts';
import { routes } from '../../wire/routes.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { NativeDialog } from './native-dialog.tsx';
import { windowWords as words } from './window-words.ts';

type Props = {
  readonly who: NamedContributor;
  /** What is kept, in a sentence; or why nothing is. */
  readonly kept: string;
  readonly isKept: boolean;
  readonly onDownload: () => void;
  /** true: the same person is signed in again; false: somebody else wants to be. */
  readonly onAnswer: (isSame: boolean) => void;
};

/** The session has ended: the same person goes on with one press, and nobody else sees what was written. */
export const SignInWindow = ({ who, kept, isKept, onDownload, onAnswer }: Props) => {
  const [error, setError] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const goOn = async () => {
    setIsBusy(true);
    setError('');
    try {
      await askGateway(routes.signIn, { body: withoutName(who) });
      onAnswer(true);
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : String(refusal));
      setIsBusy(false);
    }
  };
  return (
    // Behind it the form stays closed: nothing can be stored without somebody.
    <NativeDialog title={words.signInTitle} onCancel={() => {}}>
      <p>{words.signInEnded}</p>
      <div className="portal-kept-note" data-kept={isKept}>
        {isKept && (
          <p>
            <strong>{words.notGone}</strong>
          </p>
        )}
        <p>{kept}</p>
      </div>
      {error && (
        <p role="alert" className="portal-error">
          {error}
        </p>
      )}
      <button
        type="button"
        className="portal-button portal-main portal-wide"
        aria-disabled={isBusy}
        onClick={() => isBusy || void goOn()}
      >
        {words.goOnAs(who.name)}
      </button>
      <div className="portal-dialog-buttons">
        <button type="button" className="portal-link" onClick={() => onAnswer(false)}>
          {words.asAnother}
        </button>
        <button type="button" className="portal-link" onClick={onDownload}>
          {words.download}
        </button>
      </div>
      <p className="portal-note">{words.nobodyElse(who.name)}</p>
    </NativeDialog>
  );
};

/** As the sign-in takes it. */
const withoutName = ({ name: _, ...who }: NamedContributor): Contributor => contributor.parse(who);
