import { linkAddress } from './link-address.ts';

/** Signs that mean something to our grammar wherever they stand. */
const signs = /[\\`*{}[|~]|_(?![A-Za-z\d])|(?<![A-Za-z\d])_/g;
/** `&amp;` written by a person is these five characters. */
const reference = /&(?=#?\w+;)/g;
/**
 * What GFM would make a link of by itself, though not always of as much as a person meant. The part before an @ is looked
 * for where it can begin, and no longer than mail allows (RFC 5321, 4.5.3.1.1), so that one long word costs no more than
 * many short ones.
 */
const address =
  /https?:\/\/[\w!#$%&'()*+,\-./:;=?@[\]~]+|(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+/g;
/** A backslash after it keeps the parser from making a link of what is none of the web. */
const otherAddress = /\b(?:ftp|https?|mailto|xmpp)(?=:)|\bwww(?=\.)/gi;

/**
 * Writes words so that Markdown gives back exactly these words.
 * @param inLink whether they are the words of a link, which can hold no other
 */
export const escapeWords = (words: string, inLink = false): string => {
  if (inLink) return escapeSigns(words).replaceAll(']', '\\]');
  let written = '';
  let copied = 0;
  for (const match of words.matchAll(address)) {
    const found = match[0].replace(/[.,:;!?'")\]]+$/, '');
    written += escapeSigns(words.slice(copied, match.index));
    copied = match.index + found.length;
    written += writeAddress(found, words.slice(copied, copied + 1));
  }
  return written + escapeSigns(words.slice(copied));
};

/** An address in running text leads to all of itself and to nothing else, whatever GFM would take it for. */
const writeAddress = (found: string, next: string): string => {
  const isWeb = found.includes('://');
  const leadsTo = linkAddress(isWeb ? found : `mailto:${found}`);
  if (leadsTo === null) return escapeSigns(found);
  // Before Japanese, white space or the end, our grammar links a plain address by itself.
  const isPlain = isWeb && found === leadsTo && !/[*_~]/.test(found);
  if (isPlain && /^(?:[^!-~]|$)/.test(next)) return found;
  return `[${escapeWords(found, true)}](${leadsTo})`;
};

const escapeSigns = (words: string): string =>
  words
    .replace(signs, '\\$&')
    .replace(reference, '\\&')
    // As a reference, since the check counts every `<` as the beginning of a tag, and takes 1,000.
    .replaceAll('<', '&lt;')
    .replace(otherAddress, '$&\\');

/** Writes the beginning of a line so that it begins no heading, list, quotation, rule or program. */
export const escapeLineStart = (line: string): string =>
  line
    .replace(/^\s+/u, '')
    .replace(/^(?=[#>+=:-])/, '\\')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    // The parser would take these words for JavaScript; a backslash before a letter is itself seen.
    .replace(/^(?:import|export)\b/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);

/** A text as the value of an attribute of a component. */
export const escapeAttribute = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
