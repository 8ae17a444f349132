import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { withPdf } from './open-pdf.ts';

/** How wide the picture is. */
const pictureWidth = 640;

/** Slides and title pages take 3 to 11 KB well encoded. */
const well = { quality: 45, most: 11_000 };

/** A page full of small print takes three times that, a third less where lines are a little rough; it stays legible. */
const roughly = 15;

/** A page longer than this, seen from its width, is cut off: a picture stands for the file, it does not replace it. */
const mostHeights = 2;

/** Pictures on the page of more pixels are left out. */
const mostPixels = 40_000_000;

/**
 * Draws the first page of a PDF.
 * @returns a WebP, `pictureWidth` wide
 * @throws whatever pdf.js throws where the file cannot be opened
 */
export const drawFirstPage = (bytes: Uint8Array): Promise<Uint8Array> =>
  withPdf(
    bytes,
    async (pdf) => {
      const page = await pdf.getPage(1);
      const viewport = page.getViewport({ scale: 1 });
      const scale = pictureWidth / viewport.width;
      const height = Math.round(Math.min(viewport.height * scale, pictureWidth * mostHeights));
      const canvas = createCanvas(pictureWidth, Math.max(1, height));
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      await page.render({
        // The canvas of Node and that of browsers differ in type alone.
        canvas: canvas as unknown as HTMLCanvasElement,
        canvasContext: context as unknown as CanvasRenderingContext2D,
        viewport: page.getViewport({ scale }),
      }).promise;
      return encodeAsPicture(canvas);
    },
    { maxImageSize: mostPixels },
  );

/** Encodes the picture of a first page: WebP. */
async function encodeAsPicture(canvas: Canvas): Promise<Uint8Array> {
  const picture = await canvas.encode('webp', well.quality);
  return new Uint8Array(
    picture.length <= well.most ? picture : await canvas.encode('webp', roughly),
  );
}
