import { unzlibSync } from 'fflate';
import { crc32 } from '../crc32.ts';
import { bytesOf, joined, letters, startsWith, viewOf } from './bytes.ts';
import { isOrientationAlone, orientationAlone, orientationOf } from './orientation.ts';
import {
  type Beside,
  foreign,
  gather,
  idle,
  type PicturePart,
  seen,
  type TakenApart,
  unseen,
} from './parts.ts';
import { words } from './words.ts';

const signature = '\x89PNG\r\n\x1a\n';

/**
 * Chunks that say what is drawn, in which colours and how large: https://www.w3.org/TR/png-3/#11Chunks. Two were written
 * in small letters while they were new.
 */
const drawing: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD'],
  ...['hIST', 'pHYs', 'cICP', 'mDCV', 'mDCv', 'cLLI', 'cLLi', 'acTL', 'fcTL', 'fdAT'],
]);

/** Chunks of words: https://www.w3.org/TR/png-3/#11textinfo. */
const texts: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt']);

/** How far Apple's programs may read ahead: four numbers about the parts of the picture. */
const readAhead = { name: 'iDOT', length: 28 };

/**
 * Takes a PNG apart. Sums are not looked at: whoever draws it does that.
 * @returns null where it is none, or is cut off
 */
export const takePngApart = (bytes: Uint8Array): TakenApart | null => {
  if (!startsWith(bytes, signature)) return null;
  const view = viewOf(bytes);
  const gathering = gather();
  gathering.add(seen(bytes.subarray(0, signature.length)));
  const judge = chunkJudge();
  let isDrawn = false;
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const name = letters(bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(name)) return null;
    if (at === signature.length && name !== 'IHDR') return null;
    gathering.add(judge(name, bytes.subarray(at, end)));
    at = end;
    isDrawn ||= name === 'IDAT';
    if (name === 'IEND') return isDrawn ? gathering.done(bytes.subarray(at)) : null;
  }
  return null;
};

/** Judges chunks in their order: of two that say how the picture is turned, the first is heard. */
const chunkJudge = (): ((name: string, whole: Uint8Array) => PicturePart) => {
  let isTurned = false;
  let texted = 0;

  const exif = (whole: Uint8Array, tiff: Uint8Array): PicturePart => {
    const isFirst = !isTurned;
    isTurned = true;
    if (isFirst && isOrientationAlone(tiff)) return seen(whole);
    const alone = isFirst ? orientationAlone(orientationOf(tiff)) : new Uint8Array();
    return unseen(words.exif, {
      beside: { exif: tiff },
      ...(alone.length > 0 && { stays: chunk('eXIf', alone) }),
    });
  };

  return (name, whole) => {
    const content = whole.subarray(8, whole.length - 4);
    if (drawing.has(name)) return seen(whole);
    if (/^[A-Z]/.test(name)) return foreign(whole, name);
    if (name === 'eXIf') return exif(whole, content);
    if (texts.has(name)) {
      texted += 1;
      return text(name, content, texted <= mostTexts);
    }
    if (name === 'tIME') return unseen(words.savedAt);
    if (name === 'caBX') return unseen(words.origin);
    if (name === readAhead.name && content.length === readAhead.length) return idle;
    return unseen(words.ofProgram(name));
  };
};

const mostKeyword = 79;

/** @param isRead whether its words are looked into, and not only its name */
const text = (name: string, content: Uint8Array, isRead: boolean): PicturePart => {
  const keyword = letters(content.subarray(0, mostKeyword)).split('\0')[0] ?? '';
  const rest = content.subarray(keyword.length + 1);
  const said = isRead ? wordsOf(name, rest) : null;
  if (keyword === 'XML:com.adobe.xmp') {
    return unseen(words.xmp, said ? { beside: { xmp: said } } : {});
  }
  const profile = /^Raw profile type (exif|APP1|iptc|8bim|xmp)$/i.exec(keyword)?.[1]?.toLowerCase();
  if (profile === undefined) {
    return unseen(words.text(keyword), { beside: { keyword, words: said } });
  }
  const raw = said && rawProfile(said);
  return unseen(profileRecords[profile] ?? words.iptc, raw ? { beside: besideIn(raw) } : {});
};

const profileRecords: Readonly<Record<string, string>> = {
  exif: words.exif,
  app1: words.exif,
  xmp: words.xmp,
};

/** More than any program writes: a few bytes may unpack to as many words as are read. */
const mostTexts = 50;
/** More than a description needs. */
const mostWords = 1_000_000;

/** The words of a chunk, unpacked; null where they can't be, or are more than anybody reads. */
const wordsOf = (name: string, rest: Uint8Array): Uint8Array | null => {
  if (name === 'tEXt') return rest.subarray(0, mostWords);
  if (name === 'zTXt') return unpacked(rest.subarray(1));
  // Whether it is packed, in which way, and in which language, in two forms.
  const language = rest.indexOf(0, 2);
  const translated = language === -1 ? -1 : rest.indexOf(0, language + 1);
  if (translated === -1) return null;
  const said = rest.subarray(translated + 1);
  return rest[0] === 1 ? unpacked(said) : said.subarray(0, mostWords);
};

const unpacked = (bytes: Uint8Array): Uint8Array | null => {
  try {
    return unzlibSync(bytes, { out: new Uint8Array(mostWords) }).slice();
  } catch {
    return null;
  }
};

/** What ImageMagick writes for a profile of another format: its name, its length, and its bytes in hexadecimal digits. */
const rawProfile = (said: Uint8Array): Uint8Array | null => {
  const text = new TextDecoder().decode(said).trim();
  const head = /^\w{1,20}\s{1,20}\d{1,10}\s/.exec(text)?.[0];
  const digits = head === undefined ? '' : text.slice(head.length).replace(/\s/g, '');
  if (digits === '' || !/^[0-9a-f]*$/i.test(digits)) return null;
  return Uint8Array.from({ length: digits.length >> 1 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  );
};

const besideIn = (raw: Uint8Array): Beside => {
  const xmpMark = 'http://ns.adobe.com/xap/1.0/\0';
  if (startsWith(raw, 'Exif\0\0')) return { exif: raw.subarray(6) };
  if (startsWith(raw, 'MM\0*') || startsWith(raw, 'II*\0')) return { exif: raw };
  if (startsWith(raw, xmpMark)) return { xmp: raw.subarray(xmpMark.length) };
  return startsWith(raw, '<') ? { xmp: raw } : { iptc: raw };
};

const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const named = joined(bytesOf(name), content);
  return joined(big(content.length), named, big(crc32(named)));
};

const big = (number: number): Uint8Array =>
  Uint8Array.of(...[24, 16, 8, 0].map((bits) => (number >>> bits) & 255));
