import { fromJS, Map as ImmutableMap, is, isCollection } from 'immutable';
import type { AnyAction } from 'redux';

/** Decap's own record of what stands in the form. */
export type DraftState = ImmutableMap<string, unknown>;
type Data = ImmutableMap<string, unknown>;

/** What a save has stored, as the draft has to know it. */
export type SavedDraft = {
  /** The fields as they stood when the save began. */
  readonly sent: unknown;
  /** Fields that the save added without asking, as they are in the file now. */
  readonly added: Readonly<Record<string, unknown>>;
  /** What Decap calls the entry, and where its text lies. */
  readonly slug: string;
  readonly path: string;
};

const saved = 'PORTAL_DRAFT_SAVED';
const filled = 'PORTAL_DRAFT_FILLED';

/** After a save: what was typed meanwhile stays, and is what is not saved yet. */
export const draftSaved = (payload: SavedDraft) => ({ type: saved, payload });

/** All fields at once: a text that was kept, or the outcome of a conflict. */
export const draftFilled = (data: Readonly<Record<string, unknown>>) => ({
  type: filled,
  payload: data,
});

/** The draft after one of our own actions; the same object after any other. */
export const draftAfter = (draft: DraftState, { type, payload }: AnyAction): DraftState => {
  if (type === saved) return afterSave(draft, payload as SavedDraft);
  if (type === filled) {
    return draft
      .setIn(['entry', 'data'], fromJS(payload))
      .set('fieldsErrors', ImmutableMap())
      .set('hasChanged', true);
  }
  return draft;
};

const afterSave = (draft: DraftState, { sent, added, slug, path }: SavedDraft): DraftState => {
  const now = draft.getIn(['entry', 'data']);
  if (!isCollection(now)) return draft;
  const data = (now as Data).withMutations((fields) => {
    for (const [name, value] of Object.entries(added)) {
      // What somebody has put there meanwhile is theirs.
      if (is((sent as Data).get(name), fields.get(name))) fields.set(name, fromJS(value));
    }
  });
  return draft
    .setIn(['entry', 'data'], data)
    .mergeIn(['entry'], { slug, path, newRecord: false })
    .set('hasChanged', !is(now, sent));
};
