import { forbiddenCharacter } from '../../../src/source/allowed-characters.ts';
import { words } from './words.ts';

/** A text that was sent, without spaces around it; or the sentence that says why it cannot be taken. */
export type SentText = { readonly text: string } | { readonly complaint: string };

/**
 * Reads what somebody wrote into a field. It stays text for good: pages escape it.
 * @param sent not trusted
 * @param most letters, in UTF-16
 * @param called the label of the field
 * @returns an empty text where nothing was written
 */
export const readSentText = (sent: unknown, most: number, called: string): SentText => {
  const text = (typeof sent === 'string' ? sent : '').replace(/\r\n?/g, '\n').trim();
  if (text.length > most) return { complaint: words.complaints.tooLong(called, most) };
  if (!text.isWellFormed() || forbiddenCharacter(text)) {
    return { complaint: words.complaints.unusableSign(called) };
  }
  return leadsToSomebody(text) ? { complaint: words.complaints.personal(called) } : { text };
};

/** The same on one line. */
export const readSentLine = (sent: unknown, most: number, called: string): SentText =>
  readSentText(typeof sent === 'string' ? sent.replace(/\s+/gu, ' ') : '', most, called);

/** An address for mail, or a Japanese telephone number with its hyphens. */
const leadsToSomebody = (text: string): boolean => {
  const plain = text.normalize('NFKC');
  return (
    /[\w.+-]@[\w-]+\.\w/.test(plain) || /(?<![\d-])0\d{1,4}-\d{1,4}-\d{3,4}(?![\d-])/.test(plain)
  );
};
