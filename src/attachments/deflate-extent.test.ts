import { constants, deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { deflateExtent } from './deflate-extent.ts';

const text = Buffer.from('さくら大学の規程を定める。第1条 この規程は、 '.repeat(400));
const noise = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 2654435761) >>> 24);

it.each<[string, Uint8Array, object]>([
  ['text', text, {}],
  ['text by fixed codes', text, { strategy: constants.Z_FIXED }],
  ['text by codes alone', text, { strategy: constants.Z_HUFFMAN_ONLY }],
  ['what is stored as it is', noise, { level: 0 }],
  ['noise', noise, { level: 9 }],
  ['a row of zeros', new Uint8Array(300_000), {}],
  ['nothing', new Uint8Array(), {}],
])('tells where %s ends, and how much it is', (_, bytes, options) => {
  const packed = deflateRawSync(bytes, options);
  const between = Buffer.concat([Buffer.from('ab'), packed, Buffer.from('behind')]);
  expect(deflateExtent(between, 2)).toEqual({ end: 2 + packed.length, size: bytes.length });
  expect(deflateExtent(packed.subarray(0, -1))).toBeNull();
});

it('ends with what is broken', () => {
  const packed = deflateRawSync(text);
  for (let at = 0; at < packed.length; at += 1) {
    const spoilt = Uint8Array.from(packed);
    spoilt[at] = (spoilt[at] ?? 0) ^ 0x55;
    expect(() => deflateExtent(spoilt)).not.toThrow();
  }
});
