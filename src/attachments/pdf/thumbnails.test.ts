import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { further, type SmallPdf, smallPdf, text } from './fixtures/small-pdf.ts';
import { readPdf } from './read-pdf.ts';

/** A page with a dark upper half; its thumbnail has twelve points across and down. */
const size = 12;
const dark = '.2 g 0 421 595 421 re f 0 g';
const thumbnail = (colours: string, points: Uint8Array | string): SmallPdf => ({
  ground: dark,
  content: text('1', 700, '1 g'),
  page: `/Thumb ${further(0)}`,
  further: [
    {
      dictionary: `/Width ${size} /Height ${size} /BitsPerComponent 8 ${colours}`,
      bytes: points,
    },
  ],
});
const rows = (upper: number, lower: number, parts = 1): Uint8Array =>
  Uint8Array.from({ length: size * size * parts }, (_, at) =>
    at < (size * size * parts) / 2 ? upper : lower,
  );

const records = { kind: 'records', places: ['ページのサムネイル'] };
const older = { kind: 'earlier-content', places: ['1ページ'] };

describe('the small picture of a page', () => {
  test.each<[string, SmallPdf]>([
    ['in greys', thumbnail('/ColorSpace /DeviceGray', rows(51, 255))],
    [
      'in colours, packed',
      thumbnail('/ColorSpace /DeviceRGB /Filter /FlateDecode', deflateSync(rows(51, 255, 3))),
    ],
    [
      'of a table of colours',
      thumbnail('/ColorSpace [/Indexed /DeviceRGB 1 <333333ffffff>]', rows(0, 1)),
    ],
    ['that nobody can unpack', thumbnail('/ColorSpace /DeviceGray /Filter /JPXDecode', 'x')],
  ])('is a record where it shows the page: %s', async (_, pdf) => {
    expect((await readPdf(smallPdf(pdf))).findings).toEqual([records]);
  });

  test.each<[string, SmallPdf]>([
    ['in greys', thumbnail('/ColorSpace /DeviceGray', rows(255, 51))],
    [
      'in colours, packed',
      thumbnail('/ColorSpace /DeviceRGB /Filter /FlateDecode', deflateSync(rows(51, 51, 3))),
    ],
    [
      'of a table of colours',
      thumbnail('/ColorSpace [/Indexed /DeviceRGB 1 <333333ffffff>]', rows(1, 0)),
    ],
  ])('is of an earlier page where it shows another: %s', async (_, pdf) => {
    const reading = await readPdf(smallPdf(pdf));
    expect(reading.findings).toEqual([older, records]);
  });
});
