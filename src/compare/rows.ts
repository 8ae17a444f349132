import { practiceHeadings, soughtHeadings } from '../schema/taxonomy.ts';
import { entryWords } from '../strings/entry.ts';
import { compareWords as words } from './words.ts';

/** What a column needs to say of itself for its rows. */
export type Column<Cell> = {
  /** Whether it is a case study or a best practice, whose headings are settled. */
  isPractice: boolean;
  /** What it has, by the label of its row, in the order of its page. */
  cells: ReadonlyMap<string, Cell>;
};

/** One row: what each column has of it; undefined where it has nothing. */
export type Row<Cell> = { label: string; cells: (Cell | undefined)[] };

/** The headings of practices as rows; whom to ask stands at the end, with what the page says of it beside the text. */
const told = practiceHeadings.filter((heading) => heading !== entryWords.contact);
/** What guidelines and surveys say in facts, in the order of their pages. */
export const factLabels: readonly string[] = [
  entryWords.level,
  entryWords.issuer,
  entryWords.number,
  entryWords.edition,
  entryWords.effectiveFrom,
  entryWords.surveyedOn,
  entryWords.population,
  entryWords.respondents,
];
const last: readonly string[] = [words.contact, words.asOf, words.source];
const settled = new Set<string>([...told, ...factLabels, ...last]);

/**
 * The rows of a comparison: the headings of practices in their order, those that other texts have of their own, facts, and
 * last whom to ask, of when it is and where it comes from.
 * @returns the rows that any column has something for, and the labels of those that readers look for and none has
 */
export function comparisonRows<Cell>(columns: readonly Column<Cell>[]): {
  rows: Row<Cell>[];
  absent: string[];
} {
  const own = columns.flatMap(({ cells }) => [...cells.keys()]).filter((key) => !settled.has(key));
  const labels = [...told, ...new Set(own), ...factLabels, ...last];
  const rows = labels
    .map((label) => ({ label, cells: columns.map(({ cells }) => cells.get(label)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== undefined));
  const shown = new Set(rows.map(({ label }) => label));
  const sought = columns.some(({ isPractice }) => isPractice)
    ? labels.filter((label) => isSought(label))
    : [];
  return { rows, absent: sought.filter((label) => !shown.has(label)) };
}

/** Whether a reader is told that a text says nothing of it: a heading that few have is no gap. */
export const isSought = (label: string): boolean =>
  last.includes(label) || (soughtHeadings as readonly string[]).includes(label);
