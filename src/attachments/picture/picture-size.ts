import { imageSize } from 'image-size';

/** As many as the largest camera of an office makes; a browser takes four bytes for each. */
export const mostPixels = 100_000_000;

/** The size of a picture in pixels, and the kind of file that says so. */
export type PictureSize = { width: number; height: number; type: string };

/**
 * Reads of a picture's bytes how large it is; undefined where they do not say so, as of an SVG without a size, or of the
 * beginning alone of a file that says it further in.
 */
export const pictureSize = (bytes: Uint8Array): PictureSize | undefined => {
  try {
    const { width, height, type } = imageSize(bytes);
    const isSize = [width, height].every((side) => Number.isFinite(side) && side > 0);
    return isSize ? { width, height, type: type ?? '' } : undefined;
  } catch {
    return undefined;
  }
};
