import { dayInJapan } from '../../../src/formats/time-in-japan.ts';
import {
  currentDraft,
  draftAssets,
  draftFields,
  fillDraft,
  fillIn,
  hasChanged,
  tellSaved,
} from '../decap/draft.ts';
import { closeDraft } from '../decap/stored-entry.ts';
import { formatOf } from '../entry-format.ts';
import { completed } from '../form/completed.ts';
import { Refusal } from '../gateway/ask-gateway.ts';
import { conflictingOffice } from '../gateway/conflict-words.ts';
import { entryOfPath, pathOfNew, slugOfPath } from '../gateway/entry-path.ts';
import { textConflict } from '../gateway/saver.ts';
import { loadMerging } from './merge-entries.ts';
import { keptName, type OpenEntry } from './open-entry.ts';
import { personNow } from './person-now.ts';
import type { SessionParts } from './session-parts.ts';
import { sessionWords as words } from './session-words.ts';

export type Saving = {
  /** Stores what stands in the form; typing goes on meanwhile. @returns whether the gateway has it */
  save(): Promise<boolean>;
  /** Whether the person of this page is the one whom the gateway knows; asks for a new sign-in where nobody is. */
  isSamePerson(): Promise<boolean>;
  /** Begins from what others stored, with fields that the person has chosen. */
  goOnWith(data: Readonly<Record<string, unknown>>): void;
};

/** After so many milliseconds a save that the line swallowed is tried again. */
const nextTry = 8000;

/** @param refresh asks where the entry is now */
export const createSaving = (parts: SessionParts, refresh: () => Promise<void>): Saving => {
  const { who, store, saver, keeping, asks, showField, navigation } = parts;
  let running: Promise<boolean> | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const isSamePerson = async (): Promise<boolean> => {
    const person = await personNow(who);
    if (person.kind === 'same') return true;
    if (person.kind === 'nobody') return asks.signInAgain();
    // Somebody else signed in by another page: the text is not theirs to see, and not theirs to store.
    await keeping.flush();
    const now = store.now();
    closeDraft();
    if (now) {
      const told = words.otherPerson(person.name, who.name);
      store.change(now.id, { phase: 'closed', told, isSaving: false });
    }
    return false;
  };

  /** Where the text lies or will lie; says what is missing, where something is. */
  const placeOf = (entry: OpenEntry): string | null => {
    const draft = currentDraft();
    if (!draft) return null;
    const lacking = parts.lacking(draft);
    const { address = '' } = draft.data;
    const name = typeof address === 'string' && address ? address : entry.address;
    const path = draft.path || pathOfNew(draft.collection, draft.data['institution'], name);
    if (!lacking && path) {
      if (draft.isNew && name !== address) fillIn('address', name);
      return path;
    }
    const sentence = lacking?.sentence ?? words.lacking(words.institution);
    store.change(entry.id, { trouble: { kind: 'refused', sentence } });
    showField(lacking?.field ?? 'institution');
    return null;
  };

  const store_ = async (entry: OpenEntry, path: string): Promise<boolean> => {
    const draft = currentDraft();
    if (!draft) return false;
    const sent = draftFields();
    const revision = keeping.revision();
    const before = keptName(entry);
    void keeping.flush();
    const added = completed(draft.data, dayInJapan(parts.now()), null);
    const data = { ...draft.data, ...added };
    const slug = slugOfPath(path);
    const answer = await saver.save({
      collection: draft.collection,
      path,
      slug,
      raw: formatOf(draft.collection).toFile(data),
      isNew: draft.isNew,
      isDraft: entry.isDraft,
      assets: draftAssets(),
    });
    const isStill = store.now()?.id === entry.id;
    if (isStill) {
      tellSaved({ sent, added, slug, path });
      store.change(entry.id, {
        slug,
        entry: entryOfPath(path),
        isDraft: true,
        base: data,
        problems: answer.problems,
        savedAt: parts.now(),
        isSaving: false,
        trouble: null,
      });
      if (entry.slug === null) {
        navigation.rename({ kind: 'entry', collection: draft.collection, slug });
        // What was typed meanwhile is kept under the name that the entry has now, before the old one goes.
        if (hasChanged()) keeping.changed();
        await keeping.flush();
      }
    }
    // What was typed since stands under the new name, unless another entry was opened meanwhile.
    const isRenamed = isStill && entry.slug === null;
    // A file that did not arrive is in what the browser keeps alone.
    if (!answer.lacksFiles) {
      await keeping.confirmed(before, isRenamed ? Number.POSITIVE_INFINITY : revision);
    }
    if (isStill) await refresh();
    return true;
  };

  const goOnWith: Saving['goOnWith'] = (data) => fillDraft(data);

  /** Brings what others stored together with what stands here. @returns whether it can be stored now */
  const settle = async (entry: OpenEntry, refusal: Refusal): Promise<boolean> => {
    const text = textConflict(refusal);
    const merge = await loadMerging();
    const draft = currentDraft();
    if (!draft || store.now()?.id !== entry.id) return false;
    if (!text || text.text === null) {
      const isFileOnly = !text;
      if (isFileOnly && !(await asks.aboutFiles(refusal.conflicts))) return false;
      saver.acknowledge(refusal.conflicts);
      return true;
    }
    const theirs = formatOf(draft.collection).fromFile(text.text);
    const { collection } = draft;
    const { conflicts } = refusal;
    const merged = merge(collection, entry.base, draft.data, theirs);
    const data =
      merged.toChoose.length === 0
        ? merged.data
        : await asks.aboutConflict({ collection, conflicts, merged });
    if (data === null || store.now()?.id !== entry.id) return false;
    saver.acknowledge(conflicts);
    goOnWith(data);
    store.change(entry.id, { base: theirs, said: words.takenOver(conflictingOffice(text)) });
    return true;
  };

  /** @param id of the entry whose save was asked for: another one may be open by now, and what was left is kept */
  const attempt = async (id: string | undefined): Promise<boolean> => {
    clearTimeout(waiting);
    const entry = store.now();
    if (entry?.phase !== 'open' || entry.id !== id) return false;
    const path = placeOf(entry);
    if (path === null) return false;
    store.change(id, { isSaving: true, trouble: null, said: '', taken: null });
    try {
      return (await isSamePerson()) && store.now()?.id === id && (await store_(entry, path));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 401) return (await asks.signInAgain()) && attempt(id);
      if (error.conflicts.length > 0) {
        if (await settle(entry, error)) return attempt(id);
        store.change(id, { trouble: { kind: 'refused', sentence: words.notYet } });
        return false;
      }
      const isLine = error.status === 0 || error.status > 501;
      store.change(id, {
        trouble: isLine
          ? { kind: 'line', sentence: words.line }
          : { kind: 'refused', sentence: error.message },
        ...(error.problems.length > 0 ? { problems: error.problems } : {}),
      });
      if (isLine) waiting = setTimeout(tryAgain, nextTry);
      return false;
    } finally {
      store.change(id, { isSaving: false });
    }
  };

  const save = (): Promise<boolean> => {
    // One after the other: what was typed during a save is stored by the next.
    const id = store.now()?.id;
    const mine = () => attempt(id);
    running = (running ?? Promise.resolve(true)).then(mine, mine);
    return running;
  };

  const tryAgain = (): void => {
    if (store.now()?.trouble?.kind === 'line') void save();
  };
  addEventListener('online', tryAgain);

  return { save, isSamePerson, goOnWith };
};
