import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type SmallPdf, smallPdf } from './fixtures/small-pdf.ts';
import { firstFree } from './fixtures/write-pdf.ts';
import { readPdf } from './read-pdf.ts';

describe('scripts in object streams', () => {
  const script = '<</S /JavaScript /JS (1)>>';
  const held = `${firstFree + 5} 0 ${script}`;
  const stream = (filter: string, bytes: string | Uint8Array): SmallPdf => ({
    further: [{ dictionary: `/Type /ObjStm /N 1 /First 5 ${filter}`, bytes }],
  });
  const hex = (bytes: Uint8Array | string) =>
    `${Buffer.from(bytes as string, 'latin1').toString('hex')}>`;
  const rows = Buffer.from(held.padEnd(60, ' '), 'latin1');
  /** Each row tells how far it is from the one above. */
  const predicted = Buffer.concat(
    [0, 20, 40].map((from) =>
      Buffer.from([
        2,
        ...rows
          .subarray(from, from + 20)
          .map((byte, at) => byte - (from > 0 ? (rows[from - 20 + at] as number) : 0)),
      ]),
    ),
  );

  test.each<[string, SmallPdf]>([
    ['not packed', stream('', held)],
    ['packed', stream('/Filter /FlateDecode', deflateSync(held))],
    ['in hexadecimal', stream('/Filter /ASCIIHexDecode', hex(held))],
    ['packed twice', stream('/Filter [/AHx /Fl]', hex(deflateSync(held)))],
    [
      'in runs',
      stream('/Filter /RunLengthDecode', `${String.fromCharCode(held.length - 1)}${held}\x80`),
    ],
    [
      'with a predictor',
      stream(
        '/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 20>>',
        deflateSync(predicted),
      ),
    ],
  ])('%s', async (_, pdf) => {
    expect((await readPdf(smallPdf(pdf))).findings).toEqual([{ kind: 'script', places: [] }]);
  });
});
