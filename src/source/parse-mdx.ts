import type { Nodes, Root } from 'hast';
import { type Features, mdxToHast } from 'satteri';
import { componentRule, unknownTag } from './component-rules.ts';
import type { SourceProblem, TagMistake } from './source-problem.ts';
import { asWritten, standIns } from './stand-ins.ts';

const features: Features = {
  gfm: { footnotes: { label: '脚注', backLabel: '本文の参照箇所{reference}に戻る' } },
  definitionList: true,
  // It is split off before, and would otherwise be looked for a second time.
  frontmatter: false,
};
/** How many slips with `<` are told at once. Each costs one more reading of the body, so a long one gets fewer. */
const mostRetries = 20;
const mostCharactersReread = 400_000;
const mostPartsReread = 10_000;

/** Comments are the only expressions that the parser gets; one ends early where its block does. */
const brokenComment = /end of file in expression/;

/** The tree of a text, or why there is none. */
export type ParsedMdx = { tree: Root | null; problems: SourceProblem[] };

/** An attribute by which an HTML element runs a program. */
const eventHandler = /\s(on\w+)\s*=/i;

/**
 * Parses MDX whose braces are inert (inert-syntax.ts). The parser stops at the first `<` that opens no sound tag;
 * that one is reported and taken out, and the rest read again, so that an author learns of all of them at once. Where
 * there are too many, or the parser fails in another way, the rest is read as plain Markdown, so that nothing in it
 * goes unseen.
 * @param text MDX, with an empty line for each line before it in its file, so that lines are the file's
 * @param parts how much stands in it (body-limits.ts), which is what reading it again costs
 * @returns the tree, or null where not even that succeeds; never throws
 */
export const parseMdx = (text: string, parts: number): ParsedMdx => {
  const problems: SourceProblem[] = [];
  const takenOut = new Set<string>();
  const retries = Math.min(
    mostRetries,
    Math.floor(mostCharactersReread / text.length),
    Math.floor(mostPartsReread / parts),
  );
  let rest = text;
  for (let retry = 0; retry <= retries; retry += 1) {
    try {
      return { tree: rootOf(mdxToHast(rest, { features })), problems };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const line = lineOf(reason);
      const offset = lessThanAt(rest, reason);
      if (brokenComment.test(reason)) {
        problems.push({ code: 'body-comment', line, detail: {} });
        return parsePlain(rest, problems);
      }
      if (offset === null) {
        problems.push({ code: 'body-failed', line, detail: { reason } });
        return parsePlain(rest, problems);
      }
      const name = tagNameAt(rest, offset);
      const unpaired = /closing tag/.test(reason);
      // The other half of a pair whose first half is gone is no second slip.
      if (!unpaired || !takenOut.has(name)) {
        problems.push(problemAt(rest, offset, unpaired, line));
      }
      if (name) takenOut.add(name);
      rest = rest.slice(0, offset) + withoutTag(rest.slice(offset));
    }
  }
  return parsePlain(rest, problems);
};

/** Reads a body of which problems are known already with its tags and comments as plain text; tells of foreign tags. */
const parsePlain = (text: string, problems: SourceProblem[]): ParsedMdx => {
  const all = [...problems, ...foreignTags(text)];
  try {
    const plain = text.replaceAll('<', standIns.lessThan).replaceAll('{', standIns.closeBrace);
    return { tree: rootOf(mdxToHast(plain, { features })), problems: all };
  } catch {
    return { tree: null, problems: all };
  }
};

/** The tags in a text that belong to no component, or that would run something; each kind once. */
const foreignTags = (text: string): SourceProblem[] => {
  const found = new Map<string, SourceProblem>();
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(/<(?:[/!]?[A-Za-z]|!--)[^<>]*/g)) {
    line += text.slice(counted, match.index).split('\n').length - 1;
    counted = match.index;
    const problem = problemAt(text, match.index, false, line);
    if (problem.code !== 'body-syntax') found.set(JSON.stringify(problem.detail), problem);
  }
  return [...found.values()];
};

/** The opening sign and the braces of the tag that a text begins with have been reported: the rest is plain text. */
const withoutTag = (text: string): string =>
  text.replace(wholeTag, (tag) =>
    tag.replace('<', standIns.lessThan).replaceAll(standIns.openBrace, standIns.closeBrace),
  );

const wholeTag = /^<[^>\n]{0,300}>?/;

const rootOf = (tree: Nodes): Root =>
  tree.type === 'root' ? tree : ({ type: 'root', children: [tree] } as Root);

/** The parser's errors begin with `line:column:`. */
const lineOf = (reason: string): number => Number(/^(\d+):/.exec(reason)?.[1] ?? 1);

/** Where the `<` is that the parser's error points at. */
const lessThanAt = (text: string, reason: string): number | null => {
  const position = /^(\d+):(\d+):/.exec(reason);
  if (!position) return null;
  let start = 0;
  for (let line = 1; line < Number(position[1]); line += 1) start = text.indexOf('\n', start) + 1;
  const wanted = start + Number(position[2]) - 1;
  // The column counts characters of another kind where the line holds emoji: take the nearest before.
  const before = text.lastIndexOf('<', wanted);
  const offset = before >= start ? before : text.indexOf('<', wanted);
  return offset === -1 ? null : offset;
};

const tagNameAt = (text: string, offset: number): string =>
  /^<\/?([A-Za-z][\w.:-]*)/.exec(text.slice(offset, offset + 100))?.[1] ?? '';

const problemAt = (
  text: string,
  offset: number,
  unpaired: boolean,
  line: number,
): SourceProblem => {
  const name = tagNameAt(text, offset);
  const tag = wholeTag.exec(text.slice(offset, offset + 400))?.[0] ?? '<';
  if (tag.startsWith('<!')) return { code: 'body-html', line, detail: { name: '!--' } };
  if (name && !componentRule(name) && !/^<\/?[\w.-]+:/.test(tag)) return unknownTag(name, line);
  if (!unpaired && name && tag.includes(standIns.openBrace)) {
    return { code: 'body-attribute-expression', line, detail: { component: name } };
  }
  const handler = eventHandler.exec(tag)?.[1];
  if (handler) {
    return {
      code: 'body-attribute-unknown',
      line,
      detail: { component: name, attribute: handler },
    };
  }
  return {
    code: 'body-syntax',
    line,
    detail: { mistake: tagMistake(tag, unpaired), name: name || asWritten(tag).slice(0, 40) },
  };
};

const tagMistake = (tag: string, unpaired: boolean): TagMistake => {
  if (unpaired) return tag.startsWith('</') ? 'unopened' : 'unclosed';
  return /^<(?:[a-z]+:|[^\s<>]+@)/.test(tag) ? 'address' : 'bare';
};
