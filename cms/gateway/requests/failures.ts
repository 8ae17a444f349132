import type { ErrorHandler } from 'hono';
import type { z } from 'zod';
import type { refusal } from '../../wire/refusal.ts';
import { RepositoryTrouble } from '../repository/repository-trouble.ts';
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
    const { status, sentence, details } = readFailure(error);
    if (status === 500) onTrouble(error);
    // The rest of a body that is too large is not read: nothing else can follow on this connection.
    if (status === 413) c.header('Connection', 'close');
    const isOpened = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html');
    return isOpened
      ? c.html(sentencePage(sentence), status)
      : c.json({ error: sentence, ...details } satisfies z.input<typeof refusal>, status);
  };

const readFailure = (error: unknown) => {
  if (error instanceof RefusedRequest) {
    return { status: error.status, sentence: error.message, details: error.details };
  }
  if (error instanceof RepositoryTrouble) {
    return { status: 503 as const, sentence: error.message, details: {} };
  }
  return { status: 500 as const, sentence: sentences.failed, details: {} };
};
