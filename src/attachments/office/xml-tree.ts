import { Parser } from 'htmlparser2';
import { laterNamespaces } from './later-namespaces.ts';

/** An element of an Office file, its name and its attributes' names under the prefixes of `namespaces`. */
export type XmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly XmlNode[];
};
/** An element, or a text between elements. */
export type XmlNode = XmlElement | string;

/** Deeper than any document that a person wrote, and shallow enough for functions that call themselves on children. */
const mostDepth = 400;

const ooxml = 'http://schemas.openxmlformats.org';
/**
 * The prefix under which this program knows a namespace (ECMA-376): a file may use any other. Those of the strict
 * form are read as the transitional ones, which is what every reader of Word files knows.
 */
const namespaces: Record<string, string> = {
  [`${ooxml}/wordprocessingml/2006/main`]: 'w',
  [`${ooxml}/officeDocument/2006/relationships`]: 'r',
  [`${ooxml}/officeDocument/2006/math`]: 'm',
  [`${ooxml}/drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${ooxml}/drawingml/2006/main`]: 'a',
  [`${ooxml}/drawingml/2006/picture`]: 'pic',
  [`${ooxml}/drawingml/2006/chart`]: 'c',
  [`${ooxml}/drawingml/2006/diagram`]: 'dgm',
  [`${ooxml}/drawingml/2006/spreadsheetDrawing`]: 'xdr',
  [`${ooxml}/presentationml/2006/main`]: 'p',
  [`${ooxml}/spreadsheetml/2006/main`]: 'x',
  // As Office 2007 wrote it before it was finished; later ones keep such workbooks behind charts.
  [`${ooxml}/spreadsheetml/2006/5/main`]: 'x',
  [`${ooxml}/spreadsheetml/2006/7/main`]: 'x',
  [`${ooxml}/officeDocument/2006/extended-properties`]: 'ep',
  [`${ooxml}/package/2006/metadata/core-properties`]: 'cp',
  [`${ooxml}/markup-compatibility/2006`]: 'mc',
  [`${ooxml}/package/2006/relationships`]: 'rel',
  [`${ooxml}/package/2006/content-types`]: 'ct',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing': 'xdr',
  'http://purl.oclc.org/ooxml/presentationml/main': 'p',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://purl.oclc.org/ooxml/officeDocument/extendedProperties': 'ep',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** What is told while the XML of a part is read; names are under the prefixes of `namespaces`. */
export type XmlVisitor = {
  /**
   * @param span where its start tag stands in the text, after a byte order mark
   * @param written the name and the attributes as they are written, declarations of namespaces among them
   */
  open(
    name: string,
    attributes: Readonly<Record<string, string>>,
    span: XmlSpan,
    written: { name: string; attributes: Readonly<Record<string, string>> },
  ): void;
  /** A piece of a text; there may be more of it. */
  text(piece: string): void;
  /** @param end where the element ends in the text */
  close(name: string, end: number): void;
};

/** A stretch of a text, from one place up to another that no longer belongs to it. */
export type XmlSpan = { from: number; to: number };

/**
 * Reads one part of an Office file without keeping it. A document type, and with it every entity of its own, means
 * nothing here.
 * @returns whether the text is one whole XML, and no deeper than any real document
 */
export const walkXml = (text: string, visitor: XmlVisitor): boolean => {
  const xml = text.replace(/^\uFEFF/, '');
  const open: { name: string; scope: Scope }[] = [];
  const outside = scopeOf(new Map([['xml', 'xml']]));
  let outermost = 0;
  let whole = true;
  const parser = new Parser(
    {
      onopentag(written, attributes) {
        if (open.length >= mostDepth) {
          whole = false;
          parser.pause();
          return;
        }
        if (open.length === 0) outermost += 1;
        const scope = scopeWith(open.at(-1)?.scope ?? outside, attributes);
        const name = elementName(written, scope);
        open.push({ name, scope });
        // The parser takes the end of a closing tag before a space in it for its end.
        const span = { from: xml.indexOf('<', parser.startIndex), to: parser.endIndex + 1 };
        const given = understood(name, knownAttributes(attributes, scope), scope);
        visitor.open(name, given, span, { name: written, attributes });
      },
      ontext(piece) {
        if (open.length > 0) visitor.text(piece);
      },
      onclosetag() {
        const closed = open.pop();
        if (closed) visitor.close(closed.name, xml.indexOf('>', parser.endIndex) + 1);
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  // What is still open here would be closed by the parser itself, and the end of a text would be missing unseen.
  if (open.length > 0) whole = false;
  parser.end();
  return whole && outermost === 1;
};

/**
 * Reads one part of an Office file.
 * @returns the outermost element; null where the text is no whole XML, or lies deeper than any real document
 */
export const readXml = (text: string): XmlElement | null => {
  const outermost: XmlNode[] = [];
  /** The contents of what is open, the innermost last. */
  const open: XmlNode[][] = [outermost];
  const whole = walkXml(text, {
    open(name, attributes) {
      const children: XmlNode[] = [];
      open.at(-1)?.push({ name, attributes, children });
      open.push(children);
    },
    text(piece) {
      const children = open.at(-1) ?? [];
      const last = children.at(-1);
      // The parser hands over a text in pieces, one for each character reference in it.
      if (typeof last === 'string') children[children.length - 1] = last + piece;
      else children.push(piece);
    },
    close() {
      open.pop();
    },
  });
  return whole ? (outermost.find(isElement) ?? null) : null;
};

/** What the prefixes mean where an element stands, and the names that were met there under those of this program. */
type Scope = {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly elements: Map<string, string>;
  readonly attributes: Map<string, string>;
};
const scopeOf = (prefixes: Scope['prefixes']): Scope => ({
  prefixes,
  elements: new Map(),
  attributes: new Map(),
});

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

const prefixOf: ReadonlyMap<string, string> = new Map([
  ...Object.entries(laterNamespaces),
  ...Object.entries(namespaces),
]);
const knownPrefix = (address: string): string => prefixOf.get(address) ?? 'other';

const scopeWith = (outer: Scope, attributes: Readonly<Record<string, string>>): Scope => {
  let declares = false;
  for (const name in attributes) declares ||= isDeclaration(name);
  if (!declares) return outer;
  return scopeOf(
    new Map([
      ...outer.prefixes,
      ...Object.keys(attributes)
        .filter(isDeclaration)
        .map((name): [string, string] => [
          name.slice('xmlns:'.length),
          knownPrefix(attributes[name] ?? ''),
        ]),
    ]),
  );
};

/** The attributes under names that this program knows; most files write those already. */
const knownAttributes = (
  written: Readonly<Record<string, string>>,
  scope: Scope,
): Readonly<Record<string, string>> => {
  let isKnown = true;
  for (const name in written) isKnown &&= attributeName(name, scope) === name;
  if (isKnown) return written;
  return Object.fromEntries(
    Object.keys(written)
      .filter((name) => !isDeclaration(name))
      .map((name) => [attributeName(name, scope), written[name] ?? '']),
  );
};

const elementName = (written: string, { elements, prefixes }: Scope): string => {
  const before = elements.get(written);
  if (before !== undefined) return before;
  // An element without a prefix is in the default namespace.
  const name = underKnownPrefix(written, prefixes, Math.max(0, written.indexOf(':')));
  elements.set(written, name);
  return name;
};

/** Empty for a declaration, which is no attribute. */
const attributeName = (written: string, { attributes, prefixes }: Scope): string => {
  const before = attributes.get(written);
  if (before !== undefined) return before;
  const colon = written.indexOf(':');
  const name = isDeclaration(written)
    ? ''
    : colon === -1
      ? // It is in no namespace.
        written
      : underKnownPrefix(written, prefixes, colon);
  attributes.set(written, name);
  return name;
};

const underKnownPrefix = (written: string, prefixes: Scope['prefixes'], colon: number): string =>
  `${prefixes.get(written.slice(0, colon)) ?? 'other'}:${written.slice(written.indexOf(':') + 1)}`;

/**
 * What a form asks for is named by prefixes (ECMA-376 part 3, section 7.6): they are given as the known ones too, `other`
 * for what nobody knows here.
 */
const understood = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  { prefixes }: Scope,
): Readonly<Record<string, string>> => {
  const asked = name === 'mc:Choice' ? attributes['Requires'] : undefined;
  if (asked === undefined) return attributes;
  const known = asked.split(/\s+/).filter(Boolean);
  return { ...attributes, Requires: known.map((one) => prefixes.get(one) ?? 'other').join(' ') };
};

/** Writes an element as a part of an Office file, in the transitional form. */
export const writeXml = (element: XmlElement): string => {
  const written = new Map<string, string>();
  for (const [address, prefix] of Object.entries(namespaces)) {
    if (!written.has(prefix)) written.set(prefix, address);
  }
  const declarations = [...written].map(([prefix, address]) => [`xmlns:${prefix}`, address]);
  return writeElement({
    ...element,
    attributes: { ...Object.fromEntries(declarations), ...element.attributes },
  });
};

const writeElement = ({ name, attributes, children }: XmlElement): string => {
  const pairs = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  const inner = children
    .map((child) => (typeof child === 'string' ? escaped(child) : writeElement(child)))
    .join('');
  return `<${name}${pairs}>${inner}</${name}>`;
};

const escaped = (text: string): string =>
  text.replace(/[&<>"\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Tells an element from a text. */
export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** Makes an element. */
export const make = (
  name: string,
  attributes: Record<string, string> = {},
  children: readonly XmlNode[] = [],
): XmlElement => ({ name, attributes, children });

/** The child elements, all or those of one name. */
export const childrenOf = (element: XmlElement | null, name?: string): XmlElement[] => {
  const found: XmlElement[] = [];
  for (const child of element?.children ?? []) {
    if (isElement(child) && (name === undefined || child.name === name)) found.push(child);
  }
  return found;
};

/** The first child of a name, or down a path of names; null where there is none. */
export const childOf = (element: XmlElement | null, ...path: string[]): XmlElement | null =>
  path.reduce<XmlElement | null>(
    (found, name) =>
      (found?.children.find((child) => isElement(child) && child.name === name) as
        | XmlElement
        | undefined) ?? null,
    element,
  );

/** The attribute `w:val` of a child; null where the child or the attribute is missing. */
export const valOf = (element: XmlElement | null, ...path: string[]): string | null =>
  childOf(element, ...path)?.attributes['w:val'] ?? null;

/** Every element below, in the order of the text. */
export function* descendantsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    yield child;
    if (child.children.length > 0) yield* descendantsOf(child);
  }
}

/** Whether a switch such as `<w:b/>` is on; null where it is not there at all. */
export const switchOf = (element: XmlElement | null, name: string): boolean | null => {
  const found = childOf(element, name);
  if (!found) return null;
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '');
};
