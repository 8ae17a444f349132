import type { Relationships } from '../../../src/attachments/office/relationships.ts';
import { shownForm } from '../../../src/attachments/office/shown-form.ts';
import { childOf, childrenOf, type XmlElement } from '../../../src/attachments/office/xml-tree.ts';
import { readableText } from '../word/readable-text.ts';
import type { WordNode } from '../word/word-tree.ts';

/** The words of a paragraph of a slide with their looks and links; nothing where it says nothing. */
export const paragraphNodes = (paragraph: XmlElement, relationships: Relationships): WordNode[] => {
  const nodes = childrenOf(paragraph).flatMap((part) => partNodes(part, relationships));
  return nodes.some(saysSomething) ? nodes : [];
};

/** Several paragraphs as one line, as the title of a slide is. */
export const wordsOfParagraphs = (
  paragraphs: readonly XmlElement[],
  relationships: Relationships,
): WordNode[] =>
  paragraphs
    .map((paragraph) => paragraphNodes(paragraph, relationships))
    .filter((nodes) => nodes.length > 0)
    .flatMap((nodes, at): WordNode[] => (at > 0 ? [{ type: 'text', value: ' ' }, ...nodes] : nodes))
    .map((node): WordNode => (node.type === 'break' ? { type: 'text', value: ' ' } : node));

/** The letters of such words. */
export const plainText = (nodes: readonly WordNode[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      return 'children' in node ? plainText(node.children as WordNode[]) : '';
    })
    .join('');

const saysSomething = (node: WordNode): boolean =>
  node.type === 'text'
    ? node.value.trim() !== ''
    : 'children' in node && (node.children as WordNode[]).some(saysSomething);

const partNodes = (part: XmlElement, relationships: Relationships): WordNode[] => {
  switch (part.name) {
    case 'a:r':
      return [runNode(part, relationships)];
    case 'a:br':
      return [{ type: 'break', breakType: 'line' }];
    case 'a:fld':
      // The number of a slide is no text of its own.
      return part.attributes['type'] === 'slidenum' ? [] : [runNode(part, relationships)];
    case 'mc:AlternateContent':
      return childrenOf(shownForm(part)).flatMap((form) => partNodes(form, relationships));
    case 'a:pPr':
    case 'a:endParaRPr':
      return [];
    default: {
      const value = formulaWords(part);
      return value === '' ? [] : [{ type: 'text', value }];
    }
  }
};

/** A formula is told by its letters. */
const formulaWords = (element: XmlElement): string =>
  element.name === 'm:t' || element.name === 'a:t'
    ? readableText(element.children.join(''))
    : childrenOf(element).map(formulaWords).join('');

const isOn = (written = ''): boolean => /^(?:1|true)$/.test(written);

const runNode = (run: XmlElement, relationships: Relationships): WordNode => {
  const properties = childOf(run, 'a:rPr');
  const { b, i, strike, baseline } = properties?.attributes ?? {};
  const shift = Number(baseline ?? 0);
  const value = readableText(
    childrenOf(run, 'a:t')
      .flatMap(({ children }) => children)
      .join(''),
  );
  const node: WordNode = {
    type: 'run',
    isBold: isOn(b),
    isItalic: isOn(i),
    isStrikethrough: strike !== undefined && strike !== 'noStrike',
    verticalAlignment: shift > 0 ? 'superscript' : shift < 0 ? 'subscript' : 'baseline',
    children: [{ type: 'text', value }],
  };
  const id = childOf(properties, 'a:hlinkClick')?.attributes['r:id'];
  const relationship = relationships.get(id ?? '');
  // Without one it leads to a slide of the same file.
  return relationship?.external && relationship.type === 'hyperlink'
    ? { type: 'hyperlink', href: relationship.target, children: [node] }
    : node;
};
