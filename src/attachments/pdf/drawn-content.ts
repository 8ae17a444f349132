import { OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type OpenOptions, withPdf } from './open-pdf.ts';

/** So many lines and curves on a page without letters are letters that were turned into shapes. */
const shapesOfText = 40;

/**
 * Says which of some pages show pictures or shapes. No picture is unpacked for that: pdf.js leaves them out, and, told to
 * stop at errors, gives nothing from the first one on.
 * @param pages numbers of pages on which nothing is written
 */
export async function pagesOfPictures(
  bytes: Uint8Array,
  pages: readonly number[],
): Promise<number[]> {
  if (pages.length === 0) return [];
  const withoutPictures = await drawnOn(bytes, pages, { maxImageSize: 0 });
  const upToPictures = await drawnOn(bytes, pages, { maxImageSize: 0, stopAtErrors: true });
  return pages.filter((_, index) => {
    const all = withoutPictures[index] ?? [];
    const shapes = all.filter((operation) => operation === OPS.constructPath);
    return all.length > (upToPictures[index]?.length ?? 0) || shapes.length >= shapesOfText;
  });
}

/** What is done to draw each of some pages; nothing for one that is damaged. */
const drawnOn = (
  bytes: Uint8Array,
  pages: readonly number[],
  options: OpenOptions,
): Promise<number[][]> =>
  withPdf(
    bytes,
    async (pdf) => {
      const drawn: number[][] = [];
      for (const number of pages) {
        const page = await pdf.getPage(number);
        const { fnArray } = await page.getOperatorList().catch(() => ({ fnArray: [] }));
        drawn.push(fnArray);
        page.cleanup();
      }
      return drawn;
    },
    options,
  );

/**
 * Says on which pages text stands in layers that are turned off: no reader sees it, and everyone can take it out.
 * @param pages numbers of pages with text
 */
export async function pagesWithHiddenLayers(
  bytes: Uint8Array,
  pages: readonly number[],
): Promise<number[]> {
  const found: number[] = [];
  const look = async (pdf: PDFDocumentProxy): Promise<void> => {
    const layers = await pdf.getOptionalContentConfig();
    for (const number of pages) {
      const page = await pdf.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList();
      const shown: boolean[] = [];
      const hides = fnArray.some((operation, place) => {
        const [first, layer] = (argsArray[place] ?? []) as unknown[];
        if (operation === OPS.beginMarkedContent) shown.push(true);
        else if (operation === OPS.beginMarkedContentProps)
          shown.push(first !== 'OC' || layers.isVisible(layer) !== false);
        else if (operation === OPS.endMarkedContent) shown.pop();
        return operation === OPS.showText && shown.includes(false) && hasLetters(first);
      });
      if (hides) found.push(number);
      page.cleanup();
    }
  };
  await withPdf(bytes, look, { maxImageSize: 0 });
  return found;
}

const hasLetters = (glyphs: unknown): boolean =>
  Array.isArray(glyphs) &&
  glyphs.some(
    (glyph: unknown) =>
      typeof glyph === 'object' &&
      glyph !== null &&
      'unicode' in glyph &&
      String(glyph.unicode).trim() !== '',
  );

/** Whether a file has layers that are turned off. */
export async function hasHiddenLayers(pdf: PDFDocumentProxy): Promise<boolean> {
  const layers = await pdf.getOptionalContentConfig();
  return [...layers].some(([, layer]) => (layer as { visible?: boolean }).visible === false);
}
