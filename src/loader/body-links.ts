import type { Nodes, Root } from 'hast';
import type { BodyContext } from './render-body.ts';

/** The targets of all links of a body, as its author wrote them. */
export const linksIn = (node: Nodes): string[] => {
  const own = node.type === 'element' && node.tagName === 'a' ? [String(node.properties.href)] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(linksIn)] : own;
};

/**
 * Where all links of a body lead in an edition. Asked before the body is rendered: the files that links name are then the first
 * among those that the entry uses.
 */
export const resolvedLinks = (body: Root | null, context: BodyContext): string[] =>
  (body ? linksIn(body) : []).map((link) => String(context.resolveLink(link)));
