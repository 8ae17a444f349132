import { decapActions } from '../../wire/decap-actions.ts';
import type { Proposal } from '../proposals/proposal.ts';
import { noteOf, type ReviewNote } from '../proposals/review-notes.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import { sentences as proposalSentences } from '../proposals/sentences.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { decapKey, entryOf } from './decap-paths.ts';
import { fulfilled } from './outcomes.ts';
import { action } from './protocol-action.ts';
import type { ProtocolParts } from './protocol-parts.ts';

/** The review notes beside a proposal. */
export const notes = ({
  proposals,
  institutionName,
}: Pick<ProtocolParts, 'proposals' | 'institutionName'>) => {
  const noteForDecap = ({ entry }: Proposal, { id, by, text, at, isResolved }: ReviewNote) => ({
    id,
    content: text,
    author: roleAccountOf(by, institutionName).name,
    timestamp: at,
    entrySlug: decapKey(entry).slug,
    resolved: isResolved,
  });
  const noteAnswer = (proposal: Proposal, id: string) => {
    const note = noteOf(proposal.record.notes, id);
    if (!note) throw new RefusedRequest(404, proposalSentences.missingNote);
    return { note: noteForDecap(proposal, note) };
  };

  return {
    getNotes: action(decapActions.getNotes, async ({ who }, key) => {
      const found = await proposals.find(who, entryOf(key));
      // Decap asks for the notes of published entries too, which have none.
      if (found.kind === 'refused' && found.code === 'missing') return { notes: [] };
      const { proposal } = await fulfilled(Promise.resolve(found));
      return { notes: proposal.record.notes.map((note) => noteForDecap(proposal, note)) };
    }),

    addNote: action(decapActions.addNote, async ({ who }, { note, ...key }) => {
      const { proposal } = await fulfilled(proposals.addNote(who, entryOf(key), note.content));
      return noteAnswer(proposal, proposal.record.notes.at(-1)?.id ?? '');
    }),

    updateNote: action(decapActions.updateNote, async ({ who }, { noteId, updates, ...key }) => {
      const entry = entryOf(key);
      const { content, resolved } = updates;
      let { proposal } = await fulfilled(proposals.find(who, entry));
      noteAnswer(proposal, noteId);
      if (content !== undefined) {
        ({ proposal } = await fulfilled(proposals.changeNote(who, entry, noteId, content)));
      }
      if (resolved !== undefined) {
        ({ proposal } = await fulfilled(proposals.resolveNote(who, entry, noteId, resolved)));
      }
      return noteAnswer(proposal, noteId);
    }),

    deleteNote: action(decapActions.deleteNote, async ({ who }, { noteId, ...key }) => {
      await fulfilled(proposals.deleteNote(who, entryOf(key), noteId));
      return { message: 'メモを削除しました。' };
    }),

    toggleNoteResolution: action(
      decapActions.toggleNoteResolution,
      async ({ who }, { noteId, ...key }) => {
        const entry = entryOf(key);
        const { proposal } = await fulfilled(proposals.find(who, entry));
        const { note } = noteAnswer(proposal, noteId);
        const changed = await fulfilled(proposals.resolveNote(who, entry, noteId, !note.resolved));
        return noteAnswer(changed.proposal, noteId);
      },
    ),

    getPRMetadata: action(decapActions.getPRMetadata, async ({ who }, key) => {
      const entry = entryOf(key);
      const found = await proposals.find(who, entry);
      if (found.kind === 'refused' && found.code === 'missing') return { metadata: null };
      const { record, savedAt } = (await fulfilled(Promise.resolve(found))).proposal;
      return {
        metadata: {
          id: entry.path,
          url: `/admin/approval/${entry.path}`,
          author: roleAccountOf(record.startedBy, institutionName).name,
          createdAt: savedAt.toISOString(),
        },
      };
    }),
  };
};
