import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { cutPack, inflated, PackBroken } from './cut-pack.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text));
const text = (bytes: Bytes) => new TextDecoder().decode(bytes);

/** Sends bytes in chunks of so many, with an empty one now and then. */
function inChunks(bytes: Bytes, size: number): ReadableStream<Bytes> {
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) {
        controller.enqueue(bytes.slice(at, at + size));
        controller.enqueue(new Uint8Array(0));
      }
      controller.close();
    },
  });
}

async function cut(stream: ReadableStream<Bytes>, lengths: number[]): Promise<string[]> {
  const files: string[] = [];
  for await (const file of cutPack(stream, lengths)) files.push(text(file));
  return files;
}

describe('a pack', () => {
  const whole = bytesOf('さくら大学もみじ大学');
  const lengths = [9, 0, 6, 15, 0];

  test.each([1, 2, 7, 1000])(
    'is cut into its files, however it arrives (%i bytes at once)',
    async (size) => {
      expect(await cut(inChunks(whole, size), lengths)).toEqual([
        'さくら',
        '',
        '大学',
        'もみじ大学',
        '',
      ]);
    },
  );

  test.each([
    ['shorter', [9, 22]],
    ['longer', [9, 20]],
  ])('that is %s than its list is broken', async (_, wrong) => {
    await expect(cut(inChunks(whole, 7), wrong)).rejects.toThrow(PackBroken);
  });
});

describe('bytes', () => {
  const inflate = async (bytes: Bytes, size: number) =>
    new Response(await inflated(inChunks(bytes, size))).text();

  test.each([1, 5, 1000])('of gzip are inflated (%i bytes at once)', async (size) => {
    expect(await inflate(new Uint8Array(gzipSync('さくら大学')), size)).toBe('さくら大学');
  });

  test.each(['さくら大学', 'x', ''])(
    'that a browser has inflated already stay: %s',
    async (content) => {
      expect(await inflate(bytesOf(content), 1)).toBe(content);
    },
  );

  test('of gzip that breaks off are an error', async () => {
    const gzip = new Uint8Array(gzipSync('さくら大学')).slice(0, -6);
    await expect(inflate(gzip, 5)).rejects.toThrow(TypeError);
  });
});
