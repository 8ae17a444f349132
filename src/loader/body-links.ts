import type { Nodes } from 'hast';

/** The targets of all links of a body, as its author wrote them. */
export const linksIn = (node: Nodes): string[] => {
  const own = node.type === 'element' && node.tagName === 'a' ? [String(node.properties.href)] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(linksIn)] : own;
};
