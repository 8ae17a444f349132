import { createAlike, pairsInOrder } from './alike.ts';
import { compareLists, newMeter } from './compare-lists.ts';
import { compareProse } from './compare-prose.ts';
import type { Run } from './runs.ts';
import { type Sign, signOf } from './sign.ts';

/** A file beside an entry, with what was read in it. */
export type ComparedFile = {
  readonly name: string;
  readonly bytes: number;
  /** Names its bytes. */
  readonly version: string;
  readonly reading: FileReading | null;
};

/** The text of a file, page by page or section by section. */
export type FileReading = {
  readonly unit: 'page' | 'slide' | 'sheet' | 'text' | 'picture' | 'archive';
  readonly pageCount: number | null;
  readonly pages: readonly {
    readonly number: number;
    readonly label: string;
    readonly text: string;
  }[];
  /** There is more in the file than was compared. */
  readonly isCut?: boolean;
};

/** What became of a file. */
export type FileChange = {
  readonly sign: Sign;
  readonly before: ComparedFile | null;
  readonly after: ComparedFile | null;
  /** Its pages, where both versions were read; null where no text can be compared. */
  readonly pages: readonly PageChange[] | null;
};

/** What became of a page of a file that was replaced. */
export type PageChange = {
  readonly before: number | null;
  readonly after: number | null;
  readonly label: string;
  readonly sign: Sign | null;
  readonly runs: readonly Run[];
};

/**
 * Compares the files of an entry. One with another name that came where one of the same kind went, as a form of the next
 * year, is its new version.
 */
export const compareFiles = (
  before: readonly ComparedFile[],
  after: readonly ComparedFile[],
): { readonly changed: FileChange[]; readonly same: ComparedFile[] } => {
  const here = new Map(after.map((file) => [file.name, file]));
  const there = new Set(before.map(({ name }) => name));
  const gone = before.filter(({ name }) => !here.has(name));
  const come = after.filter(({ name }) => !there.has(name));
  const names = (files: readonly ComparedFile[]) => files.map(({ name }) => name);
  const others = pairsInOrder(names(gone), names(come), (one, other) =>
    endingOf(one) === endingOf(other) ? createAlike()(one, other) : 0,
  );
  const renamed = new Map(gone.map((file, index) => [come[others[index] ?? -1], file]));
  const changed: FileChange[] = [];
  const same: ComparedFile[] = [];
  for (const file of after) {
    const earlier = before.find(({ name }) => name === file.name) ?? renamed.get(file) ?? null;
    if (earlier?.version === file.version && earlier.name === file.name) same.push(file);
    else changed.push(changeOf(earlier, file));
  }
  gone.forEach((file, index) => {
    if ((others[index] ?? -1) < 0) changed.push(changeOf(file, null));
  });
  return { changed, same };
};

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.')).toLowerCase();

const changeOf = (before: ComparedFile | null, after: ComparedFile | null): FileChange => ({
  sign: before === null ? '＋' : after === null ? '−' : '±',
  before,
  after,
  pages:
    before?.reading && after?.reading
      ? comparePages(before.reading.pages, after.reading.pages)
      : null,
});

type Page = FileReading['pages'][number];

/** Pairs pages that have the same text, and between them the most alike. */
const comparePages = (before: readonly Page[], after: readonly Page[]): PageChange[] => {
  const alike = createAlike();
  const textsOf = (pages: readonly Page[]) => pages.map(({ text }) => text);
  const stretches = compareLists(textsOf(before), textsOf(after), newMeter());
  let [gone, come] = [0, 0];
  return stretches.flatMap((stretch, index): PageChange[] => {
    const isAnswer = stretch.kind === 'added' && stretches[index - 1]?.kind === 'removed';
    if (isAnswer) return [];
    const next = stretches[index + 1];
    const isReplaced = stretch.kind === 'removed' && next?.kind === 'added';
    const old = before.slice(gone, gone + stretch.before.length);
    const fresh = after.slice(come, come + (isReplaced ? next.after : stretch.after).length);
    gone += old.length;
    come += fresh.length;
    if (stretch.kind === 'same') return fresh.map((page, at) => pageChange(old[at] ?? null, page));
    const others = pairsInOrder(textsOf(old), textsOf(fresh), alike);
    const earlier = new Map(old.map((page, at) => [fresh[others[at] ?? -1], page]));
    return [
      ...fresh.map((page) => pageChange(earlier.get(page) ?? null, page)),
      ...old.filter((_, at) => (others[at] ?? -1) < 0).map((page) => pageChange(page, null)),
    ];
  });
};

const pageChange = (before: Page | null, after: Page | null): PageChange => {
  const runs = compareProse(before?.text ?? '', after?.text ?? '');
  const sign: Sign | null = before === null ? '＋' : after === null ? '−' : signOf(runs);
  return {
    before: before?.number ?? null,
    after: after?.number ?? null,
    label: (after ?? before)?.label ?? '',
    sign,
    runs,
  };
};
