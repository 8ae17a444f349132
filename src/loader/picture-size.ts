import { pictureSize as sizeIn } from '../attachments/picture/picture-size.ts';

/** Width and height in pixels from the first bytes of a picture, so that the page keeps its place while it loads. */
export function pictureSize(
  head: Uint8Array | undefined,
): { width: number; height: number } | undefined {
  const size = head && sizeIn(head);
  return size && { width: size.width, height: size.height };
}
