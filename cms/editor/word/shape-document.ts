import { type Block, type Heading, plainWords } from './blocks.ts';
import type { Built } from './build-blocks.ts';
import type { ReadDocument, ReadOptions } from './document-import.ts';
import { isTooMuch } from './entry-limits.ts';
import { linesApart } from './lines-apart.ts';
import { ImportRefusal } from './open-office.ts';
import type { Picture } from './picture-file.ts';
import { type Losses, refusals } from './sentences.ts';
import { guessHeadings, levelHeadings } from './shape-headings.ts';
import { shapeText } from './shape-text.ts';
import { headingsSetClose, type Names, takeTitle } from './take-title.ts';
import { withoutTypedContents } from './typed-contents.ts';
import { writeBody } from './write-body.ts';

/**
 * Makes an entry of the blocks of a document: its title, its text in our own grammar, its figures.
 * @throws {ImportRefusal} where there is nothing to take
 */
export const shapeDocument = (
  { blocks: read, notes }: Built,
  pictures: readonly Picture[],
  names: Names,
  options: ReadOptions,
  losses: Losses,
): ReadDocument => {
  if (read.length === 0) throw new ImportRefusal(refusals.nothing);
  const whole = withoutTypedContents(linesApart(read), losses);
  const guessed = guessHeadings(shapeText(whole, losses), losses);
  const { title, summary, blocks } = takeTitle(guessed, names, losses);
  const shaped = levelHeadings(headingsSetClose(blocks), options, losses);
  const { body, figures } = writeBody(shaped, notes, pictures, losses);
  if (isTooMuch(body, 'whole')) throw new ImportRefusal(refusals.tooLong);
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
      footnotes: notes.length,
    },
  };
};

const isHeading = (block: Block): block is Heading => block.kind === 'heading';
