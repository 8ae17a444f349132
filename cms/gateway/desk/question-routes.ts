import type { Context, Hono } from 'hono';
import type { Contributor } from '../permissions/contributor.ts';
import { decide } from '../permissions/decide.ts';
import { openRequest, readLog } from '../proposals/entry-log.ts';
import { publishedFacts } from '../proposals/entry-text.ts';
import type { HeldUp, Overtaken, Refusal } from '../proposals/proposal.ts';
import type { Proposals } from '../proposals/proposals.ts';
import { roleAccountOf } from '../proposals/role-account.ts';
import { publishedText } from '../proposals/stored-entry.ts';
import { type EntryAddress, entryAt } from '../repository/content-address.ts';
import { toldTo } from '../requests/told-to.ts';
import { type Markup, problemList } from './desk-page.ts';
import type { DeskParts } from './desk-parts.ts';
import { type QuestionName, questionWords } from './question-words.ts';
import { type Asked, actionOf, questionForm, questionNames } from './questions.ts';
import { belongingOf, titleAt } from './titles.ts';
import type { Done } from './words.ts';

type Env = { Variables: { who: Contributor } };
type Unfulfilled = Refusal | Overtaken | HeldUp;
type Outcome = { readonly kind: 'done' } | Awaited<ReturnType<Proposals['republish']>>;

/** How the desk answers. */
type Answers = {
  page(
    c: Context<Env>,
    title: string,
    complaint: string | undefined,
    ...body: Markup[]
  ): Response | Promise<Response>;
  complain(
    c: Context<Env>,
    status: 403 | 404 | 409,
    complaint: string,
  ): Response | Promise<Response>;
  setStatus(c: Context<Env>, refused: Unfulfilled): void;
  /** Leads to a list of the desk that says what was done. */
  done(c: Context<Env>, done: Done, entry: EntryAddress | null): Response;
};

/** Adds the pages that ask once more before something is done with an entry, and what does it. */
export const addQuestions = (
  desk: Hono<Env>,
  parts: DeskParts,
  { page, complain, setStatus, done }: Answers,
): void => {
  const { proposals, repository, liveSite, institutionName } = parts;

  const wishes: Record<
    QuestionName,
    (who: Contributor, entry: EntryAddress, reason: string) => Promise<Outcome | Unfulfilled>
  > = {
    withdraw: proposals.withdraw,
    republish: proposals.republish,
    'refuse-removal': proposals.refuseRequest,
    'request-withdrawal': proposals.requestWithdrawal,
    'request-republication': proposals.requestRepublication,
    'take-back-removal': proposals.takeBackRequest,
    'request-deletion': proposals.requestDeletion,
    // What has no content is a deletion: where somebody has written a text since, it is not what was seen here.
    delete: (who, entry) => proposals.approveAndPublish(who, entry, null),
    'return-deletion': (who, entry, reason) => proposals.returnToAuthor(who, entry, reason, null),
    'take-back-deletion': (who, entry) => proposals.delete(who, entry, null),
  };

  /** The entry of an address, or the answer that nothing can be asked about it. */
  const asked = async (c: Context<Env>, question: QuestionName) => {
    const address = entryAt(c.req.param('path') ?? '');
    if (!address.ok) return { answer: await complain(c, 404, address.reason) };
    const entry = address.address;
    const decision = decide(c.var.who, { kind: actionOf[question], entry });
    return decision.allowed ? { entry } : { answer: await complain(c, 403, decision.reason) };
  };

  /** Who asked for it, where a question answers somebody. */
  const requestOf = async (
    who: Contributor,
    question: QuestionName,
    entry: EntryAddress,
  ): Promise<Asked['request']> => {
    if (question === 'delete') {
      const found = await proposals.find(who, entry);
      return found.kind === 'done'
        ? { by: roleAccountOf(found.proposal.record.startedBy, institutionName).name, reason: '' }
        : null;
    }
    const [text, log] = await Promise.all([
      publishedText(repository, entry),
      repository.entryLog(entry),
    ]);
    const request =
      text && openRequest(readLog(log), publishedFacts(entry, text.bytes).isWithdrawn);
    return (
      request && {
        by: roleAccountOf(request.by, institutionName).name,
        reason: request.reason ?? '',
      }
    );
  };

  const form = async (
    c: Context<Env>,
    question: QuestionName,
    entry: EntryAddress,
    written: string | null,
    refused?: Unfulfilled,
  ) => {
    const [title, { address }, request] = await Promise.all([
      titleAt(parts, entry, await repository.published()),
      liveSite.stateOf(entry),
      requestOf(c.var.who, question, entry),
    ]);
    // What is done because it was asked for has the reason that it was asked for.
    const reason = written ?? (question === 'withdraw' ? (request?.reason ?? '') : '');
    const belonging = belongingOf(entry, institutionName);
    return page(
      c,
      questionWords[question].question,
      refused && toldTo(c.var.who, refused.reason),
      ...(refused && 'problems' in refused ? [problemList(refused.problems)] : []),
      questionForm(question, { entry, title, belonging, address, request, reason }),
    );
  };

  for (const question of questionNames) {
    desk.get(`/${question}/:path{.+}`, async (c) => {
      const { entry, answer } = await asked(c, question);
      return entry ? form(c, question, entry, null) : answer;
    });

    desk.post(`/${question}/:path{.+}`, async (c) => {
      const { entry, answer } = await asked(c, question);
      if (!entry) return answer;
      const written = String((await c.req.parseBody())['reason'] ?? '');
      const outcome = await wishes[question](c.var.who, entry, written);
      switch (outcome.kind) {
        case 'done':
          return done(c, questionWords[question].done, null);
        case 'published':
          liveSite.refresh();
          // What is published and does not show yet has to be read: it is no line that passes by.
          if (outcome.left[0]) return complain(c, 409, outcome.left[0].reason);
          return done(c, questionWords[question].done, entry);
        default:
          // What was written stands in the form again.
          setStatus(c, outcome);
          return form(c, question, entry, written, outcome);
      }
    });
  }
};
