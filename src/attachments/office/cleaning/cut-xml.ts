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
  /** Whether the words of an element go, while it stays with the elements in it. */
  words?(element: string, within: readonly string[]): boolean;
};

/**
 * Cuts elements, attributes and words out of a part, and leaves every other character as it is.
 * @returns the text itself where there is nothing to cut, or where it is no whole XML
 */
export const cutXml = (xml: string, cuts: Cuts): string => {
  return cutSpans(xml, spansOf(xml, cuts));
};

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

/** Whether there is anything to cut; what comes after the first of it is not read. */
export const hasCuts = (xml: string, cuts: Cuts): boolean => {
  const found = new Error('There is something to cut.');
  try {
    const once =
      <T extends unknown[]>(isCut: (...asked: T) => boolean) =>
      (...asked: T): boolean => {
        if (isCut(...asked)) throw found;
        return false;
      };
    const { element, attribute } = cuts;
    const stopping: Cuts = {
      ...cuts,
      ...(element ? { element: once(element) } : {}),
      ...(attribute ? { attribute: once(attribute) } : {}),
    };
    return spansOf(xml, stopping).length > 0;
  } catch (error) {
    if (error === found) return true;
    throw error;
  }
};

const spansOf = (xml: string, { element, attribute, words }: Cuts): XmlSpan[] => {
  const spans: XmlSpan[] = [];
  const names: string[] = [];
  /** Whether the words of what is open go, the innermost last. */
  const wordless: boolean[] = [];
  let last = 0;
  /** Where an element that goes began, and how deep it lies; inside of it nothing is asked. */
  let going: { from: number; depth: number } | null = null;
  const dropWords = (to: number) => {
    if (wordless.at(-1) && /\S/.test(xml.slice(last, to))) spans.push({ from: last, to });
  };
  const isWhole = walkXml(xml, {
    open(name, attributes, span) {
      if (!going) {
        dropWords(span.from);
        last = span.to;
        if (names.length > 0 && element?.(name, attributes, names)) {
          going = { from: span.from, depth: names.length };
        } else if (attribute) {
          spans.push(
            ...attributesIn(xml, span, (local, value, written) =>
              attribute(local, name, value, written),
            ),
          );
        }
      }
      wordless.push(!going && words?.(name, names) === true);
      names.push(name);
    },
    text() {},
    close(_name, end) {
      names.pop();
      if (going) {
        if (going.depth === names.length) {
          spans.push({ from: going.from, to: end });
          going = null;
        }
      } else {
        dropWords(xml.lastIndexOf('<', end - 1));
      }
      wordless.pop();
      if (!going) last = end;
    },
  });
  return isWhole ? spans : [];
};

/** An attribute of a start tag, with the space before it (XML 1.0, production 41). */
const attributePattern = /\s+([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')/g;

/** The attributes of a start tag for which this holds, each with the space before it. */
export const attributesIn = (
  xml: string,
  { from, to }: XmlSpan,
  isCut: (local: string, value: string, written: string) => boolean,
): XmlSpan[] => {
  const tag = xml.slice(from, to);
  return [...tag.matchAll(attributePattern)].flatMap((found) => {
    const [whole, written = '', quoted = ''] = found;
    const isDeclaration = /^xmlns(?::|$)/.test(written);
    const local = written.slice(written.indexOf(':') + 1);
    if (isDeclaration || !isCut(local, quoted.slice(1, -1), written)) return [];
    return [{ from: from + found.index, to: from + found.index + whole.length }];
  });
};
