import { hasChanged } from '../decap/draft.ts';
import type { AppParts } from './app-parts.ts';
import { type PersonNow, personNow } from './person-now.ts';
import { PlainWindow } from './plain-window.tsx';
import { windowWords as words } from './window-words.ts';

/**
 * Leaves the editor for the page that asks who somebody is, after a question. Whoever signed in by another page meanwhile is
 * named in it, since it is their work that ends.
 */
export const askToLeave = async ({
  who,
  dialogs,
  signOut,
}: Pick<AppParts, 'who' | 'dialogs' | 'signOut'>): Promise<void> => {
  // Where nobody answers, the page's own person is asked, and signing out says what hinders it.
  const person = await personNow(who).catch((): PersonNow => ({ kind: 'same' }));
  if (person.kind === 'nobody') return signOut();
  const ofOwn = () => (hasChanged() ? words.leaveSentence(who.name) : words.leaveNothing(who.name));
  const isSure = await dialogs.ask<boolean>((answer) => (
    <PlainWindow title={words.leaveTitle} yes={words.leave} no={words.stay} onAnswer={answer}>
      <p>{person.kind === 'other' ? words.leaveOther(person.name) : ofOwn()}</p>
    </PlainWindow>
  ));
  if (isSure) await signOut();
};
