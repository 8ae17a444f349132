import { type Context, Hono } from 'hono';
import type { z } from 'zod';
import { attachmentPolicy } from '../../../src/file-policies.ts';
import { newNote, noteDone, noteGone, type noteList } from '../../wire/note.ts';
import type { review } from '../../wire/review.ts';
import { fileVersion } from '../../wire/versions.ts';
import type { GatewayEnv } from '../login/signed-in.ts';
import { fileType } from '../pages/file-type.ts';
import type { Contributor } from '../permissions/contributor.ts';
import type { HeldUp, Proposal, ProposalOutcome } from '../proposals/proposal.ts';
import type { Proposals } from '../proposals/proposals.ts';
import { sentences as proposalSentences } from '../proposals/sentences.ts';
import { type EntryAddress, fileName } from '../repository/content-address.ts';
import type { CommitId, FileContent, Repository } from '../repository/repository.ts';
import { requireAllowed } from '../requests/allowed.ts';
import type { Bodies } from '../requests/bodies.ts';
import { jsonOf } from '../requests/json-body.ts';
import { RefusedRequest, statusOfRefusal } from '../requests/refused-request.ts';
import { entryAtPath, fileOf } from '../requests/sent-paths.ts';
import { sentences } from '../requests/sentences.ts';
import { notesOf, type ReviewParts, reviewOf } from './review.ts';

/** What the routes of a review are made from. */
export type ReviewRouteParts = ReviewParts & {
  readonly bodies: Bodies;
  readonly repository: Repository;
  readonly proposals: Pick<Proposals, 'find' | 'addNote' | 'resolveNote' | 'deleteNote'>;
};

/** Makes what the review screen asks: both versions of an entry, their files, and the notes. */
export const createReviewRoutes = (parts: ReviewRouteParts): Hono<GatewayEnv> => {
  const { bodies, proposals, repository, institutionName } = parts;

  const proposalOf = async (who: Contributor, entry: EntryAddress): Promise<Proposal> =>
    done(await proposals.find(who, entry));

  /** A file as one of the versions of its entry has it that a review shows: by its version, so that old and new open side by side. */
  const fileInReview = async (
    who: Contributor,
    path: string,
    version: string,
  ): Promise<FileContent> => {
    const { path: wanted, entry, part } = fileOf(path);
    requireAllowed(who, { kind: 'read-draft', entry });
    if (part === 'text' || !fileVersion.safeParse(version).success) throw missingFile();
    const { commit, record } = await proposalOf(who, entry);
    const commits = [commit, await repository.published(), record.reviewed?.commit];
    for (const at of commits.filter((known): known is CommitId => known !== undefined)) {
      const listed = await repository.list(at, entry);
      const file = listed.find((each) => each.address.path === wanted && each.version === version);
      const [found] = file ? await repository.readAll([file]) : [];
      if (found) return found;
    }
    throw missingFile();
  };

  const told = (who: Contributor, proposal: Proposal) =>
    ({ notes: notesOf(proposal, who, institutionName) }) satisfies z.input<typeof noteList>;

  return new Hono<GatewayEnv>()
    .get('/review/:path{.+}', async (c) => {
      const { who } = c.var;
      const proposal = await proposalOf(who, entryAtPath(c.req.param('path')));
      return c.json((await reviewOf(parts, who, proposal)) satisfies z.input<typeof review>);
    })

    .get('/reviewed-files/:version/:path{.+}', async (c) => {
      const { path, version } = c.req.param();
      const { address, bytes } = await fileInReview(c.var.who, path, version);
      const type = fileType(address.path);
      const name = encodeURIComponent(fileName(address.path)).replaceAll("'", '%27');
      return c.body(Buffer.from(bytes), 200, {
        'Content-Type': type,
        'Content-Security-Policy': attachmentPolicy(type),
        'Content-Disposition': `inline; filename*=UTF-8''${name}`,
      });
    })

    .get('/notes/:path{.+}', async (c) => {
      const { who } = c.var;
      const found = await proposals.find(who, entryAtPath(c.req.param('path')));
      // What is published has no notes, which is no mistake of whoever asks for them.
      if (found.kind === 'refused' && found.code === 'missing') return c.json({ notes: [] });
      return c.json(told(who, done(found)));
    })

    .post('/notes', bodies.of('text'), async (c) => {
      const { who } = c.var;
      const { entry, text, place, answers = null } = await sent(c, newNote);
      const about = { place, answers };
      return c.json(told(who, done(await proposals.addNote(who, entryAtPath(entry), text, about))));
    })

    .post('/notes/done', bodies.of('text'), async (c) => {
      const { who } = c.var;
      const { entry, id, isResolved } = await sent(c, noteDone);
      const outcome = await proposals.resolveNote(who, entryAtPath(entry), id, isResolved);
      return c.json(told(who, done(outcome)));
    })

    .post('/notes/gone', bodies.of('text'), async (c) => {
      const { who } = c.var;
      const { entry, id } = await sent(c, noteGone);
      return c.json(told(who, done(await proposals.deleteNote(who, entryAtPath(entry), id))));
    });
};

/** @throws RefusedRequest where the wish was not fulfilled */
const done = (outcome: ProposalOutcome | HeldUp): Proposal => {
  if (outcome.kind === 'done') return outcome.proposal;
  const status = outcome.kind === 'refused' ? statusOfRefusal[outcome.code] : 409;
  throw new RefusedRequest(status, outcome.reason);
};

const missingFile = () => new RefusedRequest(404, sentences.missingFile);

/** Reads a body by its form. @throws RefusedRequest where it has another */
const sent = async <Form extends z.ZodType>(c: Context, form: Form): Promise<z.output<Form>> => {
  const read = form.safeParse(await jsonOf(c));
  if (!read.success) {
    const isNote = read.error.issues.some(({ path: [first] }) => first === 'text');
    throw new RefusedRequest(422, isNote ? proposalSentences.unusableNote : sentences.unreadable);
  }
  return read.data;
};
