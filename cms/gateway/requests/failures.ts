import type { ErrorHandler, HonoRequest } from 'hono';
import type { z } from 'zod';
import type { refusal } from '../../wire/refusal.ts';
import { RepositoryBusy } from '../repository/ref-transaction.ts';
import { RefusedRequest } from './refused-request.ts';
import { sentencePage } from './sentence-page.ts';
import { sentences } from './sentences.ts';

/**
 * Answers where a request was not fulfilled: with one sentence, as a page to whoever opened an address. What went wrong
 * inside is for the log.
 */
export const answerToFailure =
  (onTrouble: (error: unknown) => void): ErrorHandler =>
  (error, c) => {
    const { status, sentence, details, retryAfter } = readFailure(error);
    if (status === 500) onTrouble(error);
    if (retryAfter !== null) c.header('Retry-After', String(retryAfter));
    const isOpened = isAnsweredByPage(c.req) && c.req.header('accept')?.includes('text/html');
    return isOpened
      ? c.html(sentencePage(sentence), status)
      : c.json({ error: sentence, ...details } satisfies z.input<typeof refusal>, status);
  };

/** Who opens an address or sends a form without a script sees the answer itself. */
const isAnsweredByPage = (request: HonoRequest): boolean =>
  request.method === 'GET' ||
  (request.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded');

const readFailure = (error: unknown) => {
  if (error instanceof RefusedRequest) {
    const { status, message, details, retryAfter } = error;
    return { status, sentence: message, details, retryAfter };
  }
  if (error instanceof RepositoryBusy) {
    return { status: 503 as const, sentence: error.message, details: {}, retryAfter: null };
  }
  return { status: 500 as const, sentence: sentences.failed, details: {}, retryAfter: null };
};
