import type { Nodes, Root } from 'hast';
import type { ComponentName } from '../schema/body.ts';
import { componentRule, isFileName } from './component-rules.ts';
import { readLinkAddress } from './link-address.ts';
import { type Heading, headings } from './tree-text.ts';

/** What a body says that other files must answer for. */
export type Mentions = {
  /** Links and pictures whose address is a path or an anchor, in the order of the text. */
  links: { address: string; isPicture: boolean; line: number }[];
  /** Files that a component names. */
  files: { component: ComponentName; name: string; line: number }[];
  headings: Heading[];
};

/** Of a body that mentions nothing. */
export const noMentions: Mentions = { links: [], files: [], headings: [] };

/**
 * Gathers what a body mentions, also from a body with problems, so that an author learns of everything at once.
 * @param tree at most as deep as body-limits.ts allows
 */
export const mentionsIn = (tree: Root): Mentions => {
  const mentions: Mentions = { links: [], files: [], headings: headings(tree) };
  gather(tree, 1, mentions);
  return mentions;
};

const gather = (node: Nodes, holderLine: number, mentions: Mentions): void => {
  const line = node.position?.start.line ?? holderLine;
  if (node.type === 'element') {
    const { href, src, dataFootnoteRef, dataFootnoteBackref } = node.properties;
    // The parser itself links footnotes to and fro.
    const isFootnote = dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined;
    if (node.tagName === 'a' && !isFootnote) addLink(mentions, String(href ?? ''), false, line);
    if (node.tagName === 'img') addLink(mentions, String(src ?? ''), true, line);
  } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
      const endings = componentRule(node.name ?? '')?.attributes[attribute.name]?.file;
      if (!endings || !isFileName(attribute.value, endings)) continue;
      mentions.files.push({ component: node.name as ComponentName, name: attribute.value, line });
    }
  }
  if ('children' in node) for (const child of node.children) gather(child, line, mentions);
};

const addLink = (mentions: Mentions, address: string, isPicture: boolean, line: number): void => {
  const { kind } = readLinkAddress(address);
  if (kind === 'path' || kind === 'anchor') mentions.links.push({ address, isPicture, line });
};
