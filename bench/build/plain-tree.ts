import { entryLink, figureMark } from './body.ts';
import type { Corpus, CorpusEntry, Figure } from './corpus.ts';
import type { FileTree } from './portal-tree.ts';

/** Peers draw no charts: the same figures as a table. */
const figureTable = ({ title, respondents, rows }: Figure): string =>
  [
    `${title}（回答${respondents}機関）`,
    '',
    '| 様式 | 機関数 |',
    '| --- | --- |',
    ...rows.map(([answer, count]) => `| ${answer} | ${count} |`),
  ].join('\n');

const entryFile = (entry: CorpusEntry): string =>
  [
    '---',
    `title: ${JSON.stringify(entry.title)}`,
    `description: ${JSON.stringify(entry.summary)}`,
    '---',
    '',
    entry.body
      .replace(entryLink, '(/$1/)')
      .replace(figureMark, entry.figure ? figureTable(entry.figure) : ''),
  ].join('\n');

/** Where an entry lies below a peer's folder of pages. */
export const plainEntryPath = ({ contentPath }: CorpusEntry, ending: string): string =>
  `${contentPath}${ending}`;

/**
 * The same texts as plain Markdown, which every peer reads; a home page so that each site has one.
 * @param ending of the files: `.md` or `.mdx`
 */
export function plainTree({ entries }: Corpus, ending: string): FileTree {
  const home =
    '---\ntitle: ホーム\ndescription: 計測のためのサイト\n---\n\n計測のためのページです。\n';
  return new Map([
    [`index${ending}`, home],
    ...entries.map((entry) => [plainEntryPath(entry, ending), entryFile(entry)] as const),
  ]);
}
