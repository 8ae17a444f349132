import type { Action } from '../permissions/action.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { EntryAddress } from '../repository/content-address.ts';
import type { ChangeProposal, ProposalChange } from './change-proposal.ts';
import { type Proposal, type ProposalOutcome, proposalOf, refusal } from './proposal.ts';
import type { ProposalParts } from './proposal-parts.ts';
import {
  mostNotes,
  noteOf,
  noteText,
  type ReviewNote,
  type ReviewNotes,
  withChangedNote,
  withNote,
  withoutNote,
} from './review-notes.ts';
import { sentences } from './sentences.ts';

/** The notes with which the offices talk about a proposal. They change neither its stage nor its files. */
export type Conversation = {
  /** @param about what the note is about, and which note it answers; the whole, and none, where it is left out */
  addNote(
    who: Contributor,
    entry: EntryAddress,
    text: string,
    about?: NoteAbout,
  ): Promise<ProposalOutcome>;
  changeNote(
    who: Contributor,
    entry: EntryAddress,
    id: string,
    text: string,
  ): Promise<ProposalOutcome>;
  deleteNote(who: Contributor, entry: EntryAddress, id: string): Promise<ProposalOutcome>;
  resolveNote(
    who: Contributor,
    entry: EntryAddress,
    id: string,
    isResolved: boolean,
  ): Promise<ProposalOutcome>;
};

/** What a note is about. */
export type NoteAbout = Partial<Pick<ReviewNote, 'place' | 'answers'>>;

export const createConversation = (
  { repository, clock, newId }: ProposalParts,
  change: ChangeProposal,
): Conversation => {
  /** Changes one note that is there. */
  const onNote = async (
    { who, entry, id, done, tells }: OnNote,
    actionOn: (note: ReviewNote) => Action,
    next: (notes: ReviewNotes) => ReviewNotes,
  ): Promise<ProposalOutcome> => {
    const stored = await repository.proposal(entry);
    // A note's writer never changes, so that the permission decided here still holds when the note is changed.
    const note = stored && noteOf(proposalOf(stored).record.notes, id);
    const actions: Action[] = note ? [actionOn(note)] : [{ kind: 'read-draft', entry }];
    return change({
      who,
      entry,
      actions,
      done,
      tells,
      next(now) {
        if (!now) return missing;
        return noteOf(now.record.notes, id) ? withNotes(now, next(now.record.notes)) : missingNote;
      },
    });
  };

  return {
    async addNote(who, entry, text, { place = null, answers = null } = {}) {
      const said = noteText.safeParse(text);
      if (!said.success) return unusableNote;
      const at = clock().toISOString();
      const note = { id: newId(), by: who, text: said.data, at, place, answers };
      return change({
        who,
        entry,
        actions: [{ kind: 'comment', entry }],
        done: 'メモを追加',
        tells: 'commented',
        next(now) {
          if (!now) return missing;
          const { notes } = now.record;
          if (answers !== null && !noteOf(notes, answers)) return missingNote;
          return notes.length < mostNotes ? withNotes(now, withNote(notes, note)) : tooManyNotes;
        },
      });
    },

    async changeNote(who, entry, id, text) {
      const said = noteText.safeParse(text);
      if (!said.success) return unusableNote;
      const changedAt = clock().toISOString();
      return onNote(
        { who, entry, id, done: 'メモを変更', tells: 'comment-changed' },
        ({ by }) => ({ kind: 'change-comment', entry, writtenBy: by }),
        (notes) => withChangedNote(notes, id, { text: said.data, changedAt }),
      );
    },

    deleteNote: (who, entry, id) =>
      onNote(
        { who, entry, id, done: 'メモを削除', tells: 'comment-deleted' },
        ({ by }) => ({ kind: 'delete-comment', entry, writtenBy: by }),
        (notes) => withoutNote(notes, id),
      ),

    resolveNote: (who, entry, id, isResolved) =>
      onNote(
        {
          who,
          entry,
          id,
          done: isResolved ? 'メモを解決済みに' : 'メモを未解決に',
          tells: 'comment-resolved',
        },
        () => ({ kind: 'resolve-comment', entry }),
        (notes) => withChangedNote(notes, id, { isResolved }),
      ),
  };
};

type OnNote = Pick<ProposalChange, 'who' | 'entry' | 'done' | 'tells'> & { readonly id: string };

const missing = refusal('missing', sentences.missing);
const missingNote = refusal('missing', sentences.missingNote);
const unusableNote = refusal('invalid', sentences.unusableNote);
const tooManyNotes = refusal('invalid', sentences.tooManyNotes);

const withNotes = ({ record }: Proposal, notes: ReviewNotes) => ({ ...record, notes });
