import { routes } from '../../wire/routes.ts';
import type { StepName } from '../../wire/step.ts';
import { currentDraft, hasChanged } from '../decap/draft.ts';
import { closeDraft } from '../decap/stored-entry.ts';
import { formatOf } from '../entry-format.ts';
import { askGateway, Refusal } from '../gateway/ask-gateway.ts';
import { textConflict } from '../gateway/saver.ts';
import { mergeFields } from './merge-fields.ts';
import type { OpenEntry } from './open-entry.ts';
import type { Saving } from './saving.ts';
import type { SessionParts } from './session-parts.ts';
import { sessionWords as words } from './session-words.ts';

/** Takes the open entry on. @returns whether it is there now */
export type TakeStep = (step: StepName, reason?: string) => Promise<boolean>;

/** Steps for which what stands in the form is stored first. */
const afterSave: ReadonlySet<StepName> = new Set(['ask-review', 'publish']);

/** So often, and so many milliseconds apart, a publication is asked after. */
const mostLooks = 150;
const betweenLooks = 2000;

/**
 * @param refresh asks where the entry is now
 * @param reopen loads it anew
 */
export const createStepping = (
  parts: SessionParts,
  { save, isSamePerson, goOnWith }: Saving,
  refresh: () => Promise<void>,
  reopen: () => Promise<void>,
): TakeStep => {
  const { store, saver, keeping, asks, showField } = parts;

  /** Asks after a publication until readers see it, or it is clear that they will not for now. */
  const follow = async (id: string): Promise<void> => {
    for (let look = 0; look < mostLooks; look += 1) {
      const now = store.now();
      if (now?.id !== id || now.state?.publication?.state !== 'publishing') return;
      await new Promise((done) => setTimeout(done, betweenLooks));
      if (store.now()?.id === id) await refresh();
    }
  };

  /** The first error that can be shown in the form. */
  const leadToProblem = (id: string): boolean => {
    const now = store.now();
    if (now?.id !== id) return false;
    const errors = now.problems.filter(({ severity }) => severity === 'error');
    const [error] = errors;
    if (!error) return false;
    parts.tellAtFields(
      errors.flatMap(({ field, message }) => (field ? [{ field, sentence: message }] : [])),
    );
    const sentence = words.savedOnly(error.message);
    store.change(id, { trouble: { kind: 'refused', sentence } });
    if (error.field) showField(error.field, error.line);
    return true;
  };

  /** What is published was changed since the draft began: the draft takes its place if the person wants that. */
  const layOver = async (entry: OpenEntry, refusal: Refusal): Promise<void> => {
    const text = textConflict(refusal);
    const draft = currentDraft();
    if (!text || text.text === null || !draft) return;
    const theirs = formatOf(draft.collection).fromFile(text.text);
    const merged = mergeFields(null, draft.data, theirs);
    const data =
      merged.toChoose.length === 0
        ? merged.data
        : await asks.aboutConflict({
            collection: draft.collection,
            conflicts: refusal.conflicts,
            merged,
          });
    if (data === null || store.now()?.id !== entry.id) return;
    saver.layOver(text.path, text.current);
    goOnWith(data);
    if (await save()) store.change(entry.id, { said: words.laidOver, trouble: null });
  };

  /** What the person decides about is what stands in the form, and not what somebody made of it since. */
  const seenOf = ({ collection, slug, state }: OpenEntry) =>
    state?.kind === 'entry' && slug !== null
      ? saver.contentSeen(collection, slug)
      : (state?.version ?? null);

  const refused = async (entry: OpenEntry, step: StepName, error: Refusal): Promise<void> => {
    const { id } = entry;
    const isLine = error.status === 0;
    const sentence = isLine ? words.stepLine : error.message;
    store.change(id, {
      trouble: { kind: 'refused', sentence },
      ...(error.problems.length > 0 ? { problems: error.problems } : {}),
    });
    if (isLine) return;
    if (step === 'publish' && error.conflicts.length > 0) {
      await refresh();
      await layOver(entry, error);
    } else if (error.status === 409 && !hasChanged()) {
      // Somebody changed it meanwhile: what they wrote is shown before anything is decided.
      await reopen();
      const now = store.now();
      if (now) store.change(now.id, { trouble: { kind: 'refused', sentence } });
    } else {
      await refresh();
    }
  };

  return async (step, reason) => {
    const before = store.now();
    if (before?.phase !== 'open' || before.isStepping) return false;
    const { id } = before;
    const isUnsaved = hasChanged() || before.entry === null;
    if (afterSave.has(step) && isUnsaved && !(await save())) return false;
    if (step === 'ask-review' && leadToProblem(id)) return false;
    const entry = store.now();
    if (entry?.id !== id || entry.entry === null) return false;
    store.change(id, { isStepping: true, trouble: null, said: '', taken: null });
    try {
      // Who went to another entry while they were asked who they are takes no step with this one.
      if (!(await isSamePerson()) || store.now()?.id !== id) return false;
      const state = await askGateway(routes.step, {
        body: {
          entry: entry.entry,
          step,
          seen: seenOf(entry),
          ...(reason === undefined ? {} : { reason }),
        },
      });
      if (step === 'delete') {
        await keeping.confirmed(entry.entry, Number.POSITIVE_INFINITY);
        if (store.now()?.id === id) closeDraft();
        store.change(id, { phase: 'closed', isDeleted: true, told: words.deleted });
        return true;
      }
      const isFollowing = step === 'publish' || step === 'republish';
      store.change(id, { state, isFollowing, taken: step });
      void follow(id);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await refused(entry, step, error);
      return false;
    } finally {
      store.change(id, { isStepping: false });
    }
  };
};
