import type { Nodes } from 'hast';
import type { SourceProblem, SourceProblemDetails } from './source-problem.ts';

/**
 * What a body may not exceed, so that reading it takes less than a second whatever is in it. Measured with
 * satteri 0.10.5 at 1 MB: 50,000 lists or quotes on one line take minutes, 30,000 nested tags 5 s,
 * 200,000 footnote marks 3 s, a table of 1,000 columns with 1,000 lines makes 2 million nodes of 8 kB, and one
 * line of 100,000 Japanese characters with 10,000 words in bold takes 7 s (columns are counted from its beginning).
 */
const mostLines = 20_000;
const mostLineLength = 5000;
const mostMarkersOnLine = 50;
const mostTags = 1000;
const mostFootnotes = 2000;
const mostTableCells = 200_000;
/** Deeper than any text that is meant, and shallow enough for functions that call themselves on children. */
export const mostTreeDepth = 100;

/** More list and quote markers at the beginning of one line than any text has. */
const tooManyMarkers = new RegExp(
  `^(?:[ \\t]*(?:>|[-*+:][ \\t]|\\d{1,9}[.)][ \\t])){${mostMarkersOnLine + 1}}`,
  'm',
);
const tooLongLine = new RegExp(`^.{${mostLineLength + 1}}`, 'm');
/** The line under a table's head, `|---|:-:|`. */
const delimiterRow = /^[ \t>]*[|:-][|:\- \t]*$/gm;

type Excess = SourceProblemDetails['body-too-large']['what'];

/**
 * Tells before a body is parsed that parsing it would take too long.
 * @param body Markdown
 * @param firstLine the line of the file on which it begins
 */
export const excessOf = (body: string, firstLine: number): SourceProblem | null => {
  const lineAt = (offset: number) => firstLine + count(body.slice(0, offset), '\n');
  const tooLarge = (what: Excess, most: number, offset: number): SourceProblem => ({
    code: 'body-too-large',
    line: lineAt(offset),
    detail: { what, most },
  });

  const lines = count(body, '\n');
  if (lines > mostLines) return tooLarge('lines', mostLines, 0);
  const line = tooLongLine.exec(body);
  if (line) return tooLarge('line', mostLineLength, line.index);
  const markers = tooManyMarkers.exec(body);
  if (markers) {
    const detail = { most: mostMarkersOnLine };
    return { code: 'body-too-deep', line: lineAt(markers.index), detail };
  }
  if (count(body, '<') > mostTags) return tooLarge('tags', mostTags, body.indexOf('<'));
  if (count(body, '[^') > mostFootnotes) {
    return tooLarge('footnotes', mostFootnotes, body.indexOf('[^'));
  }
  for (const row of body.matchAll(delimiterRow)) {
    const columns = count(row[0], '|') + 1;
    if (columns > 2 && columns * lines > mostTableCells) {
      return tooLarge('table', mostTableCells, row.index);
    }
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

const count = (text: string, part: string): number => {
  let found = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) {
    found += 1;
  }
  return found;
};
