import { describe, expect, it } from 'vitest';
import { docx, p, picture, png } from './fixtures/ooxml.ts';
import { describedBy, isWhole, pictureEnding } from './picture-file.ts';
import { readWord } from './read-word.ts';

const whole = png(0x444444, 0xdddddd);
/** A frame, a scan of no bytes, and what stands behind it. */
const jpeg = (...behind: number[]) =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
    ...[0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0],
    ...behind,
  ]);
const webp = (length: number) =>
  Uint8Array.from([
    ...new TextEncoder().encode('RIFF'),
    length,
    0,
    0,
    0,
    ...new TextEncoder().encode('WEBPVP8L'),
    0,
    0,
    0,
    0,
    0,
  ]);
const without = (bytes: Uint8Array, from: number, length: number) =>
  Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(from + length)]);

describe('a picture', () => {
  it.each<[string, Uint8Array, boolean]>([
    ['PNG', whole, true],
    ['PNG cut off', whole.slice(0, -20), false],
    ['PNG without its end', whole.slice(0, -12), false],
    ['PNG without its header', without(whole, 8, 25), false],
    ['PNG of no width', whole.map((byte, at) => (at >= 16 && at < 20 ? 0 : byte)), false],
    ['PNG that is only its first bytes', whole.slice(0, 8), false],
    ['JPEG', jpeg(0x12, 0xff, 0xd9), true],
    ['JPEG with more behind it', jpeg(0x12, 0xff, 0xd9, 0, 0), true],
    ['JPEG cut off', jpeg(0x12), false],
    ['JPEG without a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]), false],
    ['WebP', webp(13), true],
    ['WebP cut off', webp(200), false],
  ])('%s', (_name, bytes, is) => {
    const ending = pictureEnding(bytes);
    expect(ending !== null && isWhole(bytes, ending)).toBe(is);
  });

  it.each([
    ['申請の流れ', '申請の流れ'],
    ['図 3', ''],
    ['C:\\Users\\sakura-taro\\Desktop\\図1.png', ''],
    ['\\\\server\\share\\図1.png', ''],
    ['/Users/sakura/図1.png', ''],
    ['IMG_0012.JPG', ''],
    ['1/2の縮尺の図', '1/2の縮尺の図'],
    ['グラフ 自動的に生成された説明', ''],
  ])('that is called %s', (written, words) => {
    expect(describedBy(written)).toBe(words);
  });

  it.each([
    ['image1.png', whole.slice(0, 60), '壊れている図'],
    ['image1.emf', Uint8Array.of(1, 0, 0, 0), 'EMF・WMF'],
    ['image1.wmf', Uint8Array.of(0xd7, 0xcd, 0xc6, 0x9a), 'EMF・WMF'],
    ['image1.tiff', Uint8Array.of(0x49, 0x49, 0x2a, 0), 'PNG・JPEG・WebP以外'],
  ])('%s that cannot come over is told with its place', async (name, bytes, says) => {
    const file = docx({
      media: { it: { name, bytes } },
      body: p('受入れの流れ') + p(picture('it', '流れ')),
    });
    const read = await readWord(file, { headings: 'free' });
    if (read.kind !== 'read') throw new Error(read.reason);
    expect(read.figures).toEqual([]);
    const told = read.notKept.find((sentence) => sentence.includes(says));
    expect(told).toContain('「受入れの流れ」の近く');
  });
});
