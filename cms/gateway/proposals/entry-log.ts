import { z } from 'zod';
import { contributor } from '../permissions/contributor.ts';
import { noteText } from './review-notes.ts';

/** What is asked and decided about an entry that readers see, or saw, beside the proposals of its text. */
const logEvents = [
  'ask-withdrawal',
  'ask-republication',
  'take-back',
  'refuse',
  'withdraw',
  'republish',
] as const;

const logEvent = z.strictObject({
  what: z.enum(logEvents),
  by: contributor,
  at: z.iso.datetime(),
  /** What was said to it; null where nothing had to be. */
  reason: noteText.nullable(),
});
export type LogEvent = z.infer<typeof logEvent>;
export type EntryLog = readonly LogEvent[];

/** More than are ever asked about one entry; those before are in the history of the log. */
const mostEvents = 200;

const entryLog = z.strictObject({ events: z.array(logEvent) });

/** Reads a log. @param text null where there is none; what nobody can read says nothing */
export const readLog = (text: string | null): EntryLog => {
  try {
    return text === null ? [] : entryLog.parse(JSON.parse(text)).events;
  } catch {
    return [];
  }
};

/** Writes a log with one more event, in lines that git can compare. */
export const logTextWith = (log: EntryLog, event: LogEvent): string =>
  `${JSON.stringify({ events: [...log, event].slice(-mostEvents) }, null, 2)}\n`;

/**
 * What somebody asks for that nobody has answered: 掲載停止 of what is shown, or 掲載の再開 of what is not. A stop or a
 * republication that was begun answers nothing by itself: whether it came about is for the published text to say.
 */
export const openRequest = (log: EntryLog, isWithdrawn: boolean): LogEvent | null => {
  const [asking, answers] = isWithdrawn
    ? (['ask-republication', ['take-back', 'refuse', 'withdraw']] as const)
    : (['ask-withdrawal', ['take-back', 'refuse', 'republish']] as const);
  const last = log.findLast(
    ({ what }) => what === asking || (answers as readonly string[]).includes(what),
  );
  return last?.what === asking ? last : null;
};

/** How an entry came from sight; null where that was not done here, or it is shown. */
export const standingStop = (log: EntryLog, isWithdrawn: boolean): LogEvent | null =>
  isWithdrawn ? (log.findLast(({ what }) => what === 'withdraw') ?? null) : null;

/** The refusal of the last request; null where something else has happened since. */
export const standingRefusal = (log: EntryLog): LogEvent | null => {
  const last = log.at(-1);
  return last?.what === 'refuse' ? last : null;
};
