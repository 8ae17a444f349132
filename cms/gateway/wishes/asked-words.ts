import { forbiddenCharacter } from '../../../src/source/allowed-characters.ts';

/** What is longer was pasted, and is no search that three institutions make. */
const mostLetters = 60;

/**
 * The words of a search as searches of different people are compared: width, case and spaces make no difference, as they
 * make none to the search itself.
 * @param sent not trusted
 * @returns null for what is not counted: nothing at all, what is too long, what no text may hold, an address for mail
 */
export const askedWords = (sent: unknown): string | null => {
  if (typeof sent !== 'string' || sent.length > 4 * mostLetters || !sent.isWellFormed())
    return null;
  const words = sent.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  if (words === '' || words.length > mostLetters) return null;
  return forbiddenCharacter(words) || words.includes('@') ? null : words;
};
