import { imageSize } from 'image-size';

/** Width and height in pixels from the first bytes of a picture, so that the page keeps its place while it loads. */
export function pictureSize(
  head: Uint8Array | undefined,
): { width: number; height: number } | undefined {
  if (!head) return undefined;
  try {
    const { width, height } = imageSize(head);
    return { width, height };
  } catch {
    // A format that states its size further in, or an SVG without one: the page then lays it out on arrival.
    return undefined;
  }
}
