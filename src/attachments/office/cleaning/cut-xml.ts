import { walkXml, type XmlSpan } from '../xml-tree.ts';

/** What is to be cut out of one part of an Office file. Names are under the prefixes of xml-tree.ts. */
export type Cuts = {
  /**
   * Whether an element goes, with all that is in it; never the outermost one.
   * @param within the names of the elements around it, the innermost last
   */
  element?(
    name: string,
    attributes: Readonly<Record<string, string>>,
    within: readonly string[],
  ): boolean;
  /**
   * Whether an attribute goes.
   * @param local its name without a prefix
   * @param value as it is written, with its character references
   * @param written its name as it is written
   */
  attribute?(local: string, element: string, value: string, written: string): boolean;
};

/**
 * Cuts elements and attributes out of a part, and leaves every other character as it is.
 * @param all what goes, each as if it were alone; the text is read once for all of them
 * @returns the text itself where there is nothing to cut, or where it is no whole XML
 */
export const cutXml = (xml: string, all: readonly Cuts[]): string =>
  cutSpans(xml, spansOf(xml, all));

/** Cuts stretches out of a text. @param spans in the order in which they end */
export const cutSpans = (xml: string, spans: readonly XmlSpan[]): string => {
  if (spans.length === 0) return xml;
  const kept: string[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    if (from > at) kept.push(xml.slice(at, from));
    at = Math.max(at, to);
  }
  kept.push(xml.slice(at));
  return kept.join('');
};

/**
 * Those of which there is anything to cut. The text is read once for all of them, and no further than up to the first of
 * each.
 */
export const cutsIn = (xml: string, all: readonly Cuts[]): ReadonlySet<Cuts> => {
  const found = new Set<Cuts>();
  const left = new Set(all);
  const isThere = new Error('All of it is there.');
  const within: string[] = [];
  try {
    walkXml(xml, {
      open(name, attributes, span, written) {
        const tag = attributesIn(xml, span, written, left);
        for (const cuts of left) {
          const isCut =
            (within.length > 0 && cuts.element?.(name, attributes, within)) ||
            tag.some(({ local, value, written: called }) =>
              cuts.attribute?.(local, name, value, called),
            );
          if (!isCut) continue;
          found.add(cuts);
          left.delete(cuts);
        }
        if (left.size === 0) throw isThere;
        within.push(name);
      },
      text() {},
      close() {
        within.pop();
      },
    });
  } catch (error) {
    if (error !== isThere) throw error;
  }
  return found;
};

const spansOf = (xml: string, all: readonly Cuts[]): XmlSpan[] => {
  const spans: XmlSpan[] = [];
  const within: string[] = [];
  /** Where an element that goes began, and how deep it lies; inside of it nothing is asked. */
  let going: { from: number; depth: number } | null = null;
  const isWhole = walkXml(xml, {
    open(name, attributes, span, written) {
      if (!going) {
        if (within.length > 0 && all.some(({ element }) => element?.(name, attributes, within))) {
          going = { from: span.from, depth: within.length };
        } else {
          for (const { local, value, written: called, from, to } of attributesIn(
            xml,
            span,
            written,
            all,
          )) {
            if (all.some(({ attribute }) => attribute?.(local, name, value, called))) {
              spans.push({ from, to });
            }
          }
        }
      }
      within.push(name);
    },
    text() {},
    close(_name, end) {
      within.pop();
      if (going?.depth !== within.length) return;
      spans.push({ from: going.from, to: end });
      going = null;
    },
  });
  return isWhole ? spans : [];
};

/** The attributes of a start tag where any of these asks for them. */
const attributesIn = (
  xml: string,
  span: XmlSpan,
  { attributes }: { attributes: Readonly<Record<string, string>> },
  asking: Iterable<Cuts>,
): readonly WrittenAttribute[] => {
  for (const _ in attributes) {
    for (const { attribute } of asking) if (attribute) return writtenAttributes(xml, span);
    return [];
  }
  return [];
};

/** An attribute as it stands in a start tag, with the space before it. */
export type WrittenAttribute = XmlSpan & {
  /** Its name without a prefix. */
  local: string;
  /** Its name as it is written. */
  written: string;
  /** With its character references. */
  value: string;
};

/** An attribute of a start tag, with the space before it (XML 1.0, production 41). */
const attributePattern = /\s+([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** The attributes of a start tag, without declarations of namespaces. */
export const writtenAttributes = (xml: string, { from, to }: XmlSpan): WrittenAttribute[] => {
  const found: WrittenAttribute[] = [];
  for (const one of xml.slice(from, to).matchAll(attributePattern)) {
    const [whole, written = '', quoted = ''] = one;
    if (/^xmlns(?::|$)/.test(written)) continue;
    const begin = from + one.index;
    found.push({
      from: begin,
      to: begin + whole.length,
      local: written.slice(written.indexOf(':') + 1),
      written,
      value: quoted.slice(1, -1),
    });
  }
  return found;
};
