/** Whose copies a browser keeps apart: what everybody reads, and what somebody reads who is signed in. */
export type Whose = 'everybody' | 'members';

const day = 24 * 60 * 60 * 1000;

/** A copy's times, ISO: when it was last brought up to date, and until when it may be shown; without, for as long as it is kept. */
export type CopyTimes = { readonly updated: string; readonly until?: string };

/** Until when a copy may be shown that is taken now. @param days none where there is no end */
export const endOfCopy = (days: number | undefined, now: Date): { until?: string } =>
  days === undefined ? {} : { until: new Date(now.getTime() + days * day).toISOString() };

/**
 * Whether a copy may not be shown any more, by the clock of the device; a clock that was turned back to before the copy was
 * taken tells nothing, and a day's difference may be a mistake.
 */
export const isOver = ({ updated, until }: CopyTimes, now: Date): boolean => {
  if (until === undefined) return false;
  const time = now.getTime();
  return !(time < Date.parse(until)) || time < Date.parse(updated) - day;
};
