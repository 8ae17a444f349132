import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bytesOf, joined } from './bytes.ts';
import { cleanPicture } from './clean-picture.ts';
import {
  animatedPngWith,
  chunkWithSum,
  dataOf,
  endOfPng,
  frameData,
  frameHead,
  gif,
  gifBlocks,
  gifPoints,
  headOf,
  plain,
  segment,
  shown,
} from './fixtures/picture-files.ts';
import { readPicture } from './read-picture.ts';
import { takeApart } from './take-apart.ts';

const mark = 'HIMITSU';

/** As cameras and programs write them: in one scan or in many, of whole and of halved colours, begun anew or not. */
const forms = {
  baseline: {},
  'of halved colours': { chromaSubsampling: '4:2:0' },
  progressive: { progressive: true },
  'of many scans': { progressive: true, optimiseScans: true, chromaSubsampling: '4:4:4' },
} as const;
const points = Uint8Array.from({ length: 83 * 61 * 3 }, (_, at) => (at * at * 31) % 251);
const jpegOf = async (options: object, isGrey = false): Promise<Uint8Array> => {
  const picture = sharp(points, { raw: { width: 83, height: 61, channels: 3 } });
  const drawn = isGrey ? picture.greyscale() : picture;
  return new Uint8Array(await drawn.jpeg({ quality: 70, ...options }).toBuffer());
};
const beforeEnd = (jpeg: Uint8Array, ...more: readonly Uint8Array[]): Uint8Array =>
  joined(jpeg.subarray(0, -2), ...more, jpeg.subarray(-2));
const between = [{ kind: 'records', places: ['画像のデータの間にあるほかのデータ'] }];

/** The first scan of a JPEG, with its head, and what stands before it. */
const scanIn = (jpeg: Uint8Array): { from: number; to: number } => {
  const from = Buffer.from(jpeg).indexOf(Buffer.from([0xff, 0xda]));
  return { from, to: jpeg.length - 2 };
};

describe.each(Object.entries(forms))('a JPEG %s', (_, options) => {
  it.each([false, true])('is sound as it comes (in grey: %s)', async (isGrey) => {
    const bytes = await jpegOf(options, isGrey);
    expect(readPicture(bytes).findings).toEqual([]);
    expect(cleanPicture(bytes)).toEqual(bytes);
  });

  it.each([false, true])('keeps nothing behind its last point (in grey: %s)', async (isGrey) => {
    const bytes = await jpegOf(options, isGrey);
    const spoilt = beforeEnd(bytes, bytesOf(mark));
    expect(readPicture(spoilt).findings).toEqual(between);
    expect(cleanPicture(spoilt)).toEqual(bytes);
  });
});

describe('a JPEG that is begun anew', () => {
  it('keeps nothing behind a marker that nobody waits for', async () => {
    const bytes = await jpegOf({});
    for (const more of [bytesOf(mark), joined(bytesOf(mark), Uint8Array.of(0xff, 0xd1, 7))]) {
      const spoilt = beforeEnd(bytes, Uint8Array.of(0xff, 0xd0), more);
      expect(readPicture(spoilt).findings).toEqual(between);
      expect(cleanPicture(spoilt)).toEqual(bytes);
      expect(await shown(cleanPicture(spoilt) ?? spoilt)).toBe(await shown(bytes));
    }
  });

  it('is sound with its markers, and keeps nothing before them', async () => {
    // Each unit of this picture is the same, so that it can be written once more behind a marker.
    const flat = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
      .jpeg({ chromaSubsampling: '4:4:4', optimiseCoding: false })
      .toBuffer();
    const { from } = scanIn(flat);
    const head = from + 2 + flat.readUInt16BE(from + 2);
    const unit = flat.subarray(head, -2);
    const size = Buffer.from(flat).indexOf(Buffer.from([0xff, 0xc0]));
    const wide = Buffer.from(flat.subarray(0, from));
    wide.writeUInt16BE(16, size + 7);
    const written = (gap: Uint8Array): Uint8Array =>
      joined(
        wide,
        segment(0xdd, Uint8Array.of(0, 1)),
        flat.subarray(from, head),
        unit,
        gap,
        Uint8Array.of(0xff, 0xd0),
        unit,
        Uint8Array.of(0xff, 0xd9),
      );
    const sound = written(new Uint8Array());
    expect(readPicture(sound).findings).toEqual([]);
    expect(cleanPicture(sound)).toEqual(sound);
    expect(readPicture(written(bytesOf(mark))).findings).toEqual(between);
    expect(cleanPicture(written(bytesOf(mark)))).toEqual(sound);
  });
});

describe('a JPEG that is drawn twice', () => {
  const again = (jpeg: Uint8Array): Uint8Array => {
    const { from, to } = scanIn(jpeg);
    return beforeEnd(jpeg, jpeg.subarray(from, to));
  };
  it.each([{}, { progressive: true }])(
    'is not copied: which of them is seen differs',
    async (form) => {
      const bytes = again(await jpegOf(form));
      expect(readPicture(bytes).findings).toContainEqual({
        kind: 'unknown-part',
        places: ['『SOS』'],
      });
      expect(cleanPicture(bytes)).toBeNull();
    },
  );

  it('is not copied where it has two sizes', async () => {
    const bytes = await jpegOf({});
    const at = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc0]));
    const size = bytes.subarray(at, at + 19);
    const twice = joined(bytes.subarray(0, at), size, size, bytes.subarray(at + 19));
    expect(readPicture(twice).findings).toEqual([{ kind: 'unknown-part', places: ['『SOF』'] }]);
  });
});

describe('an animation', () => {
  const frames = [{ kind: 'records', places: ['表示されないコマ'] }];
  const plainAnimation = animatedPngWith({});
  const third = joined(frameHead(3), frameData(4, joined(dataOf(plain.png), bytesOf(mark))));

  it('is sound as it comes', () => {
    expect(readPicture(plainAnimation).findings).toEqual([]);
    expect(cleanPicture(plainAnimation)).toEqual(plainAnimation);
  });

  it.each<[string, Uint8Array, Uint8Array]>([
    ['beyond as many as it has', animatedPngWith({ more: third }), plainAnimation],
    [
      'of a picture that is none',
      joined(headOf(plain.png), chunkWithSum('IDAT', dataOf(plain.png)), third, endOfPng),
      plain.png,
    ],
  ])('keeps no pictures %s', (_, bytes, clean) => {
    expect(readPicture(bytes).findings).toEqual(frames);
    expect(cleanPicture(bytes)).toEqual(clean);
  });

  it('is not copied where other programs show another picture', () => {
    const hidden = joined(
      headOf(plain.png),
      chunkWithSum('acTL', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 0)),
      chunkWithSum('IDAT', dataOf(plain.png)),
      frameHead(0),
      frameData(1, dataOf(plain.png)),
      endOfPng,
    );
    expect(readPicture(hidden).findings).toEqual([{ kind: 'unknown-part', places: ['『IDAT』'] }]);
  });
});

describe('a GIF', () => {
  const extension = (label: number, ...blocks: readonly (string | Uint8Array)[]): Uint8Array =>
    joined(Uint8Array.of(0x21, label), gifBlocks(...blocks));
  const loop = extension(0xff, 'NETSCAPE2.0', Uint8Array.of(1, 0, 0));
  const control = extension(0xf9, Uint8Array.of(4, 10, 0, 0));

  it.each<[string, Uint8Array]>([
    ['as it comes', gif()],
    ['that moves', gif({ before: joined(loop, control) })],
  ])('is sound %s', (_, bytes) => {
    expect(cleanPicture(bytes)).toEqual(bytes);
    expect(takeApart(bytes)?.parts.some(({ record }) => record !== undefined)).toBe(false);
  });

  it.each<[string, Uint8Array]>([
    ['in a comment', gif({ before: extension(0xfe, mark) })],
    ['in the block of a program', gif({ before: extension(0xff, 'MGKIPTC01.0', mark) })],
    [
      'in a block that says how often it moves',
      gif({ before: extension(0xff, 'NETSCAPE2.0', mark) }),
    ],
    ['in a text that nobody draws', gif({ before: extension(0x01, new Uint8Array(12), mark) })],
    ['in XMP', gif({ before: extension(0xff, 'XMP DataXMP', mark) })],
    ['behind its last point', gif({ data: gifBlocks(joined(gifPoints, bytesOf(mark))) })],
    ['in a block behind its last point', gif({ data: gifBlocks(gifPoints, mark) })],
    ['behind its end', gif({ behind: bytesOf(mark) })],
  ])('keeps no words %s', async (_, bytes) => {
    const clean = cleanPicture(bytes) ?? new Uint8Array();
    expect(clean).toEqual(gif());
    expect(takeApart(bytes)?.parts.some(({ record }) => record !== undefined)).toBe(true);
    expect(await shown(clean)).toBe(await shown(bytes));
  });

  it('is saved anew by whoever sends it alone', () => {
    expect(readPicture(gif()).findings).toEqual([{ kind: 'old-format', places: [] }]);
  });
});

it('never breaks what reads scans and blocks, whatever is wrong with them', async () => {
  for (const bytes of [await jpegOf({ progressive: true }), gif(), animatedPngWith({})]) {
    for (let at = 0; at < bytes.length; at += 5) {
      const spoilt = new Uint8Array(bytes);
      spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
      expect(() => [readPicture(spoilt), cleanPicture(spoilt)]).not.toThrow();
    }
  }
});
