import type { Canvas } from '@napi-rs/canvas';

/** How wide the picture of a file's first page is. */
export const pictureWidth = 640;

/** Slides and title pages take 3 to 11 KB well encoded. */
const well = { quality: 45, most: 11_000 };

/** A page full of small print takes three times that, a third less where lines are a little rough; it stays legible. */
const roughly = 15;

/** Encodes the picture of a first page: WebP. */
export async function encodeAsPicture(canvas: Canvas): Promise<Uint8Array> {
  const picture = await canvas.encode('webp', well.quality);
  return new Uint8Array(
    picture.length <= well.most ? picture : await canvas.encode('webp', roughly),
  );
}
