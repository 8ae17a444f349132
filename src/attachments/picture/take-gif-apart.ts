import { letters, startsWith, viewOf } from './bytes.ts';
import { hasAllPoints } from './lzw-points.ts';
import { foreign, type Gathering, gather, seen, stray, type TakenApart, unseen } from './parts.ts';
import { words } from './words.ts';

/** Marks of blocks: https://www.w3.org/Graphics/GIF/spec-gif89a.txt, 15 to 27. */
const marks = { extension: 0x21, picture: 0x2c, end: 0x3b } as const;
const labels = { text: 0x01, control: 0xf9, comment: 0xfe, application: 0xff } as const;
const headLength = 13;
const pictureHead = 10;
const controlLength = 8;

/** How often an animation is shown; no other program's block says anything of how a picture is seen. */
const loops: ReadonlySet<string> = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);
/** The block with their name, one of three bytes, and an end. */
const loopLength = 19;

/**
 * Takes a GIF apart. All of its pictures are shown, one after the other, where it moves.
 * @returns null where it is none, or is cut off
 */
export const takeGifApart = (bytes: Uint8Array): TakenApart | null => {
  if (!startsWith(bytes, 'GIF8') || bytes.length < headLength) return null;
  const gathering = gather();
  let at = headLength + coloursOf(bytes[10] ?? 0);
  gathering.add(seen(bytes.subarray(0, at)));
  let isDrawn = false;
  while (at < bytes.length) {
    const mark = bytes[at];
    if (mark === marks.end) {
      gathering.add(seen(bytes.subarray(at, at + 1)));
      return isDrawn ? gathering.done(bytes.subarray(at + 1)) : null;
    }
    const next =
      mark === marks.picture ? addPicture(bytes, at, gathering) : addBlock(bytes, at, gathering);
    if (next === null) return null;
    isDrawn ||= mark === marks.picture;
    at = next;
  }
  return null;
};

/** How many bytes a list of colours has, by what says whether there is one. */
const coloursOf = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where a row of small blocks ends; null where it is cut off. */
const endOfBlocks = (bytes: Uint8Array, from: number): number | null => {
  let at = from;
  while (at < bytes.length) {
    const length = bytes[at] as number;
    at += 1 + length;
    if (length === 0) return at;
  }
  return null;
};

const addBlock = (bytes: Uint8Array, at: number, gathering: Gathering): number | null => {
  const end = bytes[at] === marks.extension ? endOfBlocks(bytes, at + 2) : null;
  if (end === null) return null;
  const whole = bytes.subarray(at, end);
  const name = letters(whole.subarray(3, 14));
  switch (whole[1]) {
    case labels.control:
      gathering.add(whole.length === controlLength ? seen(whole) : foreign(whole, 'GIF F9'));
      break;
    case labels.comment:
      gathering.add(unseen(words.comment));
      break;
    case labels.text:
      // Words that no browser draws.
      gathering.add(unseen(words.text('GIF')));
      break;
    case labels.application: {
      const isLoop = loops.has(name) && whole.length === loopLength;
      const isXmp = name.startsWith('XMP Data');
      if (isLoop) gathering.add(seen(whole));
      else if (isXmp) gathering.add(unseen(words.xmp, { beside: { xmp: whole.subarray(14) } }));
      else gathering.add(unseen(words.ofProgram(name)));
      break;
    }
    default:
      gathering.add(unseen(words.ofProgram(`GIF ${(whole[1] ?? 0).toString(16)}`)));
  }
  return end;
};

/** A picture, without what stands behind its last point in its data. */
const addPicture = (bytes: Uint8Array, at: number, gathering: Gathering): number | null => {
  if (at + pictureHead >= bytes.length) return null;
  const view = viewOf(bytes);
  const [width, height] = [view.getUint16(at + 5, true), view.getUint16(at + 7, true)];
  const data = at + pictureHead + coloursOf(bytes[at + 9] ?? 0);
  const end = endOfBlocks(bytes, data + 1);
  if (end === null) return null;
  const reader = dataReader(bytes, data + 1);
  const isWhole = hasAllPoints(reader.next, bytes[data] ?? 0, width * height);
  const rest = stray(isWhole ? reader.rest() : new Uint8Array(), words.behindRows);
  if (rest.record === undefined) gathering.add(seen(bytes.subarray(at, end)));
  else {
    // The block in which the last point stands is shortened, and those behind it go.
    const { block, place } = reader.where();
    const kept = bytes.slice(at, place);
    kept[block - at] = place - block - 1;
    gathering.add(seen(kept));
    gathering.add({ ...rest, stays: Uint8Array.of(0) });
  }
  return end;
};

/** Reads the bytes in a row of small blocks, one after the other. */
const dataReader = (bytes: Uint8Array, from: number) => {
  let block = from;
  let place = from + 1;
  const next = (): number | undefined => {
    const length = bytes[block] ?? 0;
    if (length === 0) return undefined;
    if (place > block + length) {
      if (!bytes[block + length + 1]) return undefined;
      block += length + 1;
      place = block + 1;
    }
    place += 1;
    return bytes[place - 1];
  };
  return {
    next,
    /** The block in which the last byte stands that was read, and the place behind it. */
    where: () => ({ block, place }),
    /** Whatever was not read. */
    rest(): Uint8Array {
      const before = { block, place };
      const left: number[] = [];
      for (let byte = next(); byte !== undefined; byte = next()) left.push(byte);
      ({ block, place } = before);
      return Uint8Array.from(left);
    },
  };
};
