import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cleanAttachment } from '../../clean-attachment.ts';
import { cleanOffice } from '../cleaning/clean-office.ts';
import { secret } from '../fixtures/records/change-parts.ts';
import { recordFiles } from '../fixtures/records/every-record-file.ts';
import { readOffice } from '../read-office.ts';

/** The parts of a package, and the package itself, in which a word stands, in UTF-8 or in UTF-16. */
const holding = (bytes: Uint8Array, word: string): string[] =>
  Object.entries({ whole: bytes, ...unzipSync(bytes) })
    .filter(([, part]) =>
      ['utf8', 'utf16le'].some((form) =>
        Buffer.from(part).includes(Buffer.from(word, form as BufferEncoding)),
      ),
    )
    .map(([name]) => name);

describe('what nobody sees in an Office file', () => {
  test.each(recordFiles)(
    '%s (%s) is told by its place, and gone from a cleaned file',
    async (...file) => {
      const [, ending, place, make] = file;
      const before = new Uint8Array(make());
      expect(holding(before, secret)).not.toEqual([]);
      const reading = readOffice(before, ending);
      expect(reading.findings).toEqual([{ kind: 'records', places: [place] }]);
      expect(JSON.stringify(reading)).not.toContain(secret);

      const cleaned = await cleanAttachment(before, ending, reading);
      expect(cleaned?.taken).toEqual(reading.findings);
      const after = cleaned?.bytes ?? before;
      expect(holding(after, secret)).toEqual([]);
      expect(cleaned?.reading).toEqual({ ...reading, findings: [] });
      expect(cleanOffice(after, ending, reading)).toEqual(after);
    },
  );

  test('is found in every way that is written down once', () => {
    expect(recordFiles.length).toBeGreaterThan(50);
    expect(new Set(recordFiles.map(([name]) => name)).size).toBe(recordFiles.length);
  });
});
