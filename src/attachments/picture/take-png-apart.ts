import { unzlibSync, zlibSync } from 'fflate';
import { crc32 } from '../crc32.ts';
import { deflateExtent } from '../deflate-extent.ts';
import { bytesOf, joined, letters, startsWith, viewOf } from './bytes.ts';
import { cleanProfile } from './icc-profile.ts';
import { isOrientationAlone, orientationAlone, orientationOf } from './orientation.ts';
import {
  type Beside,
  foreign,
  gather,
  idle,
  mostParts,
  type PicturePart,
  profile,
  seen,
  stray,
  type TakenApart,
  unseen,
} from './parts.ts';
import { fitImageData, rowsOf } from './png-image-data.ts';
import { words } from './words.ts';

const signature = '\x89PNG\r\n\x1a\n';

/**
 * Chunks that say what is drawn, in which colours and how large, and how many bytes each may be:
 * https://www.w3.org/TR/png-3/#11Chunks. Two were written in small letters while they were new.
 */
const drawing: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ IHDR: 13, PLTE: 768, IDAT: Infinity, IEND: 0, tRNS: 256, gAMA: 4, cHRM: 32, sRGB: 1 },
    ...{ iCCP: Infinity, sBIT: 4, bKGD: 6, hIST: 512, pHYs: 9, cICP: 4, mDCV: 24, mDCv: 24 },
    ...{ cLLI: 8, cLLi: 8, acTL: 8, fcTL: 26, fdAT: Infinity },
  }),
);

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
  const chunks: PngChunk[] = [];
  let isDrawn = false;
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const name = letters(bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(name)) return null;
    if (at === signature.length && name !== 'IHDR') return null;
    if (chunks.length >= mostParts) throw new RangeError('Too many chunks.');
    const whole = bytes.subarray(at, end);
    chunks.push({ name, whole, content: whole.subarray(8, whole.length - 4) });
    at = end;
    isDrawn ||= name === 'IDAT';
    if (name !== 'IEND') continue;
    if (!isDrawn) return null;
    const judge = chunkJudge(new Map([...withFittedData(chunks), ...unseenFrames(chunks)]));
    for (const one of chunks) gathering.add(judge(one));
    return gathering.done(bytes.subarray(at));
  }
  return null;
};

type PngChunk = { name: string; whole: Uint8Array; content: Uint8Array };

/** Number of a chunk of a frame, before its data: https://www.w3.org/TR/png-3/#fdAT-chunk. */
const sequence = 4;

/** Judges the chunks of the picture's data, and of each frame's, together. @returns those of which something is cut */
const withFittedData = (chunks: readonly PngChunk[]): ReadonlyMap<PngChunk, PicturePart> => {
  const fitted = new Map<PngChunk, PicturePart>();
  const rows = rowsOf(chunks[0]?.content ?? new Uint8Array());
  if (!rows) return fitted;
  const cut = (own: readonly PngChunk[], size: Uint8Array): void => {
    const before = own[0]?.name === 'fdAT' ? sequence : 0;
    const data = fitImageData(
      own.map(({ content }) => content.subarray(before)),
      size,
      rows,
    );
    if (data === null) return;
    for (const [index, one] of own.entries()) {
      if (data === 'unknown') fitted.set(one, foreign(one.whole, one.name));
      else {
        const stays = index === 0 ? data.stays : new Uint8Array();
        const content = joined(one.content.subarray(0, before), stays);
        const part = data.behind ? stray(data.behind, words.behindRows) : unseen(words.behindRows);
        fitted.set(one, { ...part, stays: content.length > 0 ? chunk(one.name, content) : stays });
      }
    }
  };
  cut(
    chunks.filter(({ name }) => name === 'IDAT'),
    chunks[0]?.content ?? new Uint8Array(),
  );
  let frame: PngChunk[] = [];
  let size = new Uint8Array();
  for (const one of chunks) {
    if (one.name === 'fdAT') frame.push(one);
    if (one.name !== 'fcTL' && one.name !== 'IEND') continue;
    if (frame.length > 0) cut(frame, size);
    frame = [];
    size = one.content.slice(sequence, sequence + 8);
  }
  return fitted;
};

/**
 * What of an animation no program shows (https://www.w3.org/TR/png-3/#apng-frame-based-animation): parts of one that does
 * not say that it is one, and pictures beyond as many as it says. Where the first picture is none of its own, some show
 * that and never the others, and the others never that.
 */
const unseenFrames = (chunks: readonly PngChunk[]): ReadonlyMap<PngChunk, PicturePart> => {
  const found = new Map<PngChunk, PicturePart>();
  const first = chunks.findIndex(({ name }) => name === 'IDAT');
  const head = chunks.findIndex(({ name }) => name === 'acTL');
  const isAnimation = head !== -1 && head < first;
  const said = chunks[head]?.content ?? new Uint8Array();
  const frames = isAnimation && said.length >= 4 ? viewOf(said).getUint32(0) : 0;
  const isOther = isAnimation && !chunks.slice(0, first).some(({ name }) => name === 'fcTL');
  let shown = 0;
  for (const [at, one] of chunks.entries()) {
    if (one.name === 'fcTL') shown += 1;
    const isOfNone = one.name === 'fdAT' && shown === 0;
    const isOfFrame = one.name === 'fcTL' || one.name === 'fdAT';
    const isLost = isOfFrame && (shown > frames || isOfNone);
    if (isLost || (one.name === 'acTL' && at !== head)) found.set(one, unseen(words.frames));
    if (isOther && one.name === 'IDAT') {
      found.set(one, foreign(one.whole, one.name));
    }
  }
  return found;
};
/** Judges chunks in their order: of two that say how the picture is turned, the first is heard. */
const chunkJudge = (
  fitted: ReadonlyMap<PngChunk, PicturePart>,
): ((one: PngChunk) => PicturePart) => {
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

  return (one) => {
    const { name, whole, content } = one;
    const most = drawing.get(name);
    if (name === 'iCCP') return colours(whole, content);
    const lost = fitted.get(one);
    if (lost?.record === words.frames) return lost;
    if (most !== undefined && content.length <= most) return fitted.get(one) ?? seen(whole);
    if (name === 'IEND') return unseen(words.behindRows, { stays: chunk(name, new Uint8Array()) });
    // Whoever draws it passes over what is too long, if it may be passed over.
    if (most !== undefined && /^[a-z]/.test(name)) return unseen(words.ofProgram(name));
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
/** More than any profile is. */
const mostProfile = 16 * 2 ** 20;

/** https://www.w3.org/TR/png-3/#11iCCP: a name, a zero, how it is packed, and the profile. */
const colours = (whole: Uint8Array, content: Uint8Array): PicturePart => {
  const from = content.indexOf(0) + 2;
  const packed = content.subarray(from);
  const extent = from < 2 ? null : deflateExtent(packed, 2);
  if (!extent || extent.size > mostProfile) return unseen(words.profile);
  const own = unpackedTo(packed, extent.size);
  const clean = own && cleanProfile(own);
  if (!clean) return unseen(words.profile);
  const name = letters(content.subarray(0, from - 2));
  const isUsual = /^(?:icc(?: profile)?|photoshop icc profile|s?rgb|kCGColorSpace\w{1,30})$/i.test(
    name,
  );
  if (isUsual && clean.clean === own && extent.end + 4 >= packed.length) return seen(whole);
  const alone = joined(bytesOf('icc\0\0'), zlibSync(clean.clean));
  return profile(chunk('iCCP', alone), clean.says || !isUsual || extent.end + 4 < packed.length);
};

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

const unpacked = (bytes: Uint8Array): Uint8Array | null => unpackedTo(bytes, mostWords);

const unpackedTo = (bytes: Uint8Array, most: number): Uint8Array | null => {
  try {
    return unzlibSync(bytes, { out: new Uint8Array(most) }).slice();
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
