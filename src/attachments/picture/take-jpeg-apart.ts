import { bytesOf, joined, letters, startsWith, viewOf } from './bytes.ts';
import { type ReadScan, ScanReader } from './jpeg/scan-reader.ts';
import { isOfProfile, profileSegments } from './jpeg-profile.ts';
import { isOrientationAlone, orientationAlone, orientationOf } from './orientation.ts';
import {
  foreign,
  type Gathering,
  gather,
  type PicturePart,
  seen,
  stray,
  type TakenApart,
  unseen,
} from './parts.ts';
import { words } from './words.ts';

/** Codes of segments: ITU-T T.81, table B.1. */
const codes = { soi: 0xd8, eoi: 0xd9, sos: 0xda, com: 0xfe, app0: 0xe0, tem: 0x01 } as const;
const isRestart = (code: number): boolean => code >= 0xd0 && code <= 0xd7;
const isApplication = (code: number): boolean => code >= codes.app0 && code <= 0xef;
/** Frames, tables, restarts, lines; not the frames of JPEG-LS, of hierarchies, and what is kept for later. */
const drawing: ReadonlySet<number> = new Set([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf],
  ...[codes.sos, 0xdb, 0xdc, 0xdd],
]);

/**
 * Takes a JPEG apart: ITU-T T.81 B.1, T.871 (JFIF), and what cameras and programs write into application segments.
 * @returns null where it is none, or is cut off
 */
export const takeJpegApart = (bytes: Uint8Array): TakenApart | null => {
  if (!startsWith(bytes, '\xff\xd8\xff')) return null;
  const view = viewOf(bytes);
  const gathering = gather();
  const scans = new ScanReader();
  const writer = segmentJudge(gathering, profileSegments(bytes));
  let at = 0;
  let isDrawn = false;
  for (;;) {
    const marker = nextMarker(bytes, at);
    if (marker === -1) return null;
    if (marker > at) gathering.add(stray(bytes.subarray(at, marker), words.between));
    const code = bytes[marker + 1] ?? 0;
    if (code === codes.soi && marker > 0) return null;
    at = marker + 2;
    if (code === codes.soi || code === codes.eoi || code === codes.tem || isRestart(code)) {
      gathering.add(seen(bytes.subarray(marker, at)));
      if (code !== codes.eoi) continue;
      return isDrawn ? gathering.done(bytes.subarray(at)) : null;
    }
    if (at + 2 > bytes.length) return null;
    const end = at + view.getUint16(at);
    if (end < at + 2 || end > bytes.length) return null;
    const content = bytes.subarray(at + 2, end);
    if (scans.take(code, content)) gathering.add(foreign(bytes.subarray(marker, end), 'SOF'));
    else writer.judge(code, bytes.subarray(marker, end), marker);
    at = end;
    if (code !== codes.sos) continue;
    isDrawn = true;
    const scanEnd = endOfScan(bytes, at);
    if (scanEnd === -1) return null;
    for (const part of partsOfScan(bytes, at, scanEnd, scans.read(bytes, content, at, scanEnd))) {
      gathering.add(part);
    }
    at = scanEnd;
  }
};

/** What of a scan is drawn; a scan that is broken, or that nobody here can read, is left as it is. */
const partsOfScan = (
  bytes: Uint8Array,
  from: number,
  to: number,
  scan: ReadScan | null,
): PicturePart[] => {
  if (scan?.isDrawnTwice) return [foreign(bytes.subarray(from, to), 'SOS')];
  const parts: PicturePart[] = [];
  let at = from;
  for (const gap of scan?.behind ?? []) {
    const part = stray(bytes.subarray(gap.from, gap.to), words.between);
    // Programs fill up the last byte, and may go on with it.
    if (part.record === undefined) continue;
    parts.push(seen(bytes.subarray(at, gap.from)), part);
    at = gap.to;
  }
  return [...parts, seen(bytes.subarray(at, to))];
};

/** Where the next marker's last 0xff stands; any number of these may come before its code (T.81, B.1.1.2). */
const nextMarker = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const code = bytes[at] === 0xff ? bytes[at + 1] : 0;
    if (code !== 0 && code !== 0xff) return at;
  }
  return -1;
};

const endOfScan = (bytes: Uint8Array, from: number): number => {
  let at = nextMarker(bytes, from);
  while (at !== -1 && isRestart(bytes[at + 1] ?? 0)) at = nextMarker(bytes, at + 2);
  return at;
};

const segment = (code: number, content: Uint8Array): Uint8Array =>
  joined(Uint8Array.of(0xff, code, (content.length + 2) >> 8, (content.length + 2) & 255), content);

const exifMark = 'Exif\0';
const xmpMarks = ['http://ns.adobe.com/xap/1.0/\0', 'http://ns.adobe.com/xmp/extension/\0'];

/** Judges segments in their order: of two that say how the picture is turned, the first is heard. */
const segmentJudge = (
  gathering: Gathering,
  profiles: ReadonlyMap<number, PicturePart>,
): { judge(code: number, whole: Uint8Array, at: number): void } => {
  let isTurned = false;

  const exif = (tiff: Uint8Array) => {
    const alone = isTurned ? new Uint8Array() : orientationAlone(orientationOf(tiff));
    isTurned = true;
    const content = joined(bytesOf('Exif\0\0'), alone);
    return unseen(words.exif, {
      beside: { exif: tiff },
      ...(alone.length > 0 && { stays: segment(0xe1, content) }),
    });
  };

  const application = (code: number, whole: Uint8Array, at: number) => {
    const content = whole.subarray(4);
    const is = (mark: string) => startsWith(content, mark);
    if (code === 0xe0 && is('JFIF\0')) return jfif(whole, content);
    if (code === 0xe0 && is('JFXX\0')) return unseen(words.thumbnail);
    if (code === 0xe1 && is(exifMark)) {
      const tiff = content.subarray(6);
      if (isTurned || !isOrientationAlone(tiff)) return exif(tiff);
      isTurned = true;
      return seen(whole);
    }
    const xmp = code === 0xe1 ? xmpMarks.find(is) : undefined;
    if (xmp !== undefined) {
      return unseen(words.xmp, { beside: { xmp: content.subarray(xmp.length) } });
    }
    if (isOfProfile(whole)) return profiles.get(at) ?? unseen(words.profile);
    if (code === 0xeb && letters(content).includes('c2pa')) return unseen(words.origin);
    if (code === 0xed) return unseen(words.iptc, { beside: { iptc: content } });
    // How colours are to be taken: T.872, 6.5.3.
    if (code === 0xee && is('Adobe')) return adobe(whole, content);
    return unseen(words.ofProgram(nameOf(code, content)));
  };

  return {
    judge(code, whole, at) {
      if (isApplication(code)) gathering.add(application(code, whole, at));
      else if (code === codes.com) gathering.add(unseen(words.comment));
      else if (drawing.has(code)) gathering.add(seen(whole));
      else gathering.add(foreign(whole, `FF${code.toString(16).toUpperCase()}`));
    },
  };
};

/** T.871, 10.1: fourteen bytes, the last two of which are the size of a small picture that follows. */
const jfif = (whole: Uint8Array, content: Uint8Array) => {
  if (content.length === 14 && content[12] === 0 && content[13] === 0) return seen(whole);
  const alone = joined(content.subarray(0, 12), new Uint8Array(2));
  return unseen(words.thumbnail, content.length < 14 ? {} : { stays: segment(codes.app0, alone) });
};

const adobeLength = 12;
const adobe = (whole: Uint8Array, content: Uint8Array) => {
  if (content.length === adobeLength) return seen(whole);
  const alone = segment(0xee, content.subarray(0, adobeLength));
  return unseen(words.ofProgram('Adobe'), content.length < adobeLength ? {} : { stays: alone });
};

/** What a segment calls itself, or its number. */
const nameOf = (code: number, content: Uint8Array): string => {
  const name = /^[\w .:/-]{2,40}/.exec(letters(content.subarray(0, 40)))?.[0];
  return name ?? `APP${code - codes.app0}`;
};
