import type { Nodes } from 'hast';
import { type BodyCensus, type BodyPart, type CountedLine, countBody } from './body-census.ts';
import type { SourceProblem, SourceProblemDetails } from './source-problem.ts';

/** Deeper than any text that is meant, and shallow enough for functions that call themselves on children. */
export const mostTreeDepth = 100;
/** More list and quote markers at the beginning of one line than any text has. */
const mostMarkersOnLine = 50;
const mostLineLength = 5000;

/** What may be too much in a body: one kind of its parts, a line, or all parts together. */
export type BodyExcess = SourceProblemDetails['body-too-large']['what'];

/**
 * What a body may not exceed, so that reading and rendering it takes less than 300 ms and 100 MB whatever is in it. The
 * longest body of the portal's first year has 4,000 characters, 91 lines, 40 links and 48 places in tables. A node of the
 * tree costs 10 µs and 3.5 kB until it is a page (satteri 0.10.5); some parts cost more than a node each: a footnote
 * makes eight, an unclosed tag has the body read again.
 */
export const mostOfParts: Readonly<
  Record<Exclude<BodyExcess, 'line' | 'charts' | 'parts'>, number>
> = {
  lines: 20_000,
  items: 4000,
  tags: 1000,
  footnotes: 500,
  comments: 1000,
  references: 2000,
  emphasis: 4000,
  links: 3000,
  headings: 1000,
  cells: 5000,
  copied: 20_000_000,
};
/** Of all that becomes a node, together. */
export const mostParts = 8000;
/** So many nodes of the tree come of one part at most: an item of a list with its paragraph, its text and line feeds. */
export const mostNodesOfPart = 5;

/** How many nodes at most come of one part: a footnote's mark has its link, its way back, and an item at the end. */
const weights: Readonly<Partial<Record<BodyPart, number>>> = {
  writtenLines: 1,
  items: 1,
  tags: 1,
  footnotes: 4,
  comments: 1,
  references: 1,
  emphasis: 1,
  links: 1,
  headings: 1,
  cells: 1,
};
const weighed = Object.entries(weights) as [BodyPart, number][];

/** The parts of a body together, from which the nodes of its tree can be told: no more than mostNodesOfPart for each. */
export const partsOf = (census: Readonly<BodyCensus>): number =>
  weighed.reduce((sum, [part, weight]) => sum + weight * census[part], 0);

/** A place on which a body is too much, and what it is too much of. */
type Excess = { what: BodyExcess; most: number } | { markers: number };

const kinds = Object.entries(mostOfParts) as [keyof typeof mostOfParts, number][];

const excessAt = ({ census, markers }: CountedLine): Excess | null => {
  if (markers > mostMarkersOnLine) return { markers: mostMarkersOnLine };
  for (const [what, most] of kinds) if (census[what] > most) return { what, most };
  return partsOf(census) > mostParts ? { what: 'parts', most: mostParts } : null;
};

/** What is known of a body before it is parsed. */
export type MeasuredBody = {
  /** Why it may not be parsed; null where it may. */
  excess: SourceProblem | null;
  /** How much of everything stands in it (partsOf). */
  parts: number;
  /** How many characters were looked at to know it. */
  steps: number;
};

/**
 * Tells before a body is parsed whether parsing it would take too long.
 * @param body Markdown
 * @param firstLine the line of the file on which it begins
 */
export const measureBody = (body: string, firstLine: number): MeasuredBody => {
  const long = longLine(body);
  if (long !== null) {
    const detail = { what: 'line', most: mostLineLength } as const;
    const excess = { code: 'body-too-large', line: firstLine + long, detail } as const;
    return { excess, parts: 0, steps: body.length };
  }
  let excess: Excess | null = null;
  let line = firstLine;
  const { census, steps } = countBody(body, (counted) => {
    excess = excessAt(counted);
    line = firstLine + counted.line - 1;
    return excess === null;
  });
  return { excess: problemOf(excess, line), parts: partsOf(census), steps: steps + body.length };
};

const problemOf = (excess: Excess | null, line: number): SourceProblem | null => {
  if (!excess) return null;
  return 'markers' in excess
    ? { code: 'body-too-deep', line, detail: { most: excess.markers } }
    : { code: 'body-too-large', line, detail: excess };
};

/** The first line that is too long, counted from 0. */
const longLine = (body: string): number | null => {
  for (let from = 0, line = 0; from < body.length; line += 1) {
    const feed = body.indexOf('\n', from);
    const end = feed === -1 ? body.length : feed;
    if (end - from > mostLineLength) return line;
    from = end + 1;
  }
  return null;
};

/** The first node that lies deeper than any text that is meant; null where none does. */
export const tooDeepNode = (tree: Nodes): Nodes | null => {
  let level: Nodes[] = [tree];
  for (let depth = 0; depth <= mostTreeDepth; depth += 1) {
    level = level.flatMap((node) => ('children' in node ? (node.children as Nodes[]) : []));
  }
  return level[0] ?? null;
};
