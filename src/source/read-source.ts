import type { Root } from 'hast';
import { forbiddenCharacter } from './allowed-characters.ts';
import { readBody } from './body.ts';
import { readFields, readFrontMatter } from './front-matter.ts';
import { type Mentions, noMentions } from './mentions.ts';
import type { SourceProblem } from './source-problem.ts';
import type { DataPath } from './yaml-data.ts';

/** A text file of content, read by itself. */
export type Source = {
  /** Null where the fields cannot be read. */
  data: Record<string, unknown> | null;
  /** The line of the file where a value of the data begins. */
  lineOf(path: DataPath): number;
  /** The safe tree of the body; null for a `.yaml` entry, and where the body has a problem. */
  body: Root | null;
  /** What the body mentions, also where it has problems. */
  mentions: Mentions;
  problems: SourceProblem[];
};

/** The most that a text file may hold: about 500 pages of Japanese. */
export const mostTextBytes = 1_000_000;

/**
 * Reads an entry (`index.mdx`): front matter and body.
 * @param text the file, decoded; a byte order mark and Windows line ends are put up with
 * @returns its data and tree with every problem; never throws
 */
export const readSource = (text: string): Source => {
  const unreadable = unreadableText(text);
  if (unreadable) return unreadable;
  const { body, bodyLine, data, lineOf, problems } = readFrontMatter(withLineFeeds(text));
  const { tree, mentions, problems: bodyProblems } = readBody(body, bodyLine);
  return { data, lineOf, body: tree, mentions, problems: [...problems, ...bodyProblems] };
};

/**
 * Reads an entry that is fields only (`.yaml`): an institution or a term.
 * @param text the file, decoded
 * @returns its data with every problem; never throws
 */
export const readYamlSource = (text: string): Source =>
  unreadableText(text) ?? {
    ...readFields(withLineFeeds(text), 1),
    body: null,
    mentions: noMentions,
  };

const withLineFeeds = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

const unreadableText = (text: string): Source | null => {
  const bytes = Buffer.byteLength(text);
  if (bytes > mostTextBytes) {
    return withProblem({ code: 'text-too-long', line: 1, detail: { bytes, most: mostTextBytes } });
  }
  const lines = withLineFeeds(text);
  const found = forbiddenCharacter(lines);
  if (!found) return null;
  return withProblem({
    code: 'text-unreadable',
    line: lines.slice(0, found.offset).split('\n').length,
    detail: { character: found.name },
  });
};

const withProblem = (problem: SourceProblem): Source => ({
  data: null,
  lineOf: () => problem.line,
  body: null,
  mentions: noMentions,
  problems: [problem],
});
