import type { EntryDifference } from '../../difference/compare-entries.ts';
import type { Run } from '../../difference/runs.ts';
import type { Sign } from '../../difference/sign.ts';
import { signWords, reviewWords as words } from './words.ts';

/** A place of the list of changes. */
export type Change = {
  /** Of the element that shows it. */
  readonly id: string;
  readonly label: string;
  /** null where the whole is read: nothing is compared. */
  readonly sign: Sign | null;
  /** What is read aloud when somebody comes to it. */
  readonly said: string;
  /** Where a note about it stands. */
  readonly field: string;
};

/** Ids of the elements that show changes. */
export const idOf = {
  field: (name: string) => `change-field-${name}`,
  section: (index: number) => `change-section-${index}`,
  file: (index: number) => `change-file-${index}`,
};

/** Everything that changed, in the order of the page. */
export const changesOf = ({ fields, sections, files }: EntryDifference): Change[] => [
  ...fields.map(({ name, label, sign, items }) => ({
    id: idOf.field(name),
    label,
    sign,
    said: saidOf(label, sign, items.flat()),
    field: name,
  })),
  ...sections.flatMap(({ heading, headingRuns, lines, sign }, index) => {
    const label = heading ?? words.beforeHeadings;
    const runs = [...headingRuns, ...lines.flatMap((line) => line.runs)];
    return sign
      ? [{ id: idOf.section(index), label, sign, said: saidOf(label, sign, runs), field: 'body' }]
      : [];
  }),
  ...files.map(({ sign, before, after }, index) => {
    const label = (after ?? before)?.name ?? '';
    const field = `file:${label}`;
    return { id: idOf.file(index), label, sign, said: saidOf(label, sign, []), field };
  }),
];

/** The headings of what is read whole. */
export const contentsOf = ({ sections }: EntryDifference): Change[] =>
  sections.map(({ heading }, index) => {
    const label = heading ?? words.beforeHeadings;
    return { id: idOf.section(index), label, sign: null, said: `${label}。`, field: 'body' };
  });

/** So much of a changed text is read aloud in the list; the rest is read where it stands. */
const mostSaid = 60;

const saidOf = (label: string, sign: Sign, runs: readonly Run[]): string => {
  const parts = runs.flatMap(({ kind, text, move, isNumber }) => {
    const said = text.trim();
    if (kind === 'same' || isNumber || said === '') return [];
    const short = said.length > mostSaid ? `${said.slice(0, mostSaid)}…` : said;
    if (move !== undefined) return kind === 'added' ? [`「${short}」を移しました。`] : [];
    return [kind === 'added' ? `「${short}」を足しました。` : `「${short}」を消しました。`];
  });
  return `${label}。${parts.slice(0, 3).join('') || `${signWords[sign]}。`}`;
};
