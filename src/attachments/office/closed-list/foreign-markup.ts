import { writtenAttributes } from '../cleaning/cut-xml.ts';
import type { OfficePackage } from '../open-package.ts';
import { walkXml, type XmlSpan } from '../xml-tree.ts';

/** Namespaces of what programs of offices draw, calculate and write, and of the standards that they use. */
const known =
  /^(?:http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml|schemas\.microsoft\.com|purl\.org\/dc|www\.w3\.org|schemas\.libreoffice\.org|schemas\.haansoft\.com|www\.wps\.cn|uri\.etsi\.org)\/|urn:(?:schemas-microsoft-com|oasis:names:tc:opendocument):|http:\/\/macVmlSchemaUri$|uuid:C2F41010-65B3-11d1-A29F-00AA00C14882)/i;
const builtIn: ReadonlyMap<string, string> = new Map([
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);

/** The parts of a package whose XML is a document's: not what was attached to it, nor lists of the package itself. */
export const documentXml = ({ names }: OfficePackage): string[] =>
  names.filter(
    (name) =>
      /\.(?:xml|vml)$/i.test(name) &&
      !/^(?:customXml\/|docProps\/|docMetadata\/|_xmlsignatures\/|\[)/i.test(name),
  );

/** Marks of others in the XML of a part. */
export type ForeignMarkup = {
  /** What every program leaves out that does not know it (ECMA-376 part 3, section 7.2). */
  ignored: readonly XmlSpan[];
  /** Whether there is any that a program must not leave out, so that nobody can tell what it does. */
  isObliging: boolean;
};

const none: ForeignMarkup = { ignored: [], isObliging: false };

/** Finds elements and attributes of namespaces that no program of an office is known to write. */
export const foreignMarkup = (xml: string): ForeignMarkup => {
  // No program of an office writes a document type, and none may read one (ECMA-376 part 2, section 6.2.5).
  if (/<!DOCTYPE/i.test(xml)) return { ignored: [], isObliging: true };
  if (!declaresForeign(xml)) return none;
  const ignored: XmlSpan[] = [];
  let isObliging = false;
  const open: {
    local: string;
    /** Whether it is, or stands in, a form that only programs show which know what nobody here does. */
    isForOthers: boolean;
    addresses: ReadonlyMap<string, string>;
    skips: ReadonlySet<string>;
  }[] = [];
  let leaving: { from: number; depth: number } | null = null;
  const isWhole = walkXml(xml, {
    open(_name, _attributes, span, written) {
      const outer = open.at(-1);
      const addresses = withDeclared(outer?.addresses ?? builtIn, written.attributes);
      const skips = withSkipped(outer?.skips ?? new Set(), written.attributes, addresses);
      const prefix = prefixOf(written.name);
      const address = addresses.get(prefix) ?? '';
      if (leaving === null && !isKnown(address)) {
        // The content of an extension, and of one form of several, is left out by all that do not know its kind.
        if (outer && (skips.has(address) || outer.local === 'ext' || outer.isForOthers)) {
          leaving = { from: span.from, depth: open.length };
        } else isObliging = true;
      }
      if (leaving === null) {
        ignored.push(
          ...writtenAttributes(xml, span).filter(({ written: name }) => {
            const own = name.includes(':') ? (addresses.get(prefixOf(name)) ?? '') : '';
            return own !== '' && !isKnown(own) && skips.has(own);
          }),
        );
      }
      const isForOthers =
        outer?.isForOthers === true ||
        (/(?:^|:)Choice$/.test(written.name) &&
          (written.attributes['Requires'] ?? '')
            .split(/\s+/)
            .some((asked) => !isKnown(addresses.get(asked) ?? '')));
      open.push({
        isForOthers,
        local: written.name.slice(prefix === '' ? 0 : prefix.length + 1),
        addresses,
        skips,
      });
    },
    text() {},
    close(_name, end) {
      open.pop();
      if (leaving?.depth === open.length) {
        ignored.push({ from: leaving.from, to: end });
        leaving = null;
      }
    },
  });
  return isWhole ? { ignored, isObliging } : none;
};

const declaresForeign = (xml: string): boolean =>
  [...xml.matchAll(/xmlns(?::[\w.-]+)?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].some(
    ([, double, single]) => !isKnown(double ?? single ?? ''),
  );

/** What stands in no namespace is judged by who reads the part. */
const isKnown = (address: string): boolean => address === '' || known.test(address);

const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')));

const withDeclared = (
  outer: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> => {
  const declared = Object.entries(attributes).filter(([name]) => /^xmlns(?::|$)/.test(name));
  if (declared.length === 0) return outer;
  return new Map([
    ...outer,
    ...declared.map(([name, address]): [string, string] => [name.slice('xmlns:'.length), address]),
  ]);
};

/** The namespaces that may be left out from here on, by the list that the element gives. */
const withSkipped = (
  outer: ReadonlySet<string>,
  attributes: Readonly<Record<string, string>>,
  addresses: ReadonlyMap<string, string>,
): ReadonlySet<string> => {
  const lists = Object.entries(attributes).filter(([name]) => /(?:^|:)Ignorable$/.test(name));
  if (lists.length === 0) return outer;
  const prefixes = lists.flatMap(([, list]) => list.split(/\s+/));
  return new Set([...outer, ...prefixes.map((prefix) => addresses.get(prefix) ?? '')]);
};
