/** What a page says to a worker that waits, once the reader has agreed to an update. */
export const takeOver = 'take-over';
