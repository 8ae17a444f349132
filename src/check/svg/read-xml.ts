import { forbiddenCharacter } from '../../source/allowed-characters.ts';

/** An element as it begins, its names resolved to namespaces. */
export type XmlElement = {
  /** The address of its namespace; empty where it has none. */
  namespace: string;
  /** Its name without the prefix. */
  name: string;
  attributes: readonly XmlAttribute[];
  line: number;
};
export type XmlAttribute = {
  /** Empty for one without a prefix. */
  namespace: string;
  name: string;
  /** As it is written in the file, for messages. */
  written: string;
  /** With its references resolved. */
  value: string;
};

/** Hears of a text part by part; what it answers is what may not stand there, and ends the reading. */
export type XmlListener = {
  open(element: XmlElement): string | null;
  /** The text between two tags, with its references resolved; never empty. */
  text(text: string, line: number): string | null;
  close(): void;
};

/** Why a text is not read further: what was found, as it is written or named, and on which line. */
export type XmlRefusal = { found: string; line: number };

const mostDepth = 100;
const mostAttributes = 100;
const mostElements = 50_000;
const mostPrefixes = 50;

/** The namespace of `xml:lang`. */
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const namespaceDeclarations = 'http://www.w3.org/2000/xmlns/';

/** A byte order mark and `<?xml version="1.0" encoding="UTF-8" standalone="no"?>`. */
const declaration =
  /^\uFEFF?(?:<\?xml[ \t\r\n]+version=(["'])1\.[01]\1(?:[ \t\r\n]+encoding=(["'])[Uu][Tt][Ff]-?8\2)?(?:[ \t\r\n]+standalone=(["'])(?:yes|no)\3)?[ \t\r\n]*\?>)?/;
const tagName = /[A-Za-z_][\w.-]{0,100}(?::[A-Za-z_][\w.-]{0,100})?/y;
const blanks = /[ \t\r\n]*/y;
/** What is read as an attribute: a value in quotes without `<`. Each part ends where the next begins: nothing is read twice. */
const attributeStart =
  /([A-Za-z_][\w.-]{0,100}(?::[A-Za-z_][\w.-]{0,100})?)[ \t\r\n]{0,100}=[ \t\r\n]{0,100}(["'])/y;

type Scope = ReadonlyMap<string, string>;
type OpenElement = { written: string; scope: Scope };

/**
 * Reads a text that is XML of the plainest kind, once from its beginning to its end: elements, attributes, text, comments.
 * Document types, entities of one's own, CDATA, processing instructions and whatever two readers could take otherwise are
 * refused (https://www.w3.org/TR/xml/, https://www.w3.org/TR/xml-names/).
 * @param text decoded, without characters that no text may hold
 * @returns why it is not read further; null where it is read to its end
 */
export const readXml = (text: string, listener: XmlListener): XmlRefusal | null => {
  const reader = new XmlReader(text, listener);
  return reader.read();
};

class XmlReader {
  readonly #text: string;
  readonly #listener: XmlListener;
  readonly #open: OpenElement[] = [];
  #at = 0;
  #line = 1;
  #counted = 0;
  #elements = 0;
  #hasRoot = false;

  constructor(text: string, listener: XmlListener) {
    this.#text = text;
    this.#listener = listener;
  }

  read(): XmlRefusal | null {
    this.#at = declaration.exec(this.#text)?.[0].length ?? 0;
    while (this.#at < this.#text.length) {
      const refused = this.#text[this.#at] === '<' ? this.#markup() : this.#words();
      if (refused !== null) return { found: refused, line: this.#lineAt(this.#at) };
    }
    if (this.#open.length > 0 || !this.#hasRoot) {
      return { found: this.#open.at(-1)?.written ?? 'svg', line: this.#lineAt(this.#at) };
    }
    return null;
  }

  #lineAt(offset: number): number {
    for (let at = this.#counted; at < offset; at += 1) if (this.#text[at] === '\n') this.#line += 1;
    this.#counted = Math.max(this.#counted, offset);
    return this.#line;
  }

  #words(): string | null {
    const next = this.#text.indexOf('<', this.#at);
    const end = next === -1 ? this.#text.length : next;
    const written = this.#text.slice(this.#at, end);
    if (written.includes(']]>')) return ']]>';
    const words = withoutReferences(written);
    if (words === null) {
      this.#at += foreignReference(written);
      return shortened(this.#text.slice(this.#at, end));
    }
    if (this.#open.length === 0) {
      if (words.trim() !== '') return shortened(written.trim());
    } else {
      const refused = this.#listener.text(words, this.#lineAt(this.#at));
      if (refused !== null) return refused;
    }
    this.#at = end;
    return null;
  }

  #markup(): string | null {
    if (this.#text.startsWith('<!--', this.#at)) return this.#comment();
    if (this.#text.startsWith('</', this.#at)) return this.#closing();
    const written = match(tagName, this.#text, this.#at + 1);
    return written === null ? this.#here() : this.#opening(written);
  }

  /** What stands here, for a message. */
  #here(): string {
    return shortened(this.#text.slice(this.#at, this.#at + 40));
  }

  #comment(): string | null {
    const end = this.#text.indexOf('--', this.#at + 4);
    if (end === -1 || this.#text[end + 2] !== '>') return '<!--';
    this.#at = end + 3;
    return null;
  }

  #closing(): string | null {
    const written = match(tagName, this.#text, this.#at + 2) ?? '';
    const end = skip(this.#text, this.#at + 2 + written.length);
    if (written === '' || this.#text[end] !== '>' || this.#open.pop()?.written !== written) {
      return this.#here();
    }
    this.#listener.close();
    this.#at = end + 1;
    return null;
  }

  #opening(written: string): string | null {
    const start = this.#at;
    const attributes: { written: string; value: string }[] = [];
    let at = start + 1 + written.length;
    for (;;) {
      const next = skip(this.#text, at);
      const sign = this.#text[next];
      if (sign === '>' || sign === '/') {
        at = next;
        break;
      }
      const parts = next > at ? matchOf(attributeStart, this.#text, next) : null;
      if (!parts || attributes.length >= mostAttributes) return this.#here();
      const [whole = '', name = '', quote = '"'] = parts;
      const end = this.#text.indexOf(quote, next + whole.length);
      if (end === -1) return this.#here();
      const raw = this.#text.slice(next + whole.length, end);
      const value = raw.includes('<') ? null : withoutReferences(raw);
      if (value === null) return shortened(`${name}="${raw}`);
      if (attributes.some((other) => other.written === name)) return name;
      attributes.push({ written: name, value });
      at = end + 1;
    }
    const isEmpty = this.#text[at] === '/';
    if (isEmpty && this.#text[at + 1] !== '>') return this.#here();

    const isRoot = this.#open.length === 0;
    if ((isRoot && this.#hasRoot) || this.#open.length >= mostDepth) return `<${written}>`;
    this.#elements += 1;
    if (this.#elements > mostElements) return `${mostElements}個を超える部品`;
    this.#hasRoot = true;
    const refused = this.#tell(written, attributes, start);
    if (refused !== null) return refused;
    if (isEmpty) {
      this.#open.pop();
      this.#listener.close();
    }
    this.#at = at + (isEmpty ? 2 : 1);
    return null;
  }

  #tell(
    written: string,
    given: readonly { written: string; value: string }[],
    start: number,
  ): string | null {
    const scope = scopeWith(this.#open.at(-1)?.scope ?? builtIn, given);
    if (scope === null) return 'xmlns';
    const own = resolved(written, scope, scope.get('') ?? '');
    if (own === null) return `<${written}>`;
    const attributes: XmlAttribute[] = [];
    const seen = new Set<string>();
    for (const attribute of given) {
      if (isDeclaration(attribute.written)) continue;
      const name = resolved(attribute.written, scope, '');
      const key = name && `${name.namespace} ${name.name}`;
      if (!name || !key || seen.has(key)) return attribute.written;
      seen.add(key);
      attributes.push({ ...attribute, ...name });
    }
    this.#open.push({ written, scope });
    return this.#listener.open({ ...own, attributes, line: this.#lineAt(start) });
  }
}

const builtIn: Scope = new Map([
  ['', ''],
  ['xml', xmlNamespace],
]);

const isDeclaration = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

/** What prefixes mean inside an element; null where one is turned into what it may not be. */
const scopeWith = (
  outer: Scope,
  attributes: readonly { written: string; value: string }[],
): Scope | null => {
  const declared = attributes.filter(({ written }) => isDeclaration(written));
  if (declared.length === 0) return outer;
  const scope = new Map(outer);
  for (const { written, value } of declared) {
    const prefix = written === 'xmlns' ? '' : written.slice('xmlns:'.length);
    const isReserved = value === xmlNamespace || value === namespaceDeclarations;
    if (prefix === 'xml' || prefix === 'xmlns' || isReserved || (prefix && !value)) return null;
    scope.set(prefix, value);
  }
  return scope.size > mostPrefixes ? null : scope;
};

const resolved = (
  written: string,
  scope: Scope,
  withoutPrefix: string,
): { namespace: string; name: string } | null => {
  const colon = written.indexOf(':');
  if (colon === -1) return { namespace: withoutPrefix, name: written };
  const namespace = scope.get(written.slice(0, colon));
  return namespace === undefined ? null : { namespace, name: written.slice(colon + 1) };
};

const matchOf = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
const match = (pattern: RegExp, text: string, at: number): string | null =>
  matchOf(pattern, text, at)?.[0] ?? null;
const skip = (text: string, at: number): number => at + (match(blanks, text, at)?.length ?? 0);

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** A text with its references resolved; null where one is none of XML's own. */
const withoutReferences = (text: string): string | null => {
  if (!text.includes('&')) return text;
  const [first = '', ...others] = text.split('&');
  const parts = [first];
  for (const other of others) {
    const found = reference(other);
    if (!found) return null;
    parts.push(found.character, other.slice(found.length));
  }
  return parts.join('');
};

/** Where the first reference is in a text that is none of XML's own. */
const foreignReference = (text: string): number => {
  const [first = '', ...others] = text.split('&');
  let at = first.length;
  for (const other of others) {
    if (!reference(other)) return at;
    at += other.length + 1;
  }
  return at;
};

/** What a reference stands for, by what follows its `&`. */
const reference = (rest: string): { character: string; length: number } | null => {
  const found = /^(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/.exec(rest);
  if (!found) return null;
  const [whole, hexadecimal, decimal, name] = found;
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
  const character = name ? named[name] : characterOf(code);
  return character === undefined ? null : { character, length: whole.length };
};

const characterOf = (code: number): string | undefined => {
  if (code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return forbiddenCharacter(character) === null ? character : undefined;
};

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
