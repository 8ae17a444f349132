import type { Element, ElementContent, Nodes } from 'hast';

/**
 * Ends each address that stands bare in running text where the Japanese begins. GFM ends one only at white space
 * (https://github.github.com/gfm/#extended-autolink-path-validation), so `https://example.jp/を参照` would lead to
 * a page that nobody wrote. The tree is changed in place.
 */
export const endBareAddresses = (node: Nodes): void => {
  if (!('children' in node)) return;
  for (const child of node.children) endBareAddresses(child);
  const children = node.children as ElementContent[];
  if (!children.some(isBareAddress)) return;
  node.children = children.flatMap((child) =>
    isBareAddress(child) ? parted(child) : [child],
  ) as typeof node.children;
};

type BareAddress = Element & { children: [{ type: 'text'; value: string }] };

/** A link as wide in the source as its text has no brackets around it. */
const isBareAddress = (node: ElementContent): node is BareAddress => {
  if (node.type !== 'element' || node.tagName !== 'a' || !node.position) return false;
  const [text, ...others] = node.children;
  if (text?.type !== 'text' || others.length > 0 || !/[^!-~]/.test(text.value)) return false;
  const { start, end } = node.position;
  return start.line === end.line && end.column - start.column === text.value.length;
};

const parted = (link: BareAddress): ElementContent[] => {
  const [{ value }] = link.children;
  const address = /^[!-~]*/.exec(value)?.[0] ?? '';
  const scheme = /^[a-z]+:/i.test(address) ? '' : 'http://';
  return [
    {
      ...link,
      properties: { ...link.properties, href: scheme + address },
      children: [{ type: 'text', value: address }],
    },
    { type: 'text', value: value.slice(address.length) },
  ];
};
