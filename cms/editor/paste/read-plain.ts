import type { Block, Inline } from '../word/blocks.ts';
import { plainly } from '../word/blocks.ts';
import { readableText } from '../word/readable-text.ts';
import { readCells } from './read-cells.ts';

/** Signs by which somebody wrote Markdown, or a part of an entry: such a text stays as it is. */
const markdown: readonly RegExp[] = [
  /^#{2,4} \S/m,
  /^\|.*\|[ \t]*\n\|[ :|-]+\|/m,
  /\[\^[^\]\s]+\]/,
  /\]\([^)\s]+\)/,
  /\*\*[^*\s][^*]*\*\*/,
  /\\[!-/:-@[-`{-~]/,
  /\\\n/,
  /<\/?(?:Callout|Steps|Figure|Download|Chart|ruby|br)\b/,
  /&(?:lt|gt|amp|quot);/,
];

/** Whether a text is in the grammar of entries already. */
export const isMarkdown = (text: string): boolean => markdown.some((sign) => sign.test(text));

/** 「- 3 -」 is the number of a page. */
const bullet = /^(\s*)(?!-\s*\d+\s*-\s*$)[-*+][ \t]+(?=\S)/;
const number = /^(\s*)(\d{1,3})[.)][ \t]+(?=\S)/;

/**
 * Reads plain text: lines stay lines, an empty line ends a paragraph, and lists stay lists.
 * @param text with line feeds only
 * @param isGuessed whether lines with 「- 」 and 「1. 」 are items, and cells between tabs a table
 */
export const readPlain = (text: string, isGuessed: boolean): Block[] => {
  const cells = isGuessed ? readCells(text) : null;
  if (cells) return [{ kind: 'table', rows: cells }];
  const blocks: Block[] = [];
  let open: Inline[] = [];
  const end = () => {
    if (open.length > 0) {
      blocks.push({ kind: 'paragraph', words: open, role: 'text', aligned: 'start' });
    }
    open = [];
  };
  const lines = text
    .split(/\n|\v|\f|\u2028|\u2029/)
    .map((line) => readableText(line.replaceAll('\t', '　')));
  for (const [at, line] of lines.entries()) {
    const item = isGuessed ? itemIn(line, lines[at - 1] ?? '', lines[at + 1] ?? '') : null;
    if (item) {
      end();
      blocks.push(item);
    } else if (line.trim() === '') end();
    else open.push(...(open.length > 0 ? [{ kind: 'break' } as const] : []), plainly(line));
  }
  end();
  return blocks;
};

const itemIn = (line: string, before: string, after: string): Block | null => {
  const pattern = bullet.test(line) ? bullet : number;
  const found = pattern.exec(line);
  // A number alone may be that of a heading.
  if (!found || (pattern === number && !number.test(before) && !number.test(after))) return null;
  const [mark, indent = '', digits] = found;
  const place = {
    list: digits === undefined ? 'plain bullets' : 'plain numbers',
    depth: Math.min(4, Math.floor(indent.replaceAll('　', '  ').length / 2)),
    ordered: digits !== undefined,
    number: Number(digits ?? 0),
    shown: digits === undefined ? '' : `${digits}.`,
    isWord: false,
  };
  return { kind: 'item', words: [plainly(line.slice(mark.length))], place };
};
