import { unzipSync } from 'fflate';
import { type ZipLayout, zipLayout } from './closed-list/zip-layout.ts';
import { latestKept } from './latest-kept.ts';
import { relationshipsOf } from './relationships.ts';
import { childrenOf, readXml, type XmlElement } from './xml-tree.ts';

/** An Office file (docx, xlsx, pptx and their kin) as the parts that it is packed of. */
export type OfficePackage = {
  kind: 'word' | 'excel' | 'powerpoint';
  /** The name of the part that holds the document, the workbook or the presentation. */
  mainPath: string;
  /** The names of all parts, read here or not. */
  names: readonly string[];
  /** Whether it says of itself, or shows by a part, that it holds macros. */
  hasMacros: boolean;
  /** What the ZIP holds beside the parts. */
  layout: ZipLayout;
  /** The type that the package gives a part; empty where it gives none. */
  contentType(path: string): string;
  /** A part as it is; null where it is missing. Only XML, pictures and embedded Office files are unpacked. */
  part(path: string): Uint8Array | null;
  /** A part as text; null where it is missing. */
  text(path: string): string | null;
  /** A part as XML; null where it is missing. Throws UnreadablePackage where it is broken. */
  xml(path: string): XmlElement | null;
};

/** Why nothing can be taken from a file. */
export type UnreadableReason =
  | 'empty'
  | 'tooLarge'
  /** It would be too large once it is unpacked. */
  | 'bomb'
  | 'damaged'
  | 'password'
  | 'oldWord'
  /** What Excel and PowerPoint saved before 2007, or a workbook of today that is no XML (.xlsb). */
  | 'oldOffice'
  | 'openDocument'
  | 'richText'
  | 'pdf'
  | 'otherZip'
  | 'otherFile';

/** Thrown where a file cannot be read as an Office file, for the reason it names. */
export class UnreadablePackage extends Error {
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason) {
    super(`This is no readable Office file: ${reason}`);
    this.reason = reason;
  }
}

/**
 * The most bytes of a file and of what is in it. Reports with many photographs stay below, and a tab of a browser
 * holds them. The text alone is far smaller: 300 pages are about 10 MB of XML.
 */
export const mostOfPackage = {
  file: 50 * 1024 * 1024,
  unpacked: 200 * 1024 * 1024,
  text: 40 * 1024 * 1024,
  entries: 5000,
};

/**
 * Texts and trees are kept of so many letters: many look at the same part, each for something else. A tree takes about
 * ten times the memory of its text.
 */
const mostLettersKept = 16_000_000;

/**
 * Opens an Office file without trusting it: what it is, is told from its bytes, and sizes are looked at before
 * anything is unpacked.
 * @throws {UnreadablePackage} where it is no Office file that can be read
 */
export const openPackage = (bytes: Uint8Array): OfficePackage => {
  if (bytes.length > mostOfPackage.file) throw new UnreadablePackage('tooLarge');
  if (!isZip(bytes)) throw new UnreadablePackage(reasonOfOther(bytes));
  const layout = zipLayout(bytes);
  if (!layout) throw new UnreadablePackage('damaged');
  if (layout.hasPassword) throw new UnreadablePackage('password');
  const { names, part } = openParts(bytes);
  const texts = latestKept<string>(mostLettersKept);
  const text = (path: string): string | null => {
    const before = texts.get(path);
    if (before !== undefined) return before;
    const found = part(path);
    if (found === null) return null;
    const decoded = decodePart(found);
    texts.set(path, decoded, decoded.length);
    return decoded;
  };
  const trees = latestKept<XmlElement>(mostLettersKept);
  const xml = (path: string): XmlElement | null => {
    const before = trees.get(path);
    if (before) return before;
    const found = text(path);
    if (found === null) return null;
    const element = readXml(found);
    if (!element) throw new UnreadablePackage('damaged');
    trees.set(path, element, found.length);
    return element;
  };
  if (text('mimetype')?.includes('opendocument')) throw new UnreadablePackage('openDocument');
  const types = xml('[Content_Types].xml');
  if (!types) throw new UnreadablePackage('otherZip');
  const contentType = contentTypesOf(types);
  const mainPath = mainPathOf({ names, xml });
  const kind = kindOf(names, contentType(mainPath));
  if (!kind) throw new UnreadablePackage('otherZip');
  if (/\.sheet\.binary\./i.test(contentType(mainPath))) throw new UnreadablePackage('oldOffice');
  const hasMacros =
    names.some(isMacro) || /macroEnabled/i.test(contentType(mainPath)) || saysMacro(types, names);
  return { kind, mainPath, names, hasMacros, layout, contentType, part, text, xml };
};

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

const isText = (name: string): boolean => /\.(?:xml|rels|vml)$/i.test(name) || name === 'mimetype';
const isMacro = (name: string): boolean => /(?:^|\/)vba(?:Project\.bin|Data\.xml)$/i.test(name);
/** A type that is given by ending alone is what a library writes into every file, needed or not. */
const saysMacro = (types: XmlElement, names: readonly string[]): boolean => {
  const present = new Set(names.map((name) => `/${keyOfPart(name)}`));
  return childrenOf(types, 'ct:Override').some(
    ({ attributes: { ContentType = '', PartName = '' } }) =>
      /macroEnabled|vbaProject|vbaData|macrosheet/i.test(ContentType) &&
      present.has(keyOfPart(PartName)),
  );
};
/** What is unpacked only when it is asked for. */
const isHeavy = (name: string): boolean =>
  (/(?:^|\/)media\/[^/]+$/i.test(name) && !/\.(?:mp3|wmv|wma|avi|wav)$/i.test(name)) ||
  /(?:^|\/)embeddings\/[^/]+\.(?:docx|xlsx|pptx)$/i.test(name);

/** Reads the directory of a zip, unpacks its XML, and the rest of what is read here when it is first asked for. */
const openParts = (bytes: Uint8Array): Pick<OfficePackage, 'names' | 'part'> => {
  const names: string[] = [];
  let unpacked = 0;
  let text = 0;
  const unpack = (isWanted: (file: { name: string; originalSize: number }) => boolean) => {
    try {
      const files = unzipSync(bytes, {
        // Office itself stores or deflates; anything else is not read.
        filter: (file) => isWanted(file) && (file.compression === 0 || file.compression === 8),
      });
      // A size that lies cuts the part off where it said. Office finds parts whatever the case of their names.
      return new Map(Object.entries(files).map(([name, part]) => [keyOfPart(name), part]));
    } catch (error) {
      if (error instanceof UnreadablePackage) throw error;
      throw new UnreadablePackage('damaged');
    }
  };
  const texts = unpack(({ name, originalSize }) => {
    names.push(name.replaceAll('\\', '/'));
    if (isText(name)) text += originalSize;
    if (isText(name) || isHeavy(name)) unpacked += originalSize;
    if (
      names.length > mostOfPackage.entries ||
      unpacked > mostOfPackage.unpacked ||
      text > mostOfPackage.text
    ) {
      throw new UnreadablePackage('bomb');
    }
    return isText(name);
  });
  let heavy: ReadonlyMap<string, Uint8Array> | null = null;
  return {
    names,
    part(path) {
      if (!isHeavy(path)) return texts.get(keyOfPart(path)) ?? null;
      heavy ??= unpack(({ name }) => isHeavy(name));
      return heavy.get(keyOfPart(path)) ?? null;
    },
  };
};

/** A part by its name, whatever the case in which it is written (ECMA-376 part 2, section 6.2.2.3). */
export const keyOfPart = (name: string): string => name.replaceAll('\\', '/').toLowerCase();

const contentTypesOf = (types: XmlElement): OfficePackage['contentType'] => {
  const byName = new Map<string, string>();
  const byEnding = new Map<string, string>();
  for (const { name, attributes } of childrenOf(types)) {
    const type = attributes['ContentType'] ?? '';
    if (name === 'ct:Override') byName.set(keyOfPart(attributes['PartName'] ?? ''), type);
    else byEnding.set((attributes['Extension'] ?? '').toLowerCase(), type);
  }
  return (path) =>
    byName.get(`/${keyOfPart(path)}`) ??
    byEnding.get(/\.([^./]*)$/.exec(path)?.[1]?.toLowerCase() ?? '') ??
    '';
};

const usualMainPaths = ['word/document.xml', 'xl/workbook.xml', 'ppt/presentation.xml'];

const mainPathOf = ({ names, xml }: Pick<OfficePackage, 'names' | 'xml'>): string => {
  const main = [...relationshipsOf({ xml }, '').values()].find(
    ({ type, external }) => type === 'officeDocument' && !external,
  );
  const path = main?.target ?? usualMainPaths.find((usual) => names.includes(usual)) ?? '';
  if (!names.some((name) => keyOfPart(name) === keyOfPart(path))) {
    // Another kind of Office package is told from one whose main part is missing by the folders in it.
    throw new UnreadablePackage(kindOf(names, '') ? 'damaged' : 'otherZip');
  }
  return path;
};

const kindOf = (names: readonly string[], mainType: string): OfficePackage['kind'] | null => {
  if (/wordprocessingml|ms-word/i.test(mainType)) return 'word';
  if (/spreadsheetml|ms-excel/i.test(mainType)) return 'excel';
  if (/presentationml|ms-powerpoint/i.test(mainType)) return 'powerpoint';
  if (names.some((name) => name.startsWith('xl/'))) return 'excel';
  if (names.some((name) => name.startsWith('ppt/'))) return 'powerpoint';
  return names.some((name) => name.startsWith('word/')) ? 'word' : null;
};

const reasonOfOther = (bytes: Uint8Array): UnreadableReason => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (bytes.length === 0) return 'empty';
  if (head.startsWith('\xD0\xCF\x11\xE0')) {
    if (holdsWide(bytes, 'EncryptedPackage')) return 'password';
    if (holdsWide(bytes, 'WordDocument')) return 'oldWord';
    const isOld = ['Workbook', 'Book', 'PowerPoint Document'].some((name) =>
      // Names in the directory of a container end with a zero.
      holdsWide(bytes, `${name}\0`),
    );
    return isOld ? 'oldOffice' : 'otherFile';
  }
  if (head.startsWith('{\\rtf')) return 'richText';
  if (head.includes('%PDF-')) return 'pdf';
  return 'otherFile';
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

/** The text of a part, without its byte order mark. */
export const decodePart = (part: Uint8Array): string => {
  const isWide = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  const encoding = isWide ? (part[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(encoding).decode(part);
};
