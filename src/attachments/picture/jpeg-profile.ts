import { joined, startsWith, viewOf } from './bytes.ts';
import { cleanProfile } from './icc-profile.ts';
import { type PicturePart, profile, unseen } from './parts.ts';
import { words } from './words.ts';

const mark = 'ICC_PROFILE\0';
/** Marker, length, mark, which part it is and of how many: ICC.1:2022, B.4. */
const headLength = 4 + mark.length + 2;
const code = 0xe2;
const scan = 0xda;

/** Whether a segment is a part of a colour profile. @param whole with its marker */
export const isOfProfile = (whole: Uint8Array): boolean =>
  whole[1] === code && startsWith(whole, mark, 4);

/**
 * Judges the segments of a colour profile together: one of a JPEG holds no more than 64 kB.
 * @param bytes of a JPEG, from its beginning
 * @returns for where each begins, what stays of it; a segment that is not there belongs to no profile
 */
export const profileSegments = (bytes: Uint8Array): ReadonlyMap<number, PicturePart> => {
  const own = segmentsBeforeScan(bytes)
    .filter(({ whole }) => isOfProfile(whole) && whole.length > headLength)
    .sort((one, other) => numberOf(one.whole) - numberOf(other.whole));
  const parts = own.map(({ whole }) => whole.subarray(headLength));
  const isInOrder = own.every(({ whole }, index) => numberOf(whole) === index + 1);
  const clean = isInOrder ? cleanProfile(joined(...parts)) : null;
  const judged = new Map<number, PicturePart>();
  let from = 0;
  for (const { at, whole } of own) {
    const to = from + whole.length - headLength;
    const stays = clean && joined(whole.subarray(0, headLength), clean.clean.subarray(from, to));
    judged.set(at, stays ? profile(stays, clean.says) : unseen(words.profile));
    from = to;
  }
  return judged;
};

const numberOf = (whole: Uint8Array): number => whole[headLength - 2] ?? 0;

const segmentsBeforeScan = (bytes: Uint8Array): { at: number; whole: Uint8Array }[] => {
  const view = viewOf(bytes);
  const segments: { at: number; whole: Uint8Array }[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && segments.length < mostSegments) {
    if (bytes[at] !== 0xff || bytes[at + 1] === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (bytes[at + 1] === scan || end > bytes.length) break;
    segments.push({ at, whole: bytes.subarray(at, end) });
    at = end;
  }
  return segments;
};

/** More than any program writes before what is drawn. */
const mostSegments = 10_000;
