import { currentDraft, fillIn, onDraftChange } from '../decap/draft.ts';
import { followingChoice } from './in-confidence.ts';

/** Has the form make one choice of 編集部預かり, as long as the page is open. */
export const keepInConfidenceOneChoice = (): void => {
  let before: Readonly<Record<string, unknown>> = {};
  let isFilling = false;
  onDraftChange(() => {
    const draft = currentDraft();
    const known = before;
    before = draft?.data ?? {};
    if (!draft || isFilling) return;
    const following = Object.entries(followingChoice(draft, known));
    if (following.length === 0) return;
    // Not from within the reducer that told of the change.
    queueMicrotask(() => {
      isFilling = true;
      for (const [name, value] of following) fillIn(name, value);
      isFilling = false;
    });
  });
};
