/** A file of the search is missing or damaged, so that no answer can be trusted. Reloading the page tries again. */
export class SearchUnavailable extends Error {
  /** Whether it was taken away for good since the index was made: the answer is whole without it. */
  readonly isGone: boolean;

  constructor(file: string, cause?: unknown, isGone = false) {
    super(`The search cannot read ${file}.`, { cause });
    this.name = 'SearchUnavailable';
    this.isGone = isGone;
  }
}
