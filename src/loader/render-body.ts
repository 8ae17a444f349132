import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { headings } from '../source/tree-text.ts';
import { type CardFile, fileCard, withheldCard, withheldNote } from './file-card.ts';
import { type HeadwordFinder, linkHeadwords } from './glossary-links.ts';
import { screenText } from './typography.ts';

/** What a body needs from outside: where its links lead, and the files beside it. */
export type BodyContext = {
  /** The address of a link's target, or `null` when this edition does not show it. */
  resolveLink(href: string): string | null;
  /** Whether a file beside the entry is not given out until somebody has looked at it. */
  isWithheld(name: string): boolean;
  /** The name of the file beside the entry to which a link or picture leads; null where it leads elsewhere. */
  linkedFile(href: string): string | null;
  /** A file beside the entry that the body names. */
  file(name: string): CardFile;
  /** Width and height of a picture, in pixels, where they are known. */
  pictureSize(name: string): { width: number; height: number } | undefined;
  /** The finished figure of a Chart component. */
  chart(attributes: Readonly<Record<string, string>>): Element;
  headwords: HeadwordFinder;
};

/** A body as HTML, with its headings. */
export type RenderedBody = {
  html: string;
  headings: { depth: number; slug: string; text: string }[];
};

/** An MDX element as Sätteri leaves it in the tree; the check has already held it against the closed list. */
type Component = {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string;
  attributes: { name: string; value: string | null }[];
  children: RootContent[];
};
type BodyNode = RootContent | Component;

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element => ({ type: 'element', tagName, properties, children });
const text = (value: string): ElementContent => ({ type: 'text', value });

const isComponent = (node: BodyNode): node is Component =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const calloutTitles: Record<string, string> = { note: '補足', caution: '注意' };

/** How each component of the closed list becomes HTML. */
function renderComponent(component: Component, context: BodyContext): Element {
  const attributes = Object.fromEntries(
    component.attributes.map(({ name, value }) => [name, value ?? '']),
  );
  const children = component.children as ElementContent[];
  switch (component.name) {
    case 'Callout': {
      const kind = attributes['kind'] === 'caution' ? 'caution' : 'note';
      return element('aside', { className: ['callout', kind] }, [
        element('p', { className: ['callout-title'] }, [
          text(attributes['title'] || calloutTitles[kind] || ''),
        ]),
        ...children,
      ]);
    }
    case 'Steps':
      return element('div', { className: ['steps'] }, children);
    case 'Figure': {
      const name = attributes['src'] ?? '';
      if (context.isWithheld(name)) return withheldCard(attributes['alt'] ?? '');
      return element('figure', {}, [
        element('img', {
          src: context.file(name).address,
          alt: attributes['alt'] ?? '',
          loading: 'lazy',
          ...context.pictureSize(name),
        }),
        ...(children.length > 0 ? [element('figcaption', {}, children)] : []),
      ]);
    }
    case 'Download': {
      const name = attributes['file'] ?? '';
      const file = context.file(name);
      return context.isWithheld(name) ? withheldCard(file.title) : fileCard(file);
    }
    case 'Chart':
      return context.chart(attributes);
    case 'ruby':
    case 'rt':
    case 'rp':
    case 'br':
      return element(component.name, {}, children);
    default:
      throw new Error(`No rendering for <${component.name}>. Add it to renderComponent().`);
  }
}

/** A scrolling box around a table, which the keyboard can reach. */
const scrollable = (table: Element): Element =>
  element('div', { className: ['table-scroll'], role: 'region', ariaLabel: '表', tabIndex: 0 }, [
    table,
  ]);

/** A checkbox that nobody can tick is a sign, not a control. */
const taskSign = (checked: boolean): Element =>
  element('span', { className: ['task'], role: 'img', ariaLabel: checked ? '済' : '未' }, [
    text(checked ? '☑' : '☐'),
  ]);

/**
 * Turns the safe tree of a body into HTML for this edition. The tree is consumed.
 * A link whose target the edition does not show becomes plain words, so that no address leaks.
 */
export function renderBody(body: Root, context: BodyContext): RenderedBody {
  // Read before the text is set for the screen: the check knows anchors by the author's own characters.
  const anchors = headings(body);
  let nextAnchor = 0;

  const finish = (node: Element): ElementContent[] => {
    switch (node.tagName) {
      case 'a': {
        const href = String(node.properties['href'] ?? '');
        const linked = context.linkedFile(href);
        if (linked !== null && context.isWithheld(linked)) {
          return [...node.children, withheldNote()];
        }
        const address = context.resolveLink(href);
        if (address === null) return node.children;
        node.properties['href'] = address;
        return [node];
      }
      case 'img': {
        const name = context.linkedFile(String(node.properties['src'] ?? ''));
        const alt = text(String(node.properties['alt'] ?? ''));
        // Only in a draft: the check lets no picture go on that is not there.
        if (name === null) return [alt];
        if (context.isWithheld(name)) return [alt, withheldNote()];
        Object.assign(
          node.properties,
          { src: context.file(name).address, loading: 'lazy' },
          context.pictureSize(name),
        );
        return [node];
      }
      case 'input':
        return [taskSign(node.properties['checked'] === true)];
      case 'table':
        return [scrollable(node)];
      default:
        return [node];
    }
  };

  const visit = (children: BodyNode[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type === 'text') return [text(screenText(child.value))];
      if (isComponent(child)) {
        child.children = visit(child.children) as RootContent[];
        return [renderComponent(child, context)];
      }
      if (child.type !== 'element') return [];
      child.children = visit(child.children);
      if (/^h[2-4]$/.test(child.tagName) && child.properties['id'] === undefined) {
        child.properties['id'] = anchors[nextAnchor++]?.id ?? '';
      }
      return finish(child);
    });

  const tree: Root = { type: 'root', children: visit(body.children as BodyNode[]) };
  linkHeadwords(tree, context.headwords);
  return {
    html: toHtml(tree),
    headings: anchors.map(({ depth, id, text: words }) => ({
      depth,
      slug: id,
      text: screenText(words),
    })),
  };
}
