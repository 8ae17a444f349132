import {
  type OfficePackage,
  UnreadablePackage,
} from '../../../src/attachments/office/open-package.ts';
import { relationshipsOf, targetOf } from '../../../src/attachments/office/relationships.ts';
import { readStyles } from '../../../src/attachments/office/word/styles.ts';
import { childOf, descendantsOf } from '../../../src/attachments/office/xml-tree.ts';
import { type Block, type Heading, plainWords } from './blocks.ts';
import { buildBlocks } from './build-blocks.ts';
import { openWord, refusalFor, WordRefusal } from './open-word.ts';
import { prepareDocument } from './prepare-document.ts';
import { readWithMammoth } from './read-with-mammoth.ts';
import { refuseUnsettled } from './refuse-unsettled.ts';
import { createLosses, refusals } from './sentences.ts';
import { guessHeadings, levelHeadings } from './shape-headings.ts';
import { shapeText } from './shape-text.ts';
import { takeTitle } from './take-title.ts';
import type { ReadWord, ReadWordOptions, WordImport } from './word-import.ts';
import { writeBody } from './write-body.ts';

export type { ImportedFigure, ReadWord, ReadWordOptions, WordImport } from './word-import.ts';

/**
 * Reads a Word file as an entry of the portal: its title, its text in our own grammar, and its figures. The names of
 * authors are never read. Works in browsers and in Node.
 * @param bytes what a person chose; anything is safe
 * @returns what can be taken over, with what cannot; or why nothing is, in one or a few Japanese sentences
 * @throws only where this program is wrong
 */
export const readWord = async (
  bytes: ArrayBuffer | Uint8Array,
  options: ReadWordOptions = {},
): Promise<WordImport> => {
  try {
    return await read(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes), options);
  } catch (error) {
    if (error instanceof WordRefusal) return { kind: 'refused', reason: error.message };
    if (error instanceof UnreadablePackage) {
      return { kind: 'refused', reason: refusalFor(error.reason) };
    }
    throw error;
  }
};

const read = async (bytes: Uint8Array, options: ReadWordOptions): Promise<ReadWord> => {
  const wordPackage = openWord(bytes);
  const relationships = relationshipsOf(wordPackage, wordPackage.mainPath);
  const styles = readStyles(wordPackage.xml(targetOf(relationships, 'styles') ?? ''));
  refuseUnsettled(wordPackage, relationships, styles);

  const losses = createLosses();
  const prepared = prepareDocument(wordPackage, relationships, styles, losses);
  const built = buildBlocks(await readWithMammoth(prepared), prepared.paragraphs, losses);
  if (built.blocks.length === 0) throw new WordRefusal(refusals.nothing);

  const guessed = guessHeadings(shapeText(built.blocks, losses), losses);
  const { title, summary, blocks } = takeTitle(guessed, titleProperty(wordPackage), losses);
  const shaped = levelHeadings(blocks, options, losses);
  const { body, figures } = writeBody(shaped, built.notes, prepared.pictures, losses);
  return {
    kind: 'read',
    title,
    ...(summary === undefined ? {} : { summary }),
    body,
    figures,
    notKept: losses.sentences(),
    contents: {
      headings: shaped.filter(isHeading).map(({ level, words }) => ({
        depth: level as 2 | 3 | 4,
        text: plainWords(words),
      })),
      tables: shaped.filter(({ kind }) => kind === 'table').length,
      footnotes: built.notes.length,
    },
  };
};

const isHeading = (block: Block): block is Heading => block.kind === 'heading';

/** The title in the file's properties. They also name authors, which nothing here looks at. */
const titleProperty = (wordPackage: OfficePackage): string => {
  const properties = wordPackage.xml('docProps/core.xml');
  if (!properties) return '';
  const title =
    childOf(properties, 'dc:title') ??
    [...descendantsOf(properties)].find(({ name }) => name === 'dc:title');
  return title?.children.join('') ?? '';
};
