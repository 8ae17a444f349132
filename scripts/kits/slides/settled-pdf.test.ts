import { expect, test } from 'vitest';
import { readPdf } from '../../../src/attachments/pdf/read-pdf.ts';
import { compactPdf } from './compact-pdf.ts';
import { settledPdf } from './settled-pdf.ts';

/** A PDF of one page with a word on it, built as Chromium builds them. */
const plainPdf = (date: string): Uint8Array => {
  const content = 'BT /F1 24 Tf 72 700 Td (endobj stream) Tj ET';
  const objects = [
    `<</Title (Slides)\n/CreationDate (D:${date}+00'00')\n/ModDate (D:${date}+00'00')>>`,
    '<</Type /Catalog\n/Pages 3 0 R>>',
    '<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>',
    '<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 612 792]\n/Resources <</Font <</F1 5 0 R>>>>\n/Contents 6 0 R>>',
    '<</Type /Font\n/Subtype /Type1\n/BaseFont /Helvetica>>',
    `<</Length ${content.length}>> stream\n${content}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((body, place) => {
    const at = text.length;
    text += `${place + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
};
const moment = new Date('2026-11-22T03:00:00Z');
const morning = plainPdf('20261123081500');
const evening = plainPdf('20261124193000');

test('the day of printing leaves no trace', () => {
  expect(settledPdf(morning, moment)).toEqual(settledPdf(evening, moment));
  const text = Buffer.from(settledPdf(morning, moment)).toString('latin1');
  expect(text).toContain("/CreationDate (D:20261122030000+00'00')");
  expect(text).toContain("/ModDate (D:20261122030000+00'00')");
  expect(settledPdf(morning, moment)).toHaveLength(morning.length);
});

test('a PDF that states no day is refused', () => {
  const bytes = new Uint8Array(Buffer.from('%PDF-1.4\n%%EOF\n'));
  expect(() => settledPdf(bytes, moment)).toThrow('CreationDate');
});

test('a packed PDF says the same', async () => {
  const packed = compactPdf(morning);
  expect(packed).not.toEqual(morning);
  const [plain, read] = await Promise.all([readPdf(morning), readPdf(packed)]);
  expect(plain.pages[0]?.text).toBe('endobj stream');
  expect(read).toEqual(plain);
  expect(() => compactPdf(packed)).toThrow('plain table');
});
