import { type ReactNode, useEffect, useState } from 'react';
import { type Contributor, contributor, type NamedContributor } from '../../wire/contributor.ts';
import { routes } from '../../wire/routes.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { hearOfSignIn } from '../sign-in/hear-of-sign-in.ts';
import { SignInLink } from '../sign-in/sign-in-link.tsx';
import { NativeDialog } from './native-dialog.tsx';
import { type PersonNow, personNow } from './person-now.ts';
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

/** The session has ended: the same person goes on, and nobody else sees what was written. */
export const SignInWindow = ({ who, kept, isKept, onDownload, onAnswer }: Props) => (
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
    {who.mark === undefined ? (
      <ByChoice who={who} onSame={() => onAnswer(true)} />
    ) : (
      <ByProvider who={who} onAnswer={onAnswer} />
    )}
    <div className="portal-dialog-buttons">
      <button type="button" className="portal-link" onClick={() => onAnswer(false)}>
        {words.asAnother}
      </button>
      <button type="button" className="portal-link" onClick={onDownload}>
        {words.download}
      </button>
    </div>
    <p className="portal-note">
      {words.nobodyElse(who.mark === undefined ? who.name : words.whoeverWrote)}
    </p>
  </NativeDialog>
);

/** Where people choose who they are: one press. */
const ByChoice = ({
  who,
  onSame,
}: {
  readonly who: NamedContributor;
  readonly onSame: () => void;
}) => {
  const [error, setError] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const goOn = async () => {
    setIsBusy(true);
    setError('');
    try {
      await askGateway(routes.signIn, { body: asSent(who) });
      onSame();
    } catch (refusal) {
      setError(refusal instanceof Error ? refusal.message : String(refusal));
      setIsBusy(false);
    }
  };
  return (
    <>
      <Complaint>{error}</Complaint>
      <button
        type="button"
        className="portal-button portal-main portal-wide"
        aria-disabled={isBusy}
        onClick={() => isBusy || void goOn()}
      >
        {words.goOnAs(who.name)}
      </button>
    </>
  );
};

/** Where a provider says who somebody is: in a window of its own, which this one hears of. */
const ByProvider = ({ who, onAnswer }: Pick<Props, 'who' | 'onAnswer'>) => {
  const [hasGone, setHasGone] = useState(false);
  const [other, setOther] = useState<string | null>(null);
  useEffect(() => {
    const look = async () => {
      // Where nobody answers, it is asked again in a moment.
      const now = await personNow(who).catch((): PersonNow => ({ kind: 'nobody' }));
      if (now.kind === 'same') onAnswer(true);
      setOther(now.kind === 'other' ? now.name : null);
    };
    return hearOfSignIn(() => void look());
  }, [who, onAnswer]);
  return (
    <>
      <Complaint>{other !== null && words.anotherSignedIn(other, who.name)}</Complaint>
      <SignInLink onGo={() => setHasGone(true)}>{words.signInAs(who.name)}</SignInLink>
      <p role="status">{hasGone && other === null && words.signInElsewhere}</p>
    </>
  );
};

const Complaint = ({ children }: { readonly children: ReactNode }) =>
  children ? (
    <p role="alert" className="portal-error">
      {children}
    </p>
  ) : null;

/** As the sign-in takes it. */
const asSent = ({ name: _, mark: __, ...who }: NamedContributor): Contributor =>
  contributor.parse(who);
