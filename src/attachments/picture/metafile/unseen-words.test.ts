import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  emf,
  emfPlusDevice,
  emfPlusFill,
  emfPlusHead,
  emfPlusText,
  emfRecord,
  emfText,
  wmf,
  wmfComment,
  wmfEnhanced,
  wmfText,
  wmfTextAt,
  wmfWindow,
} from '../fixtures/metafiles.ts';
import { cleanMetafile } from './clean-metafile.ts';
import { unseenInMetafile } from './unseen-words.ts';

const mark = 'HIMITSU';
const foundIn = (bytes: Uint8Array) => [...unseenInMetafile(bytes)];
const both = (older: readonly string[], newer: readonly string[]): Uint8Array =>
  emf([
    emfPlusHead,
    emfPlusFill,
    ...newer.map((words) => emfPlusText(words)),
    ...older.map((words) => emfText(words, 10)),
  ]);

describe('the halves of an enhanced metafile', () => {
  it.each<[string, Uint8Array]>([
    ['the older one says more', both(['見える', mark], ['見える'])],
    ['the newer one says more', both(['見える'], ['見える', mark])],
    ['they say other words', both([mark], ['見える'])],
    ['the newer one only draws', both([mark], [])],
    ['it is packed', gzipSync(both(['見える', mark], ['見える']))],
  ])('are told apart where %s', (_, bytes) => {
    expect(foundIn(bytes)).toEqual(['other-form']);
  });

  it.each<[string, Uint8Array]>([
    ['the same', both(['見える', '文'], ['見える文'])],
    ['the same in other pieces', both(['見える文', 'つづき'], ['見える', '文', 'つづき'])],
    ['numbers alone', both(['12'], [])],
    [
      'what the newer one asks for',
      emf([emfPlusHead, emfPlusFill, emfPlusDevice, emfText('文字', 10)]),
    ],
    ['without a newer one that draws', emf([emfPlusHead, emfText('文字', 10)])],
    ['of the newer alone', both([], ['見える'])],
    [
      'in short texts',
      emf([emfPlusHead, emfPlusFill, emfRecord(108, new Uint8Array(40)), emfText('文字', 10)]),
    ],
  ])('are sound: %s', (_, bytes) => {
    expect(foundIn(bytes)).toEqual([]);
  });
});

describe('an older metafile', () => {
  it.each<[string, Uint8Array]>([
    ['right', wmf(wmfWindow, wmfText(mark, 300, 10))],
    ['below', wmf(wmfWindow, wmfTextAt(mark, 10, 200))],
    ['left', wmf(wmfWindow, wmfTextAt(mark, -300, 10))],
    ['above', gzipSync(wmf(wmfWindow, wmfText(mark, 10, -200)))],
  ])('tells words beside it: %s', (_, bytes) => {
    expect(foundIn(bytes)).toEqual(['outside']);
  });

  it.each<[string, Uint8Array]>([
    ['in it', wmf(wmfWindow, wmfText('WORDS', 10, 10), wmfTextAt('WORDS', 90, 99))],
    ['beside it, of no letters', wmf(wmfWindow, wmfText('12', 300, 10))],
    ['without a size', wmf(wmfText('WORDS', 300, 10))],
  ])('is sound with words %s', (_, bytes) => {
    expect(foundIn(bytes)).toEqual([]);
  });
});

describe('an enhanced metafile in an older one', () => {
  const words = wmfTextAt('WORDS', 10, 10);
  const inside = (whole: Uint8Array, most?: number) =>
    wmf(wmfWindow, wmfEnhanced(whole, most), words);
  const sound = emf([emfText('WORDS', 10)]);

  it.each<[string, Uint8Array]>([
    ['it says more', inside(emf([emfText('WORDS', 10), emfText(mark, 10)]))],
    ['the older one says more', wmf(wmfWindow, wmfEnhanced(sound), words, wmfTextAt(mark, 10, 10))],
    ['it says more in many pieces', inside(emf([emfText('WORDS', 10), emfText(mark, 10)]), 50)],
  ])('is told where %s', (_, bytes) => {
    expect(foundIn(bytes)).toEqual(['other-form']);
  });
  it('is told where it says something beside its frame', () => {
    const beside = inside(emf([emfText('WORDS', 10), emfText('WORDS', 300)]));
    expect(foundIn(beside)).toEqual(['outside']);
  });

  it.each([undefined, 50])('is sound as it comes (pieces of %s)', (most) => {
    expect(foundIn(inside(sound, most))).toEqual([]);
    expect(cleanMetafile(inside(sound, most))).toEqual(inside(sound, most));
  });

  it('is sound where its newer half asks for the older one', () => {
    expect(foundIn(inside(emf([emfPlusHead, emfPlusDevice, emfText('WORDS', 10)])))).toEqual([]);
  });

  it.each([undefined, 50])('keeps no description (pieces of %s)', (most) => {
    const described = emf([emfText('WORDS', 10)], `Zukei\0C:\\Users\\${mark}\\a.vsd\0\0`);
    const bytes = inside(described, most);
    const clean = cleanMetafile(bytes) ?? new Uint8Array();
    expect(clean.length).toBeGreaterThan(0);
    expect(Buffer.from(clean).includes(Buffer.from(mark, 'utf16le'))).toBe(false);
    expect(cleanMetafile(clean)).toEqual(clean);
    expect(foundIn(clean)).toEqual([]);
    // Words of two bytes come to nothing together, by which Windows knows that it is whole.
    const view = new DataView(clean.buffer, clean.byteOffset, clean.byteLength);
    let sum = 0;
    for (let at = 0; at < clean.length; at += 2) sum = (sum + view.getUint16(at, true)) & 0xffff;
    expect(sum).toBe(0);
  });

  it('goes where it is none', () => {
    expect(cleanMetafile(inside(new TextEncoder().encode(mark)))).toEqual(wmf(wmfWindow, words));
    const short = wmf(wmfWindow, wmfComment(`WMFC${mark}`), words);
    expect(cleanMetafile(short)).toEqual(wmf(wmfWindow, words));
  });

  it('never breaks what reads it, whatever is wrong with it', () => {
    for (const whole of [inside(sound, 50), both([mark], ['見える'])]) {
      for (let at = 0; at < whole.length; at += 1) {
        const spoilt = whole.slice();
        spoilt[at] = (spoilt[at] ?? 0) ^ 0xff;
        expect(() => [unseenInMetafile(spoilt), cleanMetafile(spoilt)]).not.toThrow();
        expect(() => unseenInMetafile(whole.subarray(0, at))).not.toThrow();
      }
    }
  });
});
