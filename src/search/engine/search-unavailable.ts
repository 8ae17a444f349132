/** A file of the search is missing or damaged, so that no answer can be trusted. Reloading the page tries again. */
export class SearchUnavailable extends Error {
  constructor(file: string, cause?: unknown) {
    super(`The search cannot read ${file}.`, { cause });
    this.name = 'SearchUnavailable';
  }
}
