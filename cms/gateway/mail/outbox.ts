import type { CommitId, Records } from '../repository/repository.ts';
import { type Letter, readLetter } from './letter.ts';
import type { Why } from './words.ts';

/** A message as it is stored. */
export type StoredLetter = {
  readonly name: string;
  readonly version: CommitId;
  readonly letter: Letter;
};

/** What came of an attempt to send. */
export type Sent =
  | { readonly kind: 'sent' }
  /** It may go later. */
  | { readonly kind: 'later'; readonly why: Why; readonly answer: number | null }
  /** It never will. */
  | { readonly kind: 'never'; readonly why: Why; readonly answer: number | null };

/**
 * Messages on their way, each a record that changes by compare-and-swap: of several gateways one alone sends it. SMTP knows
 * no transaction: where a gateway dies between the server's yes and the note of it, the message goes once more, under the
 * same Message-ID. It is never forgotten.
 */
export type Outbox = {
  /** Every message that is kept. */
  all(): Promise<readonly StoredLetter[]>;
  /** Takes a message in; one that is there under the same name stays as it is. @param name as the refs of records are named, below `letters/` */
  add(name: string, letter: Letter): Promise<void>;
  /** Takes one to send it; null where another gateway was faster. */
  claim(stored: StoredLetter): Promise<StoredLetter | null>;
  /** Notes what came of it. */
  settle(stored: StoredLetter, outcome: Sent): Promise<void>;
  /** Forgets what was sent, or failed, before a moment. */
  forget(stored: readonly StoredLetter[], before: Date): Promise<void>;
  /** The moment from which on mail is sent; the first who asks sets it. */
  since(): Promise<Date>;
};

const minute = 60_000;
/** How long is waited before the next attempt, after each one. */
const pauses = [1, 5, 15, 60].map((minutes) => minutes * minute);
/** For how long a message is tried (RFC 5321, 4.5.4.1: four to five days). */
const longestMilliseconds = 5 * 24 * 60 * minute;
/** Longer than any talk with a server may take. */
const claimMilliseconds = 5 * minute;

/** Where messages are, among the records of mail. */
export const lettersFolder = 'letters';
const sinceName = 'since';

/** Makes the outbox over the small records of a repository. */
export const createOutbox = ({
  records,
  clock,
}: {
  records: Records;
  clock: () => Date;
}): Outbox => {
  const write = (name: string, from: CommitId | null, letter: Letter | null, message: string) =>
    records.change({
      moves: [{ kind: 'mail', name, from, text: letter && `${JSON.stringify(letter, null, 2)}\n` }],
      at: clock(),
      message,
    });

  return {
    async all() {
      const found = await records.all('mail', lettersFolder);
      return found.flatMap(({ name, version, text }) => {
        const letter = readLetter(text);
        return letter ? [{ name, version, letter }] : [];
      });
    },

    async add(name, letter) {
      await write(name, null, letter, 'メールを用意');
    },

    async claim(stored) {
      const letter: Letter = {
        ...stored.letter,
        state: 'sending',
        tries: stored.letter.tries + 1,
        next: new Date(clock().getTime() + claimMilliseconds).toISOString(),
      };
      const made = await write(stored.name, stored.version, letter, 'メールを送信');
      if (made === 'outdated') return null;
      const now = await records.read('mail', stored.name);
      const mine = now && readLetter(now.text);
      return now && mine?.state === 'sending' && mine.next === letter.next
        ? { name: stored.name, version: now.version, letter }
        : null;
    },

    async settle({ name, version, letter }, outcome) {
      const now = clock();
      const isTooOld = now.getTime() - new Date(letter.queuedAt).getTime() >= longestMilliseconds;
      const pause = pauses[Math.min(letter.tries, pauses.length) - 1] ?? minute;
      const next = new Date(now.getTime() + pause).toISOString();
      const settled = (): Letter => {
        switch (outcome.kind) {
          case 'sent':
            return { ...letter, state: 'sent', next: now.toISOString(), why: null, answer: null };
          case 'later':
            return isTooOld
              ? { ...letter, state: 'failed', why: 'tooOld', answer: outcome.answer }
              : { ...letter, state: 'waiting', next, why: outcome.why, answer: outcome.answer };
          case 'never':
            return { ...letter, state: 'failed', why: outcome.why, answer: outcome.answer };
        }
      };
      // Outdated: another took it for lost, and notes what comes of its own attempt.
      await write(name, version, settled(), 'メールの結果');
    },

    async forget(stored, before) {
      const old = stored.filter(
        ({ letter: { state, queuedAt } }) =>
          (state === 'sent' || state === 'failed') && new Date(queuedAt) < before,
      );
      for (const { name, version } of old) await write(name, version, null, 'メールの記録を削除');
    },

    async since() {
      const there = await records.read('mail', sinceName);
      if (there) return momentIn(there.text) ?? clock();
      const at = clock();
      const text = `${JSON.stringify({ since: at.toISOString() })}\n`;
      const made = await records.change({
        moves: [{ kind: 'mail', name: sinceName, from: null, text }],
        at,
        message: 'メールの送信を開始',
      });
      if (made === 'changed') return at;
      return momentIn((await records.read('mail', sinceName))?.text ?? '') ?? at;
    },
  };
};

/** Whether a message is to be sent now: for the first time, again, or because whoever took it has not come back. */
export const isDue = ({ letter: { state, next } }: StoredLetter, now: Date): boolean =>
  (state === 'waiting' || state === 'sending') && new Date(next) <= now;

const momentIn = (text: string): Date | null => {
  try {
    const { since } = JSON.parse(text) as { since?: unknown };
    const at = new Date(String(since));
    return Number.isNaN(at.getTime()) ? null : at;
  } catch {
    return null;
  }
};
