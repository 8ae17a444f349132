import { indexOfMark } from './bytes.ts';
import { words } from './words.ts';

/**
 * A stretch of a picture's file. Put together in their order, the bytes that stay are the picture without what nobody
 * sees of it.
 */
export type PicturePart = {
  /** What of it stays; empty where nothing does. */
  readonly stays: Uint8Array;
  /** What is lost with the rest of it, in words; undefined where that says nothing to anybody. */
  readonly record?: string;
  /** What it says of the picture, where that is a record in one of the ways that programs share. */
  readonly beside?: Beside;
  /** What it is called, where nobody here knows what it does to the picture. */
  readonly unknown?: string;
};

/** What says something of a picture, as its file packs it. */
export type Beside =
  | { readonly exif: Uint8Array }
  | { readonly iptc: Uint8Array }
  | { readonly xmp: Uint8Array }
  /** Words under a name; null where they can't be unpacked. */
  | { readonly keyword: string; readonly words: Uint8Array | null };

/** A picture's file taken apart. */
export type TakenApart = {
  readonly parts: readonly PicturePart[];
  /** Bytes behind the end of the picture; none where it ends with its file. */
  readonly behind: Uint8Array;
};

const nothing = new Uint8Array();

/** Is seen, or says how to show what is seen. */
export const seen = (bytes: Uint8Array): PicturePart => ({ stays: bytes });
/** Is not seen. @param more what it says of the picture, and what stays in its place */
export const unseen = (
  record: string,
  { stays = nothing, beside }: Partial<Pick<PicturePart, 'stays' | 'beside'>> = {},
): PicturePart => ({ stays, record, ...(beside && { beside }) });
/** Could change what is seen in a way that nobody here knows. @param name as the format calls it */
export const foreign = (bytes: Uint8Array, name: string): PicturePart => ({
  stays: bytes,
  unknown: words.unknown(name),
});
/** Is not seen and says nothing: a program's own bearings. */
export const idle: PicturePart = { stays: nothing };

/** A colour profile. @param isTold whether what is lost of it says something */
export const profile = (stays: Uint8Array, isTold: boolean): PicturePart =>
  isTold ? unseen(words.profile, { stays }) : { stays };

/** What stands where nothing of a picture should; programs fill up with zeros and blanks. */
export const stray = (bytes: Uint8Array, record: string): PicturePart =>
  bytes.every((byte) => filling[byte] === 1) ? idle : unseen(record);

const filling = new Uint8Array(256);
for (const byte of [0, 0xff, 0x0a, 0x0d, 0x20]) filling[byte] = 1;

/** What follows the end of a picture. */
export const behindTheEnd = (bytes: Uint8Array): PicturePart =>
  stray(bytes, pictureIn(bytes) === null ? words.behind : words.pictureBehind);

const pictureMarks = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n'];

/** From where another picture begins: cameras put a smaller or a brighter one behind the first. Null where none does. */
export const pictureIn = (bytes: Uint8Array): Uint8Array | null => {
  const starts = pictureMarks.map((mark) => indexOfMark(bytes, mark)).filter((at) => at !== -1);
  return starts.length === 0 ? null : bytes.subarray(Math.min(...starts));
};

/** More than any program writes: of a file that is nothing but beginnings, each would take memory. */
export const mostParts = 100_000;

/** Gathers what a file is taken apart into. */
export type Gathering = {
  /** @throws RangeError where there are more parts than any program writes */
  add(part: PicturePart): void;
  /** @param behind what follows the end */
  done(behind: Uint8Array): TakenApart;
};

/** Begins with nothing. */
export const gather = (): Gathering => {
  const parts: PicturePart[] = [];
  return {
    add(part) {
      if (parts.length >= mostParts) throw new RangeError('Too many parts.');
      parts.push(part);
    },
    done: (behind) => ({
      parts: behind.length === 0 ? parts : [...parts, behindTheEnd(behind)],
      behind,
    }),
  };
};
