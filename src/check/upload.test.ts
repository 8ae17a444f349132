import { describe, expect, it } from 'vitest';
import { soundReadings } from './fixtures/readings.ts';
import { isUnsafe } from './problem.ts';
import { problemsOfUpload } from './upload.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const pdf = bytes('%PDF-1.7\n');
const svg = (inside: string) => bytes(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);

describe('an upload', () => {
  it.each([
    ['事前確認シート（2026年度）.pdf', pdf],
    ['図.svg', svg('<rect width="1" height="1"/>')],
    ['数.csv', bytes('項目,数\nある,31\n')],
  ])('of %s is sound', (name, content) =>
    expect(problemsOfUpload(name, content, { attachments: soundReadings })).toEqual([]),
  );

  it.each<[string, Uint8Array, string[]]>([
    ['ガイド.pdf'.normalize('NFD'), pdf, ['name-not-nfc']],
    ['../sheet.pdf', pdf, ['name-hidden', 'name-unusable']],
    ['a/sheet.pdf', pdf, ['name-unusable']],
    ['a\\sheet.pdf', pdf, ['name-unusable']],
    ['a\0.pdf', pdf, ['name-unusable']],
    ['.htaccess', pdf, ['name-hidden', 'file-ending']],
    ['aux.pdf', pdf, ['name-reserved']],
    [`${'長'.repeat(90)}.pdf`, pdf, ['name-too-long']],
    ['index.mdx', bytes('x'), ['file-ending']],
    ['__proto__', pdf, ['file-ending']],
    ['', pdf, ['file-ending']],
    ['page.html', bytes('<html>'), ['file-ending']],
    ['page.pdf', bytes('<!doctype html><script>x</script>'), ['file-type']],
    ['picture.pdf', svg(''), ['file-type']],
    ['picture.png', pdf, ['file-type']],
    ['script.svg', svg('<script>x</script>'), ['svg-unsafe']],
    ['event.svg', svg('<rect onload="x"/>'), ['svg-unsafe']],
  ])('of %j is kept out', (name, content, codes) => {
    const problems = problemsOfUpload(name, content, { attachments: soundReadings });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(problems.every(isUnsafe)).toBe(true);
  });

  it('is held against the limit', () => {
    const problems = problemsOfUpload('sheet.pdf', pdf, { maxFileBytes: 5 });
    expect(problems).toMatchObject([{ code: 'file-too-large', path: 'sheet.pdf', line: 1 }]);
  });
});
