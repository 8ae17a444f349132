import { relationshipsOf, targetOf } from '../../../src/attachments/office/relationships.ts';
import { readStyles } from '../../../src/attachments/office/word/styles.ts';
import { buildBlocks } from './build-blocks.ts';
import type { DocumentImport, ReadDocument, ReadOptions } from './document-import.ts';
import { judgedReading } from './judged-reading.ts';
import { ImportRefusal, openOffice, orRefused } from './open-office.ts';
import { prepareDocument } from './prepare-document.ts';
import { readWithMammoth } from './read-with-mammoth.ts';
import { createLosses, refusals } from './sentences.ts';
import { shapeDocument } from './shape-document.ts';
import { titleProperty } from './title-property.ts';

/**
 * Reads a Word file as an entry of the portal: its title, its text in our own grammar, and its figures. The names of
 * authors are never read. Works in browsers and in Node.
 * @param bytes what a person chose; anything is safe
 * @returns what can be taken over, with what cannot; or why nothing is, in one or a few Japanese sentences
 * @throws only where this program is wrong
 */
export const readWord = (bytes: Uint8Array, options: ReadOptions = {}): Promise<DocumentImport> =>
  orRefused(() => read(bytes, options));

const read = async (bytes: Uint8Array, options: ReadOptions): Promise<ReadDocument> => {
  const word = openOffice(bytes);
  if (word.kind !== 'word') throw new ImportRefusal(refusals.otherFile);
  judgedReading(bytes, 'word');
  const relationships = relationshipsOf(word, word.mainPath);
  const styles = readStyles(word.xml(targetOf(relationships, 'styles') ?? ''));
  const losses = createLosses();
  const prepared = prepareDocument(word, relationships, styles, losses);
  const built = buildBlocks(await readWithMammoth(prepared), prepared.paragraphs, losses);
  const names = { property: titleProperty(word) };
  return shapeDocument(built, prepared.pictures, names, options, losses);
};
