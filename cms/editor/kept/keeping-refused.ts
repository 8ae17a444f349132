import { keepingSentences } from './words.ts';

/**
 * Why the browser did not keep a text. `full`: no space; `files`: the text is kept, its files are not; `unavailable`: the
 * browser has no store here (a private window); `newer`: another tab has brought a newer store.
 */
export type KeepingTrouble = keyof typeof keepingSentences;

/** A text was not kept, or not all of it. The message is one Japanese sentence; the form goes on. */
export class KeepingRefused extends Error {
  readonly why: KeepingTrouble;

  constructor(why: KeepingTrouble, cause?: unknown) {
    super(keepingSentences[why], { cause });
    this.name = 'KeepingRefused';
    this.why = why;
  }
}

/** Puts what IndexedDB threw into one of the reasons. */
export const keepingTroubleOf = (error: unknown): KeepingTrouble => {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'newer' : 'unavailable';
};
