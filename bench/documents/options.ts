import { parseArgs } from 'node:util';

/** How the bench is used. */
export const usage = `npm run bench:documents -- --corpus DIR [--corpus DIR …] [--most N] [--drawn N] [--secret WORD] [--listed N] [--outcomes FILE]
--corpus  folders whose files are sent, with all folders below; the first folder names the corpus
--most    so many files of each corpus and format, spread evenly (all)
--drawn   so many cleaned files are drawn by LibreOffice before and after, and compared (0)
--secret  a word that no text, and no byte of what is kept, may hold
--listed  so many refusals are listed for each format (all)
--outcomes  where to write a line of JSON for each file: what became of it, and what was told; two runs are compared by it`;

/** What is asked of the bench. */
export type Options = {
  readonly corpora: readonly string[];
  readonly most: number;
  readonly drawn: number;
  readonly secret: string | null;
  readonly listed: number;
  readonly outcomes: string | null;
};

/** @throws Error where the words are not those of the usage */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      corpus: { type: 'string', multiple: true },
      most: { type: 'string' },
      drawn: { type: 'string', default: '0' },
      secret: { type: 'string' },
      listed: { type: 'string' },
      outcomes: { type: 'string' },
    },
  });
  if (!values.corpus?.length) throw new Error('No corpus is named.');
  const count = (given: string | undefined) => {
    const number = given === undefined ? Number.POSITIVE_INFINITY : Number(given);
    if (!(number >= 0)) throw new Error(`No number: ${given}`);
    return number;
  };
  return {
    corpora: values.corpus,
    most: count(values.most),
    drawn: count(values.drawn),
    secret: values.secret ?? null,
    listed: count(values.listed),
    outcomes: values.outcomes ?? null,
  };
};
