import { Parser } from 'htmlparser2';

/** A stretch of a text, from one place up to another that no longer belongs to it. */
export type Stretch = { from: number; to: number };

/** A start tag of a drawing, its names resolved to namespaces. */
export type SvgElement = Stretch & {
  /** The address of its namespace; empty where it has none. */
  namespace: string;
  /** Its name without the prefix. */
  name: string;
  /** Its attributes with the space before each; declarations of namespaces are in the namespace of `xmlns`. */
  attributes: readonly SvgAttribute[];
};
/** An attribute where it stands in the text. */
export type SvgAttribute = Stretch & {
  namespace: string;
  name: string;
  /** Its value as it is written, without its quotes, and where that begins. */
  value: string;
  valueFrom: number;
};

/** What is told while a drawing is read. */
export type SvgVisitor = {
  open(element: SvgElement): void;
  /** A piece of a text; there may be more of it. */
  text(piece: string): void;
  /** @param end where the element ends in the text */
  close(end: number): void;
  /** A comment, a document type, or another instruction to programs. */
  aside(stretch: Stretch): void;
};

export const svgNamespace = 'http://www.w3.org/2000/svg';
export const xlinkNamespace = 'http://www.w3.org/1999/xlink';
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
/** Of the declarations of namespaces themselves: https://www.w3.org/TR/xml-names/#ns-decl. */
export const declarations = 'http://www.w3.org/2000/xmlns/';

const mostDepth = 200;

/** More than any program declares; each element would carry all of them. */
const mostPrefixes = 60;

type Scope = ReadonlyMap<string, string>;

/**
 * Reads a drawing once, from its beginning to its end. Entities and document types mean nothing here.
 * @returns whether it is one whole XML, no deeper than any real drawing, whose outermost element is that of a drawing
 */
export const walkSvg = (xml: string, visitor: SvgVisitor): boolean => {
  const open: Scope[] = [];
  let outermost = 0;
  let isWhole = true;
  const parser = new Parser(
    {
      onopentag() {
        const from = xml.indexOf('<', parser.startIndex);
        const tag = xml.slice(from, parser.endIndex + 1);
        if (open.length >= mostDepth) {
          isWhole = false;
          parser.pause();
          return;
        }
        const outer = open.at(-1) ?? builtIn;
        const { element, scope } = elementOf(tag, from, outer);
        if (scope.size > mostPrefixes) {
          isWhole = false;
          parser.pause();
          return;
        }
        if (open.length === 0) {
          outermost += 1;
          isWhole &&= element.namespace === svgNamespace && element.name === 'svg';
        }
        open.push(scope);
        visitor.open(element);
      },
      ontext(piece) {
        if (open.length > 0) visitor.text(piece);
      },
      onclosetag() {
        if (open.pop()) visitor.close(xml.indexOf('>', parser.endIndex) + 1);
      },
      oncomment() {
        visitor.aside({ from: parser.startIndex, to: parser.endIndex + 1 });
      },
      onprocessinginstruction() {
        visitor.aside({ from: parser.startIndex, to: parser.endIndex + 1 });
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  // What is still open here would be closed by the parser itself.
  if (open.length > 0) isWhole = false;
  parser.end();
  return isWhole && outermost === 1;
};

const builtIn: Scope = new Map([
  ['', ''],
  ['xml', xmlNamespace],
  ['xmlns', declarations],
]);

const elementOf = (tag: string, from: number, outer: Scope) => {
  const written = writtenIn(tag, from);
  const declared = written.filter(({ written: name }) => /^xmlns(?::|$)/.test(name));
  const scope: Scope =
    declared.length === 0
      ? outer
      : new Map([
          ...outer,
          ...declared.map(
            ({ written: name, value }) => [name.slice('xmlns:'.length), value] as const,
          ),
        ]);
  const resolve = (name: string, isElement: boolean) => {
    const colon = name.indexOf(':');
    if (name === 'xmlns') return { namespace: declarations, name: '' };
    const prefix = colon === -1 ? '' : name.slice(0, colon);
    // An attribute without a prefix is in no namespace, an element is in the default one.
    const namespace = colon === -1 && !isElement ? '' : (scope.get(prefix) ?? prefix);
    return { namespace, name: name.slice(colon + 1) };
  };
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
  const element: SvgElement = {
    from,
    to: from + tag.length,
    ...resolve(name, true),
    attributes: written.map(({ written: attribute, ...rest }) => ({
      ...rest,
      ...resolve(attribute, false),
    })),
  };
  return { element, scope };
};

type Written = Omit<SvgAttribute, 'namespace' | 'name'> & { written: string };

/** XML 1.0, production 41, piece by piece: each pattern goes on where the one before has ended, so nothing is read twice. */
const pieces = {
  element: /<[^\s/>]*/y,
  blanks: /\s*/y,
  name: /[^\s=<>"'/]+/y,
  equals: /\s*=\s*/y,
  value: /"[^"]*"|'[^']*'/y,
};

/** The attributes of a start tag; what is none is passed over. @param from where the tag begins in the text */
const writtenIn = (tag: string, from: number): Written[] => {
  const found: Written[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const taken = pattern.exec(tag)?.[0] ?? null;
    at += taken?.length ?? 0;
    return taken;
  };
  take(pieces.element);
  while (at < tag.length) {
    const start = at;
    take(pieces.blanks);
    const written = take(pieces.name);
    const quoted = written !== null && take(pieces.equals) !== null ? take(pieces.value) : null;
    if (written === null || quoted === null) {
      if (at === start || written === null) at += 1;
      continue;
    }
    found.push({
      from: from + start,
      to: from + at,
      written,
      value: quoted.slice(1, -1),
      valueFrom: from + at - quoted.length + 1,
    });
  }
  return found;
};
