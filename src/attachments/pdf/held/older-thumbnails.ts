import { createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { withPdf } from '../open-pdf.ts';
import type { PdfObjects } from '../structure/pdf-objects.ts';
import { decodeThumbnail, type GreyPicture } from './decode-thumbnail.ts';

/** Programs make thumbnails of all pages or of none: so many are looked at. */
const mostPages = 8;

/** Pictures on a page of more points are not drawn for this. */
const mostPixels = 8_000_000;

/** Both are compared in so many fields across and down: finer than that, programs draw letters differently. */
const fields = 12;

/** From here on, on the average or in one field, a picture shows another page. 255 is from black to white. */
const otherPage = { average: 24, field: 96 };

/**
 * The pages whose thumbnail shows something else than they do: it was made of the page as it was once.
 * @param bytes as they came, with their pictures
 * @param pages the numbers of the pages' objects
 */
export async function pagesWithOlderThumbnails(
  bytes: Uint8Array,
  objects: PdfObjects,
  pages: readonly number[],
): Promise<number[]> {
  const thumbnails = pages.flatMap((page, index) => {
    const object = objects.streamOf(objects.dictionary(objects.at(page)?.value).get('Thumb'));
    const picture = object ? decodeThumbnail(objects, object) : null;
    return picture ? [{ number: index + 1, picture }] : [];
  });
  if (thumbnails.length === 0) return [];
  return withPdf(
    bytes,
    async (pdf) => {
      const older: number[] = [];
      for (const { number, picture } of thumbnails.slice(0, mostPages)) {
        if (isOther(picture, await drawnAs(picture, pdf, number))) older.push(number);
      }
      return older;
    },
    { maxImageSize: mostPixels },
  );
}

/** A page as it is, in the size of a picture of it. */
async function drawnAs(
  { width }: GreyPicture,
  pdf: PDFDocumentProxy,
  number: number,
): Promise<GreyPicture> {
  const page = await pdf.getPage(number);
  const { width: wide } = page.getViewport({ scale: 1 });
  // Drawn larger and made smaller, as programs do it that make thumbnails.
  const scale = Math.max(width, 200) / wide;
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.min(2000, Math.round(viewport.height))),
  );
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  await page.render({
    canvas: canvas as unknown as HTMLCanvasElement,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
  }).promise;
  page.cleanup();
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const points = new Uint8Array(canvas.width * canvas.height);
  for (let at = 0; at < points.length; at += 1)
    points[at] =
      0.299 * (data[4 * at] as number) +
      0.587 * (data[4 * at + 1] as number) +
      0.114 * (data[4 * at + 2] as number);
  return { width: canvas.width, height: canvas.height, points };
}

function isOther(one: GreyPicture, other: GreyPicture): boolean {
  const [before, now] = [fieldsOf(one), fieldsOf(other)];
  const apart = before.map((grey, index) => Math.abs(grey - (now[index] as number)));
  const average = apart.reduce((sum, value) => sum + value, 0) / apart.length;
  return average > otherPage.average || Math.max(...apart) > otherPage.field;
}

/** How bright each field of a picture is on the average. */
function fieldsOf({ width, height, points }: GreyPicture): number[] {
  const from = (index: number, size: number) => Math.floor((index * size) / fields);
  return Array.from({ length: fields * fields }, (_, index) => {
    const [column, row] = [index % fields, Math.floor(index / fields)];
    let sum = 0;
    let count = 0;
    for (
      let y = from(row, height);
      y < Math.max(from(row, height) + 1, from(row + 1, height));
      y += 1
    )
      for (
        let x = from(column, width);
        x < Math.max(from(column, width) + 1, from(column + 1, width));
        x += 1
      ) {
        sum += points[y * width + x] ?? 255;
        count += 1;
      }
    return sum / count;
  });
}
