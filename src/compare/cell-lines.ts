/** One line of a cell for a program that knows no HTML: what stands before it, and its words with what they lead to. */
export type CellLine = { mark: string; runs: { text: string; address?: string }[] };

const blocks = new Set('p li dt dd tr caption blockquote pre figure figcaption small'.split(' '));
const inOneLine = (node: Node): string => (node.textContent ?? '').replace(/\s+/g, ' ');

/**
 * Takes cleaned parts of a page as lines: list items with their mark or number, the rows of a table with bars between cells.
 * Nothing is left out but pictures, whose words stand in for them.
 */
export function cellLines(parts: readonly Node[]): CellLine[] {
  const lines: CellLine[] = [{ mark: '', runs: [] }];
  for (const part of parts) write(part, '', lines);
  return lines.filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
}

function write(node: Node, mark: string, lines: CellLine[]): void {
  const say = (text: string, address?: string | null) => {
    lines.at(-1)?.runs.push(address ? { text, address } : { text });
  };
  const begin = (before: string) => lines.push({ mark: before, runs: [] });
  if (node.nodeType === 3) say(inOneLine(node));
  if (node.nodeType !== 1) return;
  const element = node as Element;
  const name = element.localName;
  if (name === 'br') begin('');
  else if (name === 'img') say(element.getAttribute('alt') ?? '');
  else if (name === 'a') say(inOneLine(element), element.getAttribute('href'));
  else if (name === 'rt') say(`（${inOneLine(element)}）`);
  else if (name !== 'rp') {
    if (blocks.has(name)) begin(mark);
    writeChildren(element, lines, say);
    if (blocks.has(name)) begin('');
  }
}

function writeChildren(element: Element, lines: CellLine[], say: (text: string) => void): void {
  let number = Number(element.getAttribute('start') ?? 1);
  let cells = 0;
  for (const child of element.childNodes) {
    const { localName: name = '' } = child as Element;
    if (/^t[dh]$/.test(name) && cells++ > 0) say('｜');
    const mark = element.localName === 'ol' ? `${number}. ` : '・';
    if (name === 'li') number += 1;
    write(child, name === 'li' ? mark : '', lines);
  }
}
