import { createHash, randomBytes } from 'node:crypto';

/** 192 bits: nobody guesses one of these. */
const tokenBytes = 24;

/** The secret part of the address of a link. Whoever has it may open what it leads to. */
export const newToken = (random: (bytes: number) => Buffer = randomBytes): string =>
  random(tokenBytes).toString('base64url');

/** What is kept of a token: from this nobody can go back to it. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');
