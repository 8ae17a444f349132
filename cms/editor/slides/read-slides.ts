import type { OfficePackage } from '../../../src/attachments/office/open-package.ts';
import { relationshipsOf, targetOf } from '../../../src/attachments/office/relationships.ts';
import { childOf, childrenOf } from '../../../src/attachments/office/xml-tree.ts';
import { buildBlocks } from '../word/build-blocks.ts';
import type { DocumentImport, ReadDocument, ReadOptions } from '../word/document-import.ts';
import { judgedReading } from '../word/judged-reading.ts';
import { ImportRefusal, openOffice, orRefused } from '../word/open-office.ts';
import { createLosses, refusals } from '../word/sentences.ts';
import { shapeDocument } from '../word/shape-document.ts';
import { titleProperty } from '../word/title-property.ts';
import { createSlideReading, readSlide } from './read-slide.ts';

/**
 * Reads a presentation as an entry of the portal: the titles of its slides as headings, with lists, tables and pictures.
 * Works in browsers and in Node.
 * @param bytes what a person chose; anything is safe
 * @returns what can be taken over, with what cannot; or why nothing is
 * @throws only where this program is wrong
 */
export const readSlides = (bytes: Uint8Array, options: ReadOptions = {}): Promise<DocumentImport> =>
  orRefused(() => read(bytes, options));

const read = (bytes: Uint8Array, options: ReadOptions): ReadDocument => {
  const show = openOffice(bytes);
  if (show.kind !== 'powerpoint') throw new ImportRefusal(refusals.otherFile);
  const { findings } = judgedReading(bytes, 'powerpoint');
  const losses = createLosses();
  for (const { kind, places } of findings) {
    if (kind === 'notes') for (const place of places) losses.add('speakerNotes', place);
  }
  const reading = createSlideReading(show, losses);
  const paths = slidePaths(show);
  // Where slides begin sections, the others stand below them.
  const sections = paths.map((path) => layoutType(show, path) === 'secHead');
  const children = paths.flatMap((path, at) =>
    readSlide(path, at + 1, rankOf(at, sections), reading),
  );
  const tree = { children, note: () => null, hasUnknownSymbols: false };
  const built = buildBlocks(tree, reading.paragraphs, losses);
  const names = { property: titleProperty(show) };
  return shapeDocument(built, reading.pictures, names, options, losses);
};

/** The first slide names the whole. */
const rankOf = (at: number, sections: readonly boolean[]): number => {
  if (at === 0) return 0;
  return sections[at] || !sections.includes(true) ? 1 : 2;
};

const slidePaths = (show: OfficePackage): string[] => {
  const relationships = relationshipsOf(show, show.mainPath);
  return childrenOf(childOf(show.xml(show.mainPath), 'p:sldIdLst'), 'p:sldId').flatMap(
    ({ attributes }) => relationships.get(attributes['r:id'] ?? '')?.target ?? [],
  );
};

const layoutType = (show: OfficePackage, path: string): string => {
  const layout = targetOf(relationshipsOf(show, path), 'slideLayout');
  return (layout === null ? null : show.xml(layout))?.attributes['type'] ?? '';
};
