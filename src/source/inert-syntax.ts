import { standIns } from './stand-ins.ts';

/**
 * Takes from a body everything that the MDX parser would hand to its JavaScript reader, but for plain comments:
 * braces, and lines that begin with import or export. Nothing of those is allowed in content, and the reader
 * crashes the whole process on some thousand nested brackets (satteri 0.10.5), which no `catch` sees.
 * Lines stay where they are. What was taken is found in the tree by its stand-in, and restored where it is code.
 * @param body Markdown as its author wrote it
 */
export const withInertSyntax = (body: string): string =>
  inertBraces(body).replace(/^(?=(?:import|export)\b)/gm, standIns.moduleWord);

const inertBraces = (body: string): string => {
  if (!body.includes('{')) return body;
  const comments = commentFinder(body);
  let inert = '';
  let copied = 0;
  // An escaped backslash is matched so that the brace after it is not taken for an escaped one.
  const token = /\\\\|\\\{|\{/g;
  for (let match = token.exec(body); match; match = token.exec(body)) {
    if (match[0] === '\\\\') continue;
    inert += body.slice(copied, match.index);
    copied = token.lastIndex;
    if (match[0] === '\\{') {
      inert += standIns.escapedBrace;
      continue;
    }
    const comment = comments(match.index);
    if (comment === null) {
      inert += standIns.openBrace;
    } else {
      inert += `{${withoutBraces(comment)}}`;
      copied = match.index + comment.length + 2;
      token.lastIndex = copied;
    }
  }
  return inert + body.slice(copied);
};

const withoutBraces = (text: string): string =>
  text.replaceAll('{', standIns.openBrace).replaceAll('}', standIns.closeBrace);

/**
 * Finds what is between the braces of a comment that begins at an offset; null where none does.
 * Where the next comment ends is remembered, so that a file full of openings is read once.
 */
const commentFinder = (body: string): ((offset: number) => string | null) => {
  let end = -1;
  return (offset) => {
    if (!body.startsWith('{/*', offset)) return null;
    const from = offset + 3;
    if (end < from) end = body.indexOf('*/', from);
    if (end === -1) {
      end = Number.POSITIVE_INFINITY;
      return null;
    }
    return body[end + 2] === '}' ? body.slice(offset + 1, end + 2) : null;
  };
};
