import { gunzipSync, gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { joined } from '../bytes.ts';
import {
  emf,
  emfComment,
  emfGroup,
  emfPlusRemark,
  emfRecord,
  emfText,
  wmf,
  wmfComment,
} from '../fixtures/metafiles.ts';
import { cleanMetafile } from './clean-metafile.ts';
import { hasTextOutside } from './text-outside.ts';

const mark = 'HIMITSU';
const behind = new TextEncoder().encode(mark);
const shown = emfText('見える文', 10);

describe('what is kept in a metafile', () => {
  it.each<[string, Uint8Array]>([
    ['its description', emf([shown], `Zukei\0C:\\Users\\${mark}\\a.vsd\0\0`)],
    ['a comment', emf([emfComment(`ZUKE ${mark}`), shown])],
    ['a comment in Japanese', emf([emfComment(new Uint8Array(Buffer.from(mark, 'utf16le')))])],
    ['what a group is called', emf([emfGroup(mark), shown])],
    ['a remark among what is drawn', emf([emfPlusRemark(mark), shown])],
    ['a record that nobody knows', emf([emfRecord(4660, behind)])],
    ['data behind its end', joined(emf([shown]), behind)],
    ['a comment of an older one', wmf(wmfComment(`MathType ${mark}`))],
    ['data behind the end of an older one', joined(wmf(), behind, new Uint8Array(1))],
    ['a comment of a packed one', gzipSync(wmf(wmfComment(mark)))],
    ['the name of a packed one', gzipSync(emf([shown]), { filename: `${mark}.emf` })],
  ])('is in no copy of what is seen: %s', (_, bytes) => {
    const clean = cleanMetafile(bytes) ?? new Uint8Array();
    const unpacked = clean[0] === 0x1f ? joined(clean, gunzipSync(clean)) : clean;
    expect(clean.length).toBeGreaterThan(0);
    for (const words of [Buffer.from(mark), Buffer.from(mark, 'utf16le')])
      expect(Buffer.from(unpacked).includes(words)).toBe(false);
    expect(cleanMetafile(clean)).toEqual(clean);
  });

  it.each<[string, Uint8Array]>([
    ['as it comes', emf([shown])],
    ['with a group', emf([emfGroup(''), shown])],
    ['of older kind', wmf(wmfComment(Uint8Array.of(255, 255, 255, 255, 1, 0, 8, 0)))],
    ['packed', gzipSync(emf([shown]))],
  ])('is nothing in one %s', (_, bytes) => {
    expect(cleanMetafile(bytes)).toEqual(bytes);
  });

  it('never breaks what reads it, whatever is wrong with it', () => {
    const whole = emf([emfGroup(mark), emfPlusRemark(mark), shown], mark);
    for (let at = 0; at < whole.length; at += 1) {
      const spoilt = whole.slice();
      spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
      expect(() => [cleanMetafile(spoilt), hasTextOutside(spoilt)]).not.toThrow();
      expect(() => cleanMetafile(whole.subarray(0, at))).not.toThrow();
    }
  });
});

it.each<[boolean, string, Uint8Array]>([
  [false, 'in its frame', emfText(mark, 10)],
  [false, 'partly in its frame', emfText(mark, 90)],
  [false, 'of which nobody says where they are', emfText(mark, 0, -1)],
  [false, 'of no letters', emfText('12', 300)],
  [true, 'to the right of it', emfText(mark, 300)],
  [true, 'to the left of it', emfText(mark, -300)],
])('tells (%s) words %s', (isTold, _, record) => {
  expect(hasTextOutside(emf([record]))).toBe(isTold);
});
