import type { Told } from './attack.ts';

/**
 * What an answer tells that nobody who attacks should know: where something lies on the machine, what the program is
 * made of, how it failed. A page of the site or a text that was sent is no such thing, so only refusals are looked at.
 */
const telling: readonly RegExp[] = [
  /\/(?:tmp|home|root|work|usr|var)\//,
  /node_modules|node:internal|\.ts:\d/,
  /\bat \S+ \(/,
  /(?:Type|Range|Syntax|Reference)?Error:/,
  /fatal: |refs\/(?:heads|proposals)/,
];
const hasSentence = /[ぁ-ん].*[。]/s;

/** What is wrong with an answer to somebody who attacks; null where nothing is. */
export const wrongIn = ({ status, text }: Told): string | null => {
  if (status < 400) return null;
  const found = telling.find((pattern) => pattern.test(text));
  if (found) return `tells ${found.exec(text)?.[0]}`;
  // What is no HTTP at all is answered by Node, with a status alone.
  if (text.trim() === '') return null;
  return hasSentence.test(text) ? null : `says no sentence: ${text.slice(0, 80)}`;
};
