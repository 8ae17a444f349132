import { lookAttribute } from './inert-html.ts';

/** Elements that begin a new line, whatever they stand in. All that are in no list are only passed through. */
export const blockNames: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose content is no text: what runs, loads, draws or asks. */
export const droppedNames: ReadonlySet<string> = new Set(
  (
    'applet audio base button canvas embed frame frameset iframe link map math meta noembed noframes noscript object ' +
    'option rp script select style svg template textarea title video xml'
  ).split(' '),
);

/** The name of an element, in small letters; `text` and `other` for what is none. */
export const nameOf = (node: Node): string =>
  node.nodeType === 1
    ? (node as Element).tagName.toLowerCase()
    : node.nodeType === 3
      ? '#text'
      : '#other';

/** The program that wrote what was copied, as far as it writes in a way of its own. */
export type HtmlSource = 'word' | 'excel' | 'other';

/** Tells it by what Office writes into the head, or, where that is cut off, by its own style. */
export const sourceOf = (html: string): HtmlSource => {
  if (/urn:schemas-microsoft-com:office:excel|content=["']?Excel\.Sheet|data-sheets-/i.test(html)) {
    return 'excel';
  }
  const isWord =
    /urn:schemas-microsoft-com:office:word|content=["']?(?:Word\.Document|Microsoft Word)|class=["']?Mso|mso-list:/i;
  return isWord.test(html) ? 'word' : 'other';
};

/** How elements look, by their own `style` and the classes that the copy defines itself. */
export type HtmlStyles = {
  /** Declarations in small letters with one space at most between words; the later counts. */
  of(element: Element): string;
};

const rule = /([^{}]{1,300})\{([^{}]{0,5000})\}/g;

/** Reads the style sheets within the copy: Office says there what is hidden, struck out or coloured. */
export const readStyles = (sheets: readonly string[], source: HtmlSource): HtmlStyles => {
  const classes = new Map<string, string>();
  for (const sheet of source === 'other' ? [] : sheets) {
    for (const [, selectors = '', declarations = ''] of sheet.matchAll(rule)) {
      for (const selector of selectors.replace(/<!--|\/\*[^*]*\*\//g, '').split(',')) {
        const name = /^\s*\w*\.([\w-]+)\s*$/.exec(selector)?.[1];
        if (name) classes.set(name, `${classes.get(name) ?? ''};${simple(declarations)}`);
      }
    }
  }
  const known = new Map<Element, string>();
  const read = (element: Element): string => {
    const own = simple(element.getAttribute(lookAttribute) ?? '');
    if (classes.size === 0) return own;
    const named = (element.getAttribute('class') ?? '').split(/\s+/);
    return [...named.map((name) => classes.get(name) ?? ''), own].join(';');
  };
  return {
    of(element) {
      const style = known.get(element) ?? read(element);
      known.set(element, style);
      return style;
    },
  };
};

const simple = (declarations: string): string =>
  declarations
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s?([:;])\s?/g, '$1');

/** The last value of a property; empty where there is none. */
export const declared = (style: string, property: string): string => {
  const at = style.lastIndexOf(`;${property}:`);
  const from =
    at >= 0
      ? at + property.length + 2
      : style.startsWith(`${property}:`)
        ? property.length + 1
        : -1;
  if (from < 0) return '';
  const end = style.indexOf(';', from);
  return style.slice(from, end < 0 ? undefined : end);
};

/** Why a reader of the document does not see an element; null where they do. */
export const unseenAs = (
  element: Element,
  style: string,
): 'hidden' | 'comment' | 'deleted' | 'contents' | 'placeholder' | 'mark' | 'margin' | null => {
  const kind = element.getAttribute('class') ?? '';
  const of = declared(style, 'mso-element');
  if (declared(style, 'mso-list') === 'ignore') return 'mark';
  if (/^(?:header|footer)/.test(of)) return 'margin';
  if (of.startsWith('comment') || /^mso(?:com|commentreference)/i.test(kind)) return 'comment';
  if (/^msodel\b/i.test(kind)) return 'deleted';
  if (/^msoplaceholdertext\b/i.test(kind)) return 'placeholder';
  if (/^msotoc(?:\d|heading)/i.test(kind)) return 'contents';
  const isHidden =
    declared(style, 'display') === 'none' ||
    declared(style, 'visibility') === 'hidden' ||
    declared(style, 'mso-hide') === 'all' ||
    element.hasAttribute('hidden');
  return isHidden ? 'hidden' : null;
};
