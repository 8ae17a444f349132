import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { OptionalContentConfig } from 'pdfjs-dist/types/src/display/optional_content_config.js';
import { annotationsOf } from './annotations.ts';
import { type Field, fieldWords, withFields } from './form-values.ts';
import { isTelling, wordsOfAnnotations } from './held/earlier-saves.ts';
import type { Noted } from './held/noted.ts';
import { mappedText } from './mapped-text.ts';
import { pageText } from './page-text.ts';
import { type Box, boxOf, isApart, type Matrix } from './seen/geometry.ts';
import { judgePage, type PageJudgement } from './seen/judge-page.ts';
import { placedContentOf } from './seen/placed-content-of.ts';
import type { PdfObjects } from './structure/pdf-objects.ts';
import { pictureKind } from './without-pictures.ts';

/** A page with fewer letters says nothing by itself: a page number on a scan. */
const fewestLetters = 3;

/** What is known of a page once it was read. */
export type PageRead = {
  number: number;
  /** What its readers see; empty where nothing can be read. */
  text: string;
  state: 'broken' | 'unmapped' | 'partly-unmapped' | 'mapped';
  isWordless: boolean;
  /** All letters that pdf.js finds and that are in fields and notes, as they come. */
  words: string;
  judgement: PageJudgement | null;
};

/**
 * Reads the pages of a PDF, each once: its text, its annotations, and what of it is seen.
 * @param pdf a copy without pictures
 * @param noted takes what stands on the pages besides their text
 * @throws RangeError where a page is too much
 */
export async function readPages(
  pdf: PDFDocumentProxy,
  objects: PdfObjects,
  noted: Noted,
): Promise<PageRead[]> {
  const pages: PageRead[] = [];
  const layers = await pdf.getOptionalContentConfig();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    try {
      const page = await pdf.getPage(number);
      pages.push(await readPage(page, { layers, objects, noted }));
      page.cleanup();
    } catch (error) {
      if (error instanceof RangeError) throw error;
      pages.push({
        number,
        text: '',
        state: 'broken',
        isWordless: false,
        words: '',
        judgement: null,
      });
    }
  }
  return pages;
}

/** Around letters, with what reaches below their line: what lies wholly beside the page is read by nobody. */
const boxOfItem = ({ transform, width, height }: TextItem): Box => {
  const [a, b, c, d, x, y] = transform as [number, number, number, number, number, number];
  const [along, up] = [Math.hypot(a, b) || 1, Math.hypot(c, d) || 1];
  const upright: Matrix = [a / along, b / along, c / up, d / up, x, y];
  // Vertical fonts run down from where they begin.
  return boxOf(upright, [-up, -Math.max(up, height), Math.max(width, up), up]);
};

type Surroundings = { layers: OptionalContentConfig; objects: PdfObjects; noted: Noted };

async function readPage(
  page: PDFPageProxy,
  { layers, objects, noted }: Surroundings,
): Promise<PageRead> {
  const number = page.pageNumber;
  const annotations = await page.getAnnotations({ intent: 'any' });
  const { comments, embeddedFiles, outsideLink } = annotationsOf(annotations);
  if (comments) noted.add('comments', number);
  if (embeddedFiles) noted.add('embedded-files', number);
  if (outsideLink) noted.add('outside-link', number);
  if ((await page.getJSActions()) !== null) noted.add('script', number);
  const fields = fieldWords(annotations as Field[], page.view);
  if (fields.some(({ isSeen, words }) => !isSeen && isTelling(words)))
    noted.add('hidden-text', number);
  const content = await page.getTextContent();
  const { items, mapped } = mappedText(content);
  const view = page.view as unknown as Box;
  const onPage = items.filter((item) => !('str' in item) || !isApart(boxOfItem(item), view));
  const text = pageText({ ...content, items: withFields(onPage, fields) });
  const judgement = judgePage(
    await placedContentOf(page, layers, (picture) => pictureKind(objects, picture)),
    view,
    page.userUnit,
  );
  return {
    number,
    text,
    state: mapped === 'all' ? 'mapped' : mapped === 'partly' ? 'partly-unmapped' : 'unmapped',
    isWordless: mapped !== 'none' && (text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters,
    words: [
      ...content.items.map((item) => ('str' in item ? item.str : '')),
      ...fields.map(({ words }) => words),
      ...wordsOfAnnotations(annotations),
      judgement.seen,
    ].join(''),
    judgement,
  };
}
