import { describe, expect, test } from 'vitest';
import { open, secret, smallPdf, text } from './fixtures/small-pdf.ts';
import { handMade } from './fixtures/write-pdf.ts';
import { readPdf } from './read-pdf.ts';

describe('what was there before', () => {
  const whole = smallPdf({ content: text(`${secret} words`, 600) });
  const added = (number: number, object: string, file: Uint8Array = whole): Uint8Array => {
    const end = Buffer.from(file).toString('latin1');
    const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? '0';
    const place = end.length;
    const section = `${number} 0 obj\n${object}\nendobj\n`;
    return new Uint8Array(
      Buffer.from(
        `${end}${section}xref\n${number} 1\n${String(place).padStart(10, '0')} 00000 n \ntrailer\n<</Size 40 /Root 1 0 R /Prev ${before}>>\nstartxref\n${place + section.length}\n%%EOF\n`,
        'latin1',
      ),
    );
  };
  const stream = (content: string) =>
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
  const earlier = [{ kind: 'earlier-content', places: ['前に保存した版'] }];

  test('words that a later save took away', async () => {
    const reading = await readPdf(added(5, stream(text(open, 720))));
    expect(reading.findings).toEqual(earlier);
    expect(JSON.stringify(reading)).not.toContain(secret);
  });

  test('a page that a later save took away', async () => {
    const pages = '<</Type /Pages /Kids [6 0 R] /Count 1 /MediaBox [0 0 595 842]>>';
    const second = added(6, `<</Type /Page /Parent 2 0 R /Resources 3 0 R /Contents 7 0 R>>`);
    const third = added(7, stream(text(open, 720)), second);
    const reading = await readPdf(added(2, pages, third));
    expect(reading.findings.map(({ kind }) => kind)).toContain('earlier-content');
    expect(JSON.stringify(reading)).not.toContain(secret);
  });

  test('a save that takes nothing away', async () => {
    const signed = added(1, '<</Type /Catalog /Pages 2 0 R /Lang (ja)>>', smallPdf({}));
    expect((await readPdf(signed)).findings).toEqual([]);
    const more = `${text(open, 720)} ${text('More words', 600)}`;
    expect((await readPdf(added(5, stream(more), smallPdf({})))).findings).toEqual([]);
  });

  test('a page that a later save writes anew in the same codes', async () => {
    const codes = '\\001\\002\\003\\004\\005\\006\\007\\016\\017\\020';
    const page = '<</Type /Page /Parent 2 0 R /Resources 3 0 R /Contents 20 0 R>>';
    const before = handMade([{ content: text(codes, 600) }, { content: text(open, 720) }], {
      resources: '/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>',
    });
    const kinds = async (words: string) => {
      const file = added(4, page, added(20, stream(`${text(words, 600)} % anew`), before));
      return (await readPdf(file)).findings.map(({ kind }) => kind);
    };
    expect(await kinds(codes)).toEqual(['unmapped-text']);
    expect(await kinds(codes.slice(8))).toContain('earlier-content');
  });

  test.each([
    [
      'behind the end',
      (file: string) => `${file}${secret} and more`,
      'ファイルの終わりの後ろのデータ',
    ],
    [
      'behind the end, with an end',
      (file: string) => `${file}${secret} and more\n%%EOF\n`,
      'ファイルの終わりの後ろのデータ',
    ],
    [
      'before the beginning',
      (file: string) => `@PJL JOB NAME = "${secret}"\n${file}`,
      'ファイルの初めより前のデータ',
    ],
  ])('data %s', async (_, change, place) => {
    const file = change(Buffer.from(smallPdf({})).toString('latin1'));
    const reading = await readPdf(new Uint8Array(Buffer.from(file, 'latin1')));
    expect(reading.findings).toEqual([{ kind: 'earlier-content', places: [place] }]);
  });

  test('blank lines and zeros around a file say nothing', async () => {
    const file = `\n${Buffer.from(smallPdf({})).toString('latin1')}\r\n\n${'\0'.repeat(600)}`;
    expect((await readPdf(new Uint8Array(Buffer.from(file, 'latin1')))).findings).toEqual([]);
  });
});
