import { createCanvas, loadImage } from '@napi-rs/canvas';
import { imageSize } from 'image-size';
import { encodeAsPicture, pictureWidth } from './picture-format.ts';

/** A picture of more pixels is not unpacked. */
const mostPixels = 100_000_000;

/**
 * Draws a picture small: `pictureWidth` wide, or as wide as it is where that is less.
 * @throws Error where it cannot be unpacked, or is too large to
 */
export async function drawPicture(bytes: Uint8Array): Promise<Uint8Array> {
  const size = imageSize(bytes);
  if (size.width * size.height > mostPixels) throw new Error('The picture is too large.');
  const image = await loadImage(bytes);
  const scale = Math.min(1, pictureWidth / image.width);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return encodeAsPicture(canvas);
}
