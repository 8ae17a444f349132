import { randomInt } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context, ErrorHandler, HonoRequest } from 'hono';
import type { z } from 'zod';
import type { refusal } from '../../wire/refusal.ts';
import { comesBackTo } from '../../wire/session.ts';
import type { Contributor } from '../permissions/contributor.ts';
import { RepositoryTrouble } from '../repository/repository-trouble.ts';
import { RefusedRequest } from './refused-request.ts';
import { sentencePage, type Way } from './sentence-page.ts';
import { sentences } from './sentences.ts';
import { toldTo } from './told-to.ts';

/**
 * Hears of what no person can mend.
 * @param number what somebody was told instead, so that their question leads to this error; none where nobody was
 */
export type OnTrouble = (error: unknown, number?: string) => void;

/** A number to ask by: `483-291`. It says nothing of the error, and two of one day are hardly ever the same. */
export const failureNumber = (): string => {
  const digits = String(randomInt(1_000_000)).padStart(6, '0');
  return `${digits.slice(0, 3)}-${digits.slice(3)}`;
};

/** What stands in the log of an error: its number before it, where somebody was told one. */
export const logTrouble: OnTrouble = (error, number) =>
  number === undefined ? console.error(error) : console.error(`番号 ${number}：`, error);

/**
 * Answers where a request was not fulfilled: with one sentence, as a page to whoever opened an address. What went wrong
 * inside is for the log, under the number that the sentence names.
 */
export const answerToFailure =
  (onTrouble: OnTrouble): ErrorHandler =>
  (error, c) => {
    const {
      status,
      sentence: said,
      details,
      retryAfter,
    } = readFailure(error, isCutOff(c) ? () => {} : onTrouble);
    const sentence = toldTo((c.get('who') as Contributor | undefined) ?? null, said);
    // What was refused once may be there the next time, and may be for one person alone.
    c.header('Cache-Control', 'no-store');
    if (retryAfter !== null) c.header('Retry-After', String(retryAfter));
    const isOpened = isAnsweredByPage(c.req) && c.req.header('accept')?.includes('text/html');
    return isOpened
      ? c.html(sentencePage(sentence, status === 401 ? choosingAgain(c) : null), status)
      : c.json({ error: sentence, ...details } satisfies z.input<typeof refusal>, status);
  };

/** Where somebody says who they are, to come back to the page that needs it. */
const choosingAgain = (c: Context): Way => {
  const { pathname, search } = new URL(c.req.url);
  const then =
    c.req.method === 'GET' ? `?${comesBackTo}=${encodeURIComponent(pathname + search)}` : '';
  return { label: sentences.chooseAgain, address: `/admin/${then}` };
};

/** Whoever asked has ended the connection while they still sent: no fault of the portal, and nobody hears the answer. */
const isCutOff = (c: Context): boolean =>
  (c.env as Partial<HttpBindings> | undefined)?.incoming?.errored?.message === 'aborted';

/** Who opens an address or sends a form without a script sees the answer itself. */
const isAnsweredByPage = (request: HonoRequest): boolean =>
  request.method === 'GET' ||
  (request.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded');

const readFailure = (error: unknown, onTrouble: OnTrouble) => {
  if (error instanceof RefusedRequest) {
    const { status, message, details, retryAfter } = error;
    return { status, sentence: message, details, retryAfter };
  }
  if (error instanceof RepositoryTrouble) {
    const { message, retryAfter } = error;
    return { status: 503 as const, sentence: message, details: {}, retryAfter };
  }
  const number = failureNumber();
  onTrouble(error, number);
  return {
    status: 500 as const,
    sentence: sentences.failed(number),
    details: {},
    retryAfter: null,
  };
};
