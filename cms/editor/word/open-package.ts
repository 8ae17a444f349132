import { unzipSync } from 'fflate';
import { refusals } from './sentences.ts';
import { childrenOf, readXml, type XmlElement } from './xml-tree.ts';

/** The parts of an Office file, by their names in the package. */
export type Parts = ReadonlyMap<string, Uint8Array>;

export type WordPackage = {
  parts: Parts;
  /** The name of the part that holds the document. */
  documentPath: string;
  /** A part as XML; null where it is missing. Throws WordRefusal where it is broken. */
  xml(path: string): XmlElement | null;
};

/** Thrown where nothing can be taken from a file; the message is for the person who chose it. */
export class WordRefusal extends Error {}

/**
 * The most bytes of a file and of what is in it. Reports with many photographs stay below, and a tab of a browser
 * holds them. The text alone is far smaller: 300 pages are about 10 MB of XML.
 */
const most = {
  file: 50 * 1024 * 1024,
  unpacked: 200 * 1024 * 1024,
  text: 40 * 1024 * 1024,
  entries: 5000,
};

/**
 * Opens a Word file without trusting it: what it is, is told from its bytes, and sizes are looked at before
 * anything is unpacked.
 * @throws {WordRefusal} where it is no Word file that can be read
 */
export const openPackage = (bytes: Uint8Array): WordPackage => {
  if (bytes.length > most.file) throw new WordRefusal(refusals.tooLarge);
  if (!isZip(bytes)) throw new WordRefusal(refusalOfOther(bytes));
  const parts = unpack(bytes);
  const xml = (path: string): XmlElement | null => {
    const part = parts.get(path);
    if (!part) return null;
    const element = readXml(textOf(part));
    if (!element) throw new WordRefusal(refusals.damaged);
    return element;
  };
  refuseOtherPackages(parts, xml);
  const main = childrenOf(xml('_rels/.rels'), 'rel:Relationship').find(({ attributes }) =>
    attributes['Type']?.endsWith('/officeDocument'),
  );
  const documentPath = (main?.attributes['Target'] ?? 'word/document.xml').replace(/^\//, '');
  if (!parts.has(documentPath)) throw new WordRefusal(refusals.damaged);
  return { parts, documentPath, xml };
};

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Unpacks the parts that are read here: XML and pictures. A size that lies cuts the part off where it said. */
const unpack = (bytes: Uint8Array): Parts => {
  let entries = 0;
  let unpacked = 0;
  let text = 0;
  const tooLarge = () => new WordRefusal(refusals.bomb);
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize, compression }) => {
        entries += 1;
        if (entries > most.entries) throw tooLarge();
        // Word itself stores or deflates; anything else is not read.
        if (compression !== 0 && compression !== 8) return false;
        const isText = /\.(?:xml|rels)$/i.test(name) || name === 'mimetype';
        if (!isText && !/(?:^|\/)media\/[^/]+$/i.test(name) && !isMacro(name)) return false;
        unpacked += originalSize;
        if (isText) text += originalSize;
        if (unpacked > most.unpacked || text > most.text) throw tooLarge();
        return true;
      },
    });
    return new Map(Object.entries(files).map(([name, part]) => [name.replaceAll('\\', '/'), part]));
  } catch (error) {
    if (error instanceof WordRefusal) throw error;
    throw new WordRefusal(refusals.damaged);
  }
};

const isMacro = (name: string): boolean => /(?:^|\/)vba(?:Project\.bin|Data\.xml)$/i.test(name);

const refuseOtherPackages = (parts: Parts, xml: WordPackage['xml']): void => {
  const names = [...parts.keys()];
  const kind = textOf(parts.get('mimetype') ?? new Uint8Array());
  if (kind.includes('opendocument')) throw new WordRefusal(refusals.openDocument);
  const types = xml('[Content_Types].xml');
  if (!types) throw new WordRefusal(refusals.otherZip);
  const isMacroType = childrenOf(types).some(({ attributes }) =>
    /macroEnabled|vbaProject/i.test(attributes['ContentType'] ?? ''),
  );
  if (isMacroType || names.some(isMacro)) throw new WordRefusal(refusals.macros);
  if (names.some((name) => name.startsWith('xl/'))) throw new WordRefusal(refusals.excel);
  if (names.some((name) => name.startsWith('ppt/'))) throw new WordRefusal(refusals.powerPoint);
};

const refusalOfOther = (bytes: Uint8Array): string => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (bytes.length === 0) return refusals.empty;
  if (head.startsWith('\xD0\xCF\x11\xE0')) {
    if (holdsWide(bytes, 'EncryptedPackage')) return refusals.password;
    return holdsWide(bytes, 'WordDocument') ? refusals.oldWord : refusals.otherFile;
  }
  if (head.startsWith('{\\rtf')) return refusals.richText;
  if (head.includes('%PDF-')) return refusals.pdf;
  return refusals.otherFile;
};

/** Whether bytes hold a word in UTF-16, as the directory of an OLE container does. */
const holdsWide = (bytes: Uint8Array, word: string): boolean => {
  const wanted = [...word].flatMap((character) => [character.charCodeAt(0), 0]);
  for (
    let at = bytes.indexOf(wanted[0] ?? 0);
    at !== -1;
    at = bytes.indexOf(wanted[0] ?? 0, at + 1)
  ) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
};

const textOf = (part: Uint8Array): string => {
  const isWide = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  const encoding = isWide ? (part[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(encoding).decode(part);
};

/** What a part points to, by the id of the relationship. */
export type Relationships = ReadonlyMap<
  string,
  { type: string; target: string; external: boolean }
>;

/**
 * The relationships of a part. Targets within the package are given as names of parts.
 * @param path the part that points
 */
export const relationshipsOf = ({ xml }: WordPackage, path: string): Relationships => {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const relations = xml(`${folder}_rels/${path.slice(slash)}.rels`);
  return new Map(
    childrenOf(relations, 'rel:Relationship').map(({ attributes }) => {
      const external = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      return [
        attributes['Id'] ?? '',
        {
          type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
          target: external ? target : partName(folder, target),
          external,
        },
      ];
    }),
  );
};

const partName = (folder: string, target: string): string => {
  const steps: string[] = [];
  const whole = target.startsWith('/') ? target : folder + target;
  for (const step of whole.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
};
