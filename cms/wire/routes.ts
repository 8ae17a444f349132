import { z } from 'zod';
import { madeLink, makeLink, withdrawLink, withdrawnLink } from './approval-link.ts';
import { attachmentText } from './attachment-text.ts';
import { choices } from './choices.ts';
import { envelope } from './decap-actions.ts';
import { atWork, entryState } from './entry-state.ts';
import type { Exchange } from './exchange.ts';
import { problemList } from './field-problem.ts';
import { newNote, noteDone, noteGone, noteList } from './note.ts';
import { publication } from './publication.ts';
import { review } from './review.ts';
import { previewForm } from './sent.ts';
import { session, signedIn, signedOut, signInForm } from './session.ts';
import { heartbeat, takeStep } from './step.ts';
import { droppedUpload, keptUpload } from './upload.ts';

export type Route = Exchange & {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** What ends in a stroke is followed by the path of an entry below content/, or by the name of a file. */
  readonly address: string;
};

const nothing = z.undefined();

/** What the editor asks, and where. The answers of Decap's protocol are in decap-actions.ts. */
export const routes = {
  session: { method: 'GET', address: '/admin/session', request: nothing, answer: session },
  signIn: { method: 'POST', address: '/admin/session', request: signInForm, answer: signedIn },
  signOut: { method: 'DELETE', address: '/admin/session', request: nothing, answer: signedOut },
  choices: { method: 'GET', address: '/admin/choices', request: nothing, answer: choices },
  protocol: { method: 'POST', address: '/admin/api', request: envelope, answer: z.unknown() },
  problems: { method: 'GET', address: '/admin/problems/', request: nothing, answer: problemList },
  /** Where an entry is, and what may be done with it. */
  state: { method: 'GET', address: '/admin/state/', request: nothing, answer: entryState },
  /** Answers with where the entry is after the step. */
  step: { method: 'POST', address: '/admin/step', request: takeStep, answer: entryState },
  /** Answers with the others who have it open. */
  heartbeat: {
    method: 'POST',
    address: '/admin/at-work',
    request: heartbeat,
    answer: z.object({ atWork: z.array(atWork) }),
  },
  /** Makes a link for the approval inside an institution. */
  makeApprovalLink: {
    method: 'POST',
    address: '/admin/approval-link',
    request: makeLink,
    answer: madeLink,
  },
  withdrawApprovalLink: {
    method: 'POST',
    address: '/admin/approval-link/withdrawal',
    request: withdrawLink,
    answer: withdrawnLink,
  },
  publication: {
    method: 'GET',
    address: '/admin/publication/',
    request: nothing,
    answer: publication,
  },
  /** What a proposal says, beside what is live and what was looked at last. */
  review: { method: 'GET', address: '/admin/review/', request: nothing, answer: review },
  notes: { method: 'GET', address: '/admin/notes/', request: nothing, answer: noteList },
  /** Each change of the notes answers with all of them. */
  addNote: { method: 'POST', address: '/admin/notes', request: newNote, answer: noteList },
  resolveNote: {
    method: 'POST',
    address: '/admin/notes/done',
    request: noteDone,
    answer: noteList,
  },
  deleteNote: {
    method: 'POST',
    address: '/admin/notes/gone',
    request: noteGone,
    answer: noteList,
  },
  /** Takes the bytes of a file as they are. */
  upload: { method: 'POST', address: '/admin/uploads/', request: z.unknown(), answer: keptUpload },
  /** Throws a file away that was sent and not saved yet; its id follows. */
  dropUpload: {
    method: 'DELETE',
    address: '/admin/uploads/',
    request: nothing,
    answer: droppedUpload,
  },
  /** Of a file beside an entry, whose path follows. */
  attachmentText: {
    method: 'GET',
    address: '/admin/attachment-text/',
    request: nothing,
    answer: attachmentText,
  },
  /** Of a file that was sent and not saved yet; its id follows, and `/text`. */
  uploadText: {
    method: 'GET',
    address: '/admin/uploads/',
    request: nothing,
    answer: attachmentText,
  },
  /** Answers with a page, and not with JSON. */
  preview: { method: 'POST', address: '/admin/preview', request: previewForm, answer: z.string() },
} as const satisfies Record<string, Route>;
