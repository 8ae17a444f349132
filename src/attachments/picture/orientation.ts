import { viewOf } from './bytes.ts';

/** How a picture is turned before it is shown: EXIF 2.32, 4.6.4 A, 1 to 8; 1 is as it lies. */
export type Orientation = number;

const orientationTag = 0x0112;
const short = 3;
/** More than any camera writes into the first list. */
const mostEntries = 500;

/**
 * Reads how a picture is turned.
 * @param exif a TIFF structure, as EXIF is in every kind of picture; anything is safe
 * @returns 1 where it does not say so
 */
export const orientationOf = (exif: Uint8Array): Orientation => {
  const view = viewOf(exif);
  if (exif.length < 14) return 1;
  const mark = view.getUint16(0);
  if (mark !== 0x4d4d && mark !== 0x4949) return 1;
  const isLittle = mark === 0x4949;
  const list = view.getUint32(4, isLittle);
  if (list + 2 > exif.length) return 1;
  const count = Math.min(view.getUint16(list, isLittle), mostEntries);
  for (let at = list + 2; at < list + 2 + count * 12 && at + 12 <= exif.length; at += 12) {
    if (view.getUint16(at, isLittle) !== orientationTag) continue;
    const value = view.getUint16(at + 2, isLittle) === short ? view.getUint16(at + 8, isLittle) : 1;
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
};

/** An EXIF that says how a picture is turned and nothing else; empty where it is shown as it lies. */
export const orientationAlone = (orientation: Orientation): Uint8Array =>
  orientation === 1
    ? new Uint8Array()
    : Uint8Array.of(
        ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
        ...[orientationTag >> 8, orientationTag & 255, 0, short, 0, 0, 0, 1, 0, orientation, 0, 0],
        ...[0, 0, 0, 0],
      );

/** Whether an EXIF says nothing but how a picture is turned, as `orientationAlone` writes it. */
export const isOrientationAlone = (exif: Uint8Array): boolean => {
  const alone = orientationAlone(orientationOf(exif));
  return (
    exif.length > 0 && exif.length === alone.length && exif.every((byte, at) => byte === alone[at])
  );
};
