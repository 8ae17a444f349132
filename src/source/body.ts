import type { Nodes, Root } from 'hast';
import { forbiddenReference } from './allowed-characters.ts';
import { endBareAddresses } from './bare-addresses.ts';
import { measureBody, mostTreeDepth, tooDeepNode } from './body-limits.ts';
import { applyBodyRules } from './body-rules.ts';
import { withCjkEmphasis } from './cjk-emphasis.ts';
import { withInertSyntax } from './inert-syntax.ts';
import { type Mentions, mentionsIn, noMentions } from './mentions.ts';
import { parseMdx } from './parse-mdx.ts';
import type { SourceProblem } from './source-problem.ts';

/** What was read in a body. */
export type Body = {
  /**
   * The safe tree: elements of ordinary Markdown (GFM, footnotes, definition lists), and `mdxJsx` elements of the
   * closed list with literal texts as attributes. It has no positions: the lines are in the mentions and problems.
   * Null where the body cannot be read or is not safe.
   */
  tree: Root | null;
  /** What the body mentions, also where it has problems. */
  mentions: Mentions;
  problems: SourceProblem[];
};

/**
 * Reads the body of an entry as data: nothing in it is ever evaluated.
 * @param body MDX after the front matter, with line feeds only
 * @param firstLine the line of the file on which it begins; lines of mentions and problems are the file's
 * @returns the tree with every problem; never throws
 */
export const readBody = (body: string, firstLine = 1): Body => {
  const { excess, parts } = measureBody(body, firstLine);
  if (excess) return unreadable([excess]);
  const unreadableCharacter = forbiddenReference(body);
  if (unreadableCharacter) {
    const { name, offset } = unreadableCharacter;
    const line = firstLine + body.slice(0, offset).split('\n').length - 1;
    return unreadable([{ code: 'text-unreadable', line, detail: { character: name } }]);
  }

  // Empty lines before it say nothing in Markdown, and make its lines those of the file.
  const { tree, problems } = parseMdx(
    '\n'.repeat(firstLine - 1) + withInertSyntax(withCjkEmphasis(body)),
    parts,
  );
  if (!tree) return unreadable(problems);

  const deep = tooDeepNode(tree);
  if (deep) {
    const line = deep.position?.start.line ?? firstLine;
    const detail = { most: mostTreeDepth };
    return unreadable([...problems, { code: 'body-too-deep', line, detail }]);
  }
  endBareAddresses(tree);
  const all = [...problems, ...applyBodyRules(tree)];
  const mentions = mentionsIn(tree);
  if (all.length > 0) return { tree: null, mentions, problems: all };
  forgetPositions(tree);
  return { tree, mentions, problems: [] };
};

/** Positions are half of a tree's memory, and only problems need them. */
const forgetPositions = (node: Nodes): void => {
  node.position = undefined;
  if ('children' in node) for (const child of node.children) forgetPositions(child);
};

const unreadable = (problems: SourceProblem[]): Body => ({
  tree: null,
  mentions: noMentions,
  problems,
});
