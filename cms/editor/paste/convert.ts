import { type Block, plainWords } from '../word/blocks.ts';
import { type Built, buildBlocks } from '../word/build-blocks.ts';
import type { ImportedFigure } from '../word/document-import.ts';
import { isTooMuch, mostCharacters } from '../word/entry-limits.ts';
import { withFreeNotes } from '../word/free-notes.ts';
import { type WithPictures, withFreePictures } from '../word/free-pictures.ts';
import { type Picture, pictureEnding } from '../word/picture-file.ts';
import { createLosses, type Losses } from '../word/sentences.ts';
import { guessHeadings, levelHeadings } from '../word/shape-headings.ts';
import { shapeText } from '../word/shape-text.ts';
import { writeBody } from '../word/write-body.ts';
import { withoutBrokenLines } from './broken-lines.ts';
import { readHtml } from './read-html.ts';
import { isMarkdown, readPlain } from './read-plain.ts';

/** A copy as the text of an entry. */
export type Converted = {
  /** Markdown of the portal's own grammar; empty where the copy says nothing. */
  body: string;
  /** Whether it is words that go into a line; else it stands by itself, with empty lines around it. */
  isWords: boolean;
  figures: ImportedFigure[];
  /** What was left out, changed or guessed: Japanese sentences. */
  notKept: string[];
  /** Whether it was Markdown already, whose notes have the numbers that its writer gave them. */
  isAsWritten?: true;
};

/** For what a copy is read. */
export type ConvertOptions = {
  /** As for a Word file: `section` is a part of a practice, `free` of another kind of entry. */
  headings: 'section' | 'free';
  parse(html: string): Document;
};

/**
 * Makes a text of an entry of what a program put on the clipboard as HTML.
 * @returns null where it is too much
 */
export const convertHtml = (
  html: string,
  { headings, parse }: ConvertOptions,
): Converted | null => {
  const losses = createLosses();
  const read = readHtml(html, parse, losses);
  if (!read) return null;
  const { tree, paragraphs, pictures } = read;
  return written(buildBlocks(tree, paragraphs, losses), pictures, headings, losses);
};

/**
 * Makes a text of an entry of plain text. What is in the grammar of entries already stays as it is.
 * @param isGuessed whether lines that look like a list or a heading become one
 * @returns null where it is too much
 */
export const convertPlain = (
  text: string,
  { headings }: Pick<ConvertOptions, 'headings'>,
  isGuessed: boolean,
): Converted | null => {
  if (text.length > mostCharacters) return null;
  const lines = text.replace(/\r\n?/g, '\n').replace(/\0+$/, '');
  if (isMarkdown(lines)) {
    const body = lines.trim();
    if (isTooMuch(body)) return null;
    const isWords = !body.includes('\n');
    return { body, isWords, figures: [], notKept: [], isAsWritten: true };
  }
  const losses = createLosses();
  const blocks = readPlain(lines, isGuessed);
  if (isGuessed) return written({ blocks, notes: [] }, [], headings, losses);
  const { body, figures } = writeBody(blocks, [], [], losses);
  if (isTooMuch(body)) return null;
  return { body, isWords: isLine(blocks, body), figures, notKept: losses.sentences() };
};

/**
 * Makes a text of an entry of pictures that stand on the clipboard by themselves.
 * @returns null where none of them is a picture that an entry can hold
 */
export const convertPictures = (files: readonly Uint8Array[]): Converted | null => {
  const losses = createLosses();
  const pictures = files.flatMap((bytes): Picture[] => {
    const ending = pictureEnding(bytes);
    return ending === null ? [] : [{ bytes, ending, alt: '', near: '' }];
  });
  if (pictures.length === 0) return null;
  const blocks = pictures.map((_, picture): Block => ({ kind: 'figure', picture, caption: [] }));
  const { body, figures } = writeBody(blocks, [], pictures, losses);
  return { body, isWords: false, figures, notKept: losses.sentences() };
};

/** A copy as it fits into one entry. */
export type Fitted = { body: string; files: WithPictures['files']; notKept: string[] };

/**
 * Gives a copy's pictures names that no file beside the entry has, and its notes numbers that no other has.
 * @param taken the names of the files
 * @param whole the text of the entry
 */
export const fitted = (
  { body, figures, notKept, isAsWritten }: Converted,
  taken: readonly string[],
  whole: string,
): Fitted => {
  const free = withFreePictures(body, figures, taken);
  const names = figures.map(({ name }, at) => [name, free.files[at]?.name ?? name] as const);
  return {
    body: isAsWritten ? body : withFreeNotes(free.body, whole),
    files: free.files,
    notKept: notKept.map((sentence) =>
      names.reduce((told, [from, to]) => told.replaceAll(from, to), sentence),
    ),
  };
};

const written = (
  { blocks, notes }: Built,
  pictures: readonly Picture[],
  headings: 'section' | 'free',
  losses: Losses,
): Converted | null => {
  const whole = withoutBrokenLines(blocks, losses);
  const guessed = guessHeadings(shapeText(whole, losses), losses);
  const shaped = levelHeadings(guessed, { headings }, losses);
  const { body, figures } = writeBody(shaped, notes, pictures, losses);
  if (isTooMuch(body)) return null;
  const isWords = notes.length === 0 && isLine(shaped, body);
  return { body, isWords, figures, notKept: losses.sentences() };
};

const isLine = (blocks: readonly Block[], body: string): boolean => {
  const [only, ...others] = blocks;
  return (
    others.length === 0 &&
    only?.kind === 'paragraph' &&
    !body.includes('\n\n') &&
    plainWords(only.words) !== ''
  );
};
