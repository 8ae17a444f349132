import { bytesOf, joined, letters, startsWith, viewOf } from './bytes.ts';
import { cleanProfile } from './icc-profile.ts';
import { isOrientationAlone, orientationAlone, orientationOf } from './orientation.ts';
import { gather, type PicturePart, profile, seen, type TakenApart, unseen } from './parts.ts';
import { words } from './words.ts';

/** https://developers.google.com/speed/webp/docs/riff_container: what is drawn, in which colours, one after the other. */
const drawing: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM']);
const drawingInFrame: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH']);

/** Bits of VP8X that say whether there is EXIF and XMP. */
const bits = { exif: 0x08, xmp: 0x04 };
const frameHead = 16;

/** A chunk with its head, its content, and where the next one begins. */
type Chunk = { name: string; whole: Uint8Array; content: Uint8Array; next: number };

/**
 * Takes a WebP apart. What stays has the length in its head that it has together.
 * @returns null where it is none, or is cut off
 */
export const takeWebpApart = (bytes: Uint8Array): TakenApart | null => {
  if (!startsWith(bytes, 'RIFF') || !startsWith(bytes, 'WEBP', 8)) return null;
  const end = viewOf(bytes).getUint32(4, true) + 8;
  if (end > bytes.length || end < 20) return null;
  const chunks = chunksOf(bytes.subarray(0, end), 12);
  if (!chunks?.some(({ name }) => /^(?:VP8[ L]|ANMF)$/.test(name))) return null;
  const gathering = gather();
  const judge = chunkJudge();
  const judged = chunks.map((chunk) => judge(chunk));
  const isTurned = chunks.some(({ name }, at) => name === 'EXIF' && judged[at]?.stays.length);
  const parts = chunks.map((chunk, at) =>
    chunk.name === 'VP8X' ? withBits(chunk, isTurned) : (judged[at] ?? seen(chunk.whole)),
  );
  const length = parts.reduce((sum, { stays }) => sum + stays.length, 4);
  gathering.add(seen(joined(bytes.subarray(0, 4), little(length), bytes.subarray(8, 12))));
  for (const part of parts) gathering.add(part);
  return gathering.done(bytes.subarray(end));
};

/** @returns null where one is longer than what is there */
const chunksOf = (bytes: Uint8Array, from: number): Chunk[] | null => {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  let at = from;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > bytes.length) return null;
    if (chunks.length >= mostChunks) throw new RangeError('Too many chunks.');
    const next = at + 8 + length + (length % 2);
    chunks.push({
      name: letters(bytes.subarray(at, at + 4)),
      whole: bytes.subarray(at, next),
      content: bytes.subarray(at + 8, at + 8 + length),
      next,
    });
    at = next;
  }
  return at >= bytes.length ? chunks : null;
};

/** Far more than the longest animation. */
const mostChunks = 20_000;

const withBits = ({ whole }: Chunk, isTurned: boolean): PicturePart => {
  const alone = new Uint8Array(whole);
  const flags = alone[8] ?? 0;
  alone[8] = (flags & ~(bits.exif | bits.xmp)) | (isTurned ? bits.exif : 0);
  return seen(alone);
};

const chunkJudge = (): ((chunk: Chunk) => PicturePart) => {
  let isTurned = false;
  return (chunk) => {
    const { name, content, whole } = chunk;
    switch (name) {
      case 'VP8X':
        return seen(whole);
      case 'ANMF':
        return frame(chunk);
      case 'EXIF': {
        // Some programs put JPEG's mark before it.
        const tiff = startsWith(content, 'Exif\0\0') ? content.subarray(6) : content;
        const isFirst = !isTurned;
        isTurned = true;
        if (isFirst && isOrientationAlone(content)) return seen(whole);
        const alone = isFirst ? orientationAlone(orientationOf(tiff)) : new Uint8Array();
        return unseen(words.exif, {
          beside: { exif: tiff },
          ...(alone.length > 0 && { stays: packed('EXIF', alone) }),
        });
      }
      case 'XMP ':
        return unseen(words.xmp, { beside: { xmp: content } });
      case 'ICCP': {
        const own = cleanProfile(content);
        return own ? profile(packed(name, own.clean), own.says) : unseen(words.profile);
      }
      case 'C2PA':
        return unseen(words.origin);
      default:
        return drawing.has(name) ? seen(whole) : unseen(words.ofProgram(name));
    }
  };
};

/** One picture of an animation: where it lies and how long, and chunks of its own. */
const frame = ({ whole, content }: Chunk): PicturePart => {
  const inside = content.length < frameHead ? null : chunksOf(content, frameHead);
  const others = inside?.filter(({ name }) => !drawingInFrame.has(name)) ?? [];
  const [first] = others;
  if (!inside || !first) return seen(whole);
  const kept = inside.filter((chunk) => !others.includes(chunk)).map((chunk) => chunk.whole);
  const alone = packed('ANMF', joined(content.subarray(0, frameHead), ...kept));
  return unseen(words.ofProgram(first.name), { stays: alone });
};

const packed = (name: string, content: Uint8Array): Uint8Array =>
  joined(bytesOf(name), little(content.length), content, new Uint8Array(content.length % 2));

const little = (number: number): Uint8Array =>
  Uint8Array.of(...[0, 8, 16, 24].map((places) => (number >>> places) & 255));
