const isPng = (bytes: Uint8Array): boolean => bytes[0] === 0x89 && bytes[1] === 0x50;
const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8;

/** Kinds of colours of a PNG that have no channel for what shows through (PNG, 11.2.1: grey, true colour). */
const withoutAlpha = [0, 2];

/**
 * Whether nothing can be seen through a picture, told from its first bytes: a JPEG, or a PNG without transparency.
 * Of any other it isn't known.
 */
export const isOpaquePicture = (bytes: Uint8Array): boolean => {
  if (isJpeg(bytes)) return true;
  if (!isPng(bytes) || !withoutAlpha.includes(bytes[25] ?? -1)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Chunks before the image: `tRNS` names a colour that is none.
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'tRNS') return false;
    if (name === 'IDAT') return true;
  }
  return false;
};
