import { type FunctionComponent, useCallback, useSyncExternalStore } from 'react';
import type { Choices } from '../../wire/choices.ts';
import { currentDraft, onDraftChange } from '../decap/draft.ts';
import { addressProblem, addressWords, proposedAddress } from '../new-address.ts';
import { type DecapControlProps, useDecapControl } from './decap-control.ts';

/**
 * Makes the control for what a new piece of the portal's own content is called in its address. It says at once where a name
 * is taken, and proposes one from what is written in Latin letters.
 */
export const createPortalAddress =
  (choices: Choices): FunctionComponent<DecapControlProps> =>
  ({ forID, value, onChange, ref }) => {
    const typed = String(value ?? '');
    const problem = useCallback(() => {
      const draft = currentDraft();
      return draft?.isNew ? addressProblem(choices, draft.collection, typed) : null;
    }, [typed]);
    useDecapControl(ref, forID, problem);
    const proposal = useSyncExternalStore(onDraftChange, proposalForDraft);
    const hintId = `${forID}-hint`;
    const problemId = `${forID}-problem`;
    const draft = currentDraft();
    // That nothing is written yet needs no saying before somebody saves.
    const told = typed === '' ? null : problem();
    return (
      <div className="portal-field" data-field="address">
        <p id={hintId} className="portal-hint">
          {draft?.isNew
            ? '英小文字・数字・ハイフンで書きます。公開した後は、投稿デスクで変えられます。例：sakura-u、overseas-travel'
            : '最初に保存したときに決まります。公開した後は、投稿デスクで変えられます。'}
        </p>
        <input
          id={forID}
          type="text"
          aria-describedby={told ? `${hintId} ${problemId}` : hintId}
          aria-invalid={told !== null}
          maxLength={80}
          pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])?"
          disabled={!draft?.isNew}
          value={draft?.isNew ? typed : addressIn(draft?.path ?? '')}
          onChange={(event) => onChange(event.target.value.toLowerCase())}
        />
        {draft?.isNew && typed === '' && proposal && (
          <button type="button" className="portal-button" onClick={() => onChange(proposal)}>
            {addressWords.propose(proposal)}
          </button>
        )}
        <p id={problemId} role="status" className={told ? 'portal-error' : ''}>
          {told}
        </p>
      </div>
    );
  };

const proposalForDraft = (): string | null => {
  const draft = currentDraft();
  return draft?.isNew ? proposedAddress(draft.collection, draft.data) : null;
};

const addressIn = (path: string): string =>
  path
    .replace(/\/index\.mdx$|\.yaml$/, '')
    .split('/')
    .at(-1) ?? '';
