import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import { site } from '../../../src/strings/site.ts';
import { isPlainAddress, type Mailbox } from '../settings/mailbox.ts';
import type { Letter, LetterItem } from './letter.ts';
import { newsWords, letterWords as words } from './words.ts';

/** Longer titles are cut in a subject, which mail programs show in one line. */
const mostSubjectTitle = 60;

/**
 * Puts a message into the words and headers that nodemailer writes. Every value that a person wrote stands in a field that it
 * encodes, none in a raw header.
 * @param name the message's own, of which its Message-ID is made: the same message has the same one, however often it is sent
 * @param to one address and what it is called
 * @param origin where the portal is found; its host stands in the ids
 * @throws where the address is not one plain address
 */
export const messageOf = (
  name: string,
  { thread, items, queuedAt }: Letter,
  { to, from, origin }: { to: Mailbox; from: Mailbox; origin: string },
): SendMailOptions => {
  if (!isPlainAddress(to.address) || !isPlainAddress(from.address)) {
    throw new Error('Mail goes to one plain address.');
  }
  const { hostname } = new URL(origin);
  const root = thread === null ? null : `<${shortDigest(`thread ${thread}`)}@${hostname}>`;
  const [first] = items;
  const subject =
    thread !== null && first
      ? words.subject(labelOf(first), firstLetters(first.title, mostSubjectTitle))
      : words.digestSubject(items.length);
  return {
    from: boxOf(from),
    to: boxOf({ name: oneLine(to.name), address: to.address }),
    // Nothing in a header has a say in who gets it.
    envelope: { from: from.address, to: [to.address] },
    subject: oneLine(subject),
    text: textOf(to.name, thread === null, items, origin),
    messageId: `<${name.slice(-64).slice(0, 32)}@${hostname}>`,
    // Mail programs put messages together that have an ancestor in common, whether they have it or not (RFC 5256).
    ...(root ? { inReplyTo: root, references: [root] } : {}),
    date: new Date(queuedAt),
    headers: {
      // RFC 3834: no program answers it.
      'Auto-Submitted': 'auto-generated',
      Precedence: 'bulk',
      'X-Auto-Response-Suppress': 'All',
    },
    list: { id: { url: hostname, comment: 'portal' } },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};

const textOf = (
  name: string,
  isDigest: boolean,
  items: readonly LetterItem[],
  origin: string,
): string => {
  const lines = [words.to(oneLine(name)), ''];
  if (isDigest) lines.push(words.digestLead, '');
  for (const { kind, title, path, by, said } of items) {
    const { label, lead } = newsWords[kind] ?? { label: '', lead: '' };
    lines.push(isDigest ? `■ ${label}` : lead, `　${oneLine(title)}`, `　${origin}${path}`);
    if (by !== null) lines.push(`　${kind === 'review-asked' ? words.by(by) : words.from(by)}`);
    if (said !== null && kind === 'review-soon') lines.push(`　${said}`);
    else if (said !== null) {
      lines.push('', words.reason, ...said.split(/\r\n?|\n/).map((line) => `　${line}`));
    }
    lines.push('');
  }
  return [...lines, '--', site.title, ...words.foot, ''].join('\n');
};

const labelOf = ({ kind }: LetterItem): string => newsWords[kind]?.label ?? '';

const boxOf = ({ name, address }: Mailbox) => ({ name, address });

/** Ends of lines and signs that no eye sees are no part of a header's words. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();

const firstLetters = (text: string, most: number): string => {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
};

const shortDigest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);
