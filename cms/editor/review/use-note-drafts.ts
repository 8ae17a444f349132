import { useEffect, useMemo, useState } from 'react';
import { routes } from '../../wire/routes.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { type KeptWords, keptWords, type NoteDraft } from './kept-words.ts';
import type { ChosenPlace } from './selected-words.ts';
import type { ReviewAtWork } from './use-review.ts';

/** The notes that are being written, and the reason of a return; kept in the browser until they are sent. */
export type NoteDrafts = {
  readonly drafts: readonly NoteDraft[];
  readonly begun: string | null;
  readonly reason: string;
  begin(place: ChosenPlace | null): void;
  write(id: string, text: string): void;
  throwAway(id: string): void;
  /** Sends one. @returns whether it was taken; what was not stays */
  save(id: string): Promise<boolean>;
  /** Sends all that say something. @returns whether all were taken */
  saveAll(): Promise<boolean>;
  writeReason(reason: string): void;
};

/** Keeps what is being written for its own person. @param who what the gateway calls the person */
export const useNoteDrafts = (
  entry: string,
  who: string,
  takeNotes: ReviewAtWork['takeNotes'],
): NoteDrafts => {
  const kept = useMemo(() => keptWords(localStorage, who, entry), [who, entry]);
  const [words, setWords] = useState<KeptWords>(() => kept.read());
  const [begun, setBegun] = useState<string | null>(null);
  useEffect(() => kept.write(words), [kept, words]);

  const without = (id: string) =>
    setWords((now) => ({ ...now, notes: now.notes.filter((note) => note.id !== id) }));
  const send = async ({ id, field, quote, text }: NoteDraft): Promise<boolean> => {
    const place = field === null ? null : { field, ...(quote === null ? {} : { quote }) };
    const asked = askGateway(routes.addNote, { body: { entry, text: text.trim(), place } });
    const isTaken = await takeNotes(asked);
    if (isTaken) without(id);
    return isTaken;
  };
  return {
    drafts: words.notes,
    begun,
    reason: words.reason,
    begin(place) {
      const id = `${Date.now()}-${words.notes.length}`;
      const draft = { id, field: place?.field ?? null, quote: place?.quote ?? null, text: '' };
      setWords((now) => ({ ...now, notes: [...now.notes, draft] }));
      setBegun(id);
    },
    write: (id, text) =>
      setWords((now) => ({
        ...now,
        notes: now.notes.map((note) => (note.id === id ? { ...note, text } : note)),
      })),
    throwAway: without,
    async save(id) {
      const draft = words.notes.find((note) => note.id === id);
      return draft === undefined || send(draft);
    },
    async saveAll() {
      for (const draft of words.notes.filter(({ text }) => text.trim() !== '')) {
        if (!(await send(draft))) return false;
      }
      return true;
    },
    writeReason: (reason) => setWords((now) => ({ ...now, reason })),
  };
};
