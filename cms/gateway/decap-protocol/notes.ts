import { z } from 'zod';
import type { Proposal } from '../proposals/proposal.ts';
import { noteOf, type ReviewNote } from '../proposals/review-notes.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import { sentences as proposalSentences } from '../proposals/sentences.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { anyPath } from '../requests/sent-paths.ts';
import { decapKey, entryOf } from './decap-paths.ts';
import { fulfilled } from './outcomes.ts';
import { entryKey, params } from './param-schemas.ts';
import { action } from './protocol-action.ts';
import type { ProtocolParts } from './protocol-parts.ts';

/** A note as Decap's form has it; who wrote it and when is for the gateway to say. */
const writtenNote = {
  content: z.string().max(20_000),
  resolved: z.boolean().optional(),
  id: anyPath.optional(),
  author: z.string().max(300).optional(),
  avatarUrl: z.string().max(1000).nullish(),
  timestamp: z.string().max(100).optional(),
  entrySlug: anyPath.optional(),
} as const;
const noteKey = { ...entryKey, noteId: z.string().max(64) } as const;

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
    getNotes: action(params(entryKey), async ({ who }, key) => {
      const found = await proposals.find(who, entryOf(key));
      // Decap asks for the notes of published entries too, which have none.
      if (found.kind === 'refused' && found.code === 'missing') return { notes: [] };
      const { proposal } = await fulfilled(Promise.resolve(found));
      return { notes: proposal.record.notes.map((note) => noteForDecap(proposal, note)) };
    }),

    addNote: action(
      params({ ...entryKey, note: z.strictObject(writtenNote) }),
      async ({ who }, { note, ...key }) => {
        const { proposal } = await fulfilled(proposals.addNote(who, entryOf(key), note.content));
        return noteAnswer(proposal, proposal.record.notes.at(-1)?.id ?? '');
      },
    ),

    updateNote: action(
      params({ ...noteKey, updates: z.strictObject(writtenNote).partial() }),
      async ({ who }, { noteId, updates, ...key }) => {
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
      },
    ),

    deleteNote: action(params(noteKey), async ({ who }, { noteId, ...key }) => {
      await fulfilled(proposals.deleteNote(who, entryOf(key), noteId));
      return { message: 'メモを削除しました。' };
    }),

    toggleNoteResolution: action(params(noteKey), async ({ who }, { noteId, ...key }) => {
      const entry = entryOf(key);
      const { proposal } = await fulfilled(proposals.find(who, entry));
      const { note } = noteAnswer(proposal, noteId);
      const changed = await fulfilled(proposals.resolveNote(who, entry, noteId, !note.resolved));
      return noteAnswer(changed.proposal, noteId);
    }),

    getPRMetadata: action(params(entryKey), async ({ who }, key) => {
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
