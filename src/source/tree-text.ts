import GithubSlugger from 'github-slugger';
import type { Element, Nodes } from 'hast';

/** A heading of a body. */
export type Heading = {
  depth: 2 | 3 | 4;
  text: string;
  /** The anchor that the page gives it, as GitHub would. */
  id: string;
  /** 1 where the tree has forgotten its positions (body.ts). */
  line: number;
};

/** Elements that begin a line of their own in running text. */
const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 li dt dd tr pre blockquote table ul ol dl section'.split(' '),
);

/**
 * The words of a tree, one block a line. Readings of ruby and the signs and heading of footnotes are no
 * words of the text.
 */
export const plainText = (tree: Nodes): string => {
  const parts: string[] = [];
  collect(tree, parts);
  // Line by line: a pattern for the blanks at the end of a line is tried at each of them.
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
};

const collect = (node: Nodes, parts: string[]): void => {
  if (node.type === 'text') parts.push(node.value);
  if (!('children' in node) || isUnspoken(node)) return;
  const isBlock =
    node.type === 'mdxJsxFlowElement' || (node.type === 'element' && blocks.has(node.tagName));
  if (isBlock) parts.push('\n');
  for (const child of node.children) collect(child, parts);
  if (isBlock) parts.push('\n');
};

const isUnspoken = (node: Nodes): boolean => {
  if (node.type === 'element') {
    const { dataFootnoteBackref, dataFootnoteRef, id } = node.properties;
    const isSign = dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined;
    return isSign || id === 'footnote-label';
  }
  const isJsx = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  return isJsx && (node.name === 'rt' || node.name === 'rp');
};

/**
 * The headings of a body from h2 to h4, with the anchors that the page gives them (those of h5 and h6 are counted).
 * The heading that the parser puts over footnotes is none of the author's.
 */
export const headings = (tree: Nodes): Heading[] => {
  const slugger = new GithubSlugger();
  const found: Heading[] = [];
  for (const element of headingElements(tree)) {
    const text = plainText(element);
    const id = slugger.slug(text);
    const depth = Number(element.tagName[1]);
    if (depth === 2 || depth === 3 || depth === 4) {
      found.push({ depth, text, id, line: element.position?.start.line ?? 1 });
    }
  }
  return found;
};

const headingElements = (node: Nodes): Element[] => {
  if (node.type === 'element' && /^h[2-6]$/.test(node.tagName)) {
    return node.properties.id === undefined ? [node] : [];
  }
  return 'children' in node ? node.children.flatMap((child) => headingElements(child)) : [];
};
