/** The same is on so many pages, at least. */
const fewestPages = 3;

/** Printers have no more to say; what was cut off a page that somebody wrote mostly is more. */
const most = { lines: 8, letters: 120 };

/** The name of a file of a program of layout. */
const layoutFile = /\w\.(?:qxd|qxp|indd|inx|fm|pmd|cdr)(?![a-z])/i;

/** A day, with a time behind it or not, as programs put it into names: 200102210754. */
const stamp = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?$/;

/** A name that a system gave to a job: parts of letters and figures, more figures than letters. */
const jobName = /^[a-z\d]+(?:[_-][a-z\d]+)+$/i;

/**
 * Tells what printers and programs of layout write beside a page for themselves, to be cut off with its edges: the name of
 * the file, the day, how far the proofs are. It is on page after page and differs by a number alone, or is no language.
 * @param beside what stands beside each page, line by line, without spaces
 * @returns whether a line that stands beside a page, by its place in the list, is such
 */
export const slugsOf = (
  beside: readonly (readonly string[])[],
): ((page: number, text: string) => boolean) => {
  const counts = new Map<string, number>();
  for (const texts of beside) {
    for (const text of new Set(texts.map(withoutNumbers)))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return (page, text) =>
    (beside[page]?.length ?? 0) <= most.lines &&
    text.length <= most.letters &&
    ((counts.get(withoutNumbers(text)) ?? 0) >= fewestPages ||
      layoutFile.test(text) ||
      stamp.test(text) ||
      isJobName(text));
};

/** Figures, and the small Roman ones at the end, by which books count their first pages. */
const withoutNumbers = (text: string): string =>
  text.replace(/[ivxlc]+$/, '').replace(/\p{N}+/gu, '');

const isJobName = (text: string): boolean =>
  jobName.test(text) && countOf(text, /\d/g) >= countOf(text, /[a-z]/gi);

const countOf = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;
