import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { make, writeXml, type XmlElement } from '../../../src/attachments/office/xml-tree.ts';
import { type PreparedDocument, pictureRelation } from './prepare-document.ts';
import type { NoteReference, WordNode, WordTree } from './word-tree.ts';

type MammothDocument = {
  children: WordNode[];
  notes: { resolve(reference: NoteReference): { body: WordNode[] } | null };
};

/**
 * Has mammoth read a prepared document: fields, links, symbols, notes and tables. Its tree is taken before it becomes
 * HTML, which could hold less than the portal's grammar.
 */
export const readWithMammoth = async (prepared: PreparedDocument): Promise<WordTree> => {
  const file = zipSync(partsOf(prepared), { level: 0 });
  const bytes = file.slice().buffer;
  let tree: MammothDocument = { children: [], notes: { resolve: () => null } };
  // In a browser mammoth reads `arrayBuffer`, in Node `buffer`, which may be any bytes.
  const input = { arrayBuffer: bytes, buffer: new Uint8Array(bytes) };
  const { messages } = await mammoth.convertToHtml(input as { arrayBuffer: ArrayBuffer }, {
    transformDocument: (document: MammothDocument) => {
      tree = document;
      return { ...document, children: [] };
    },
  });
  return {
    children: tree.children,
    note: (reference) => tree.notes.resolve(reference)?.body ?? null,
    hasUnknownSymbols: messages.some(({ message }) => message.includes('w:sym')),
  };
};

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const partsOf = ({ document, footnotes, endnotes, links, paragraphs }: PreparedDocument) => {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': part(make('ct:Types')),
    '_rels/.rels': part(
      make('rel:Relationships', {}, [
        make('rel:Relationship', {
          Id: 'document',
          Type: `${relation}/officeDocument`,
          Target: 'word/document.xml',
        }),
      ]),
    ),
    'word/styles.xml': part(stylesFor(paragraphs.length)),
  };
  for (const [name, content] of Object.entries({ document, footnotes, endnotes })) {
    files[`word/${name}.xml`] = part(content);
    files[`word/_rels/${name}.xml.rels`] = part(relations(links[name as keyof typeof links]));
  }
  return files;
};

/** A style for each number: mammoth warns of each that is missing, and compares every warning with all others. */
const stylesFor = (count: number): XmlElement =>
  make(
    'w:styles',
    {},
    Array.from({ length: count }, (_none, at) =>
      make('w:style', { 'w:type': 'paragraph', 'w:styleId': String(at) }, [
        make('w:name', { 'w:val': String(at) }),
      ]),
    ),
  );

const part = (element: XmlElement): Uint8Array => strToU8(writeXml(element));

const relations = (links: ReadonlyMap<string, string>): XmlElement =>
  make('rel:Relationships', {}, [
    make('rel:Relationship', {
      Id: pictureRelation,
      Type: `${relation}/image`,
      Target: 'media/picture.png',
    }),
    ...[...links].map(([id, address]) =>
      make('rel:Relationship', {
        Id: id,
        Type: `${relation}/hyperlink`,
        Target: address,
        TargetMode: 'External',
      }),
    ),
  ]);
