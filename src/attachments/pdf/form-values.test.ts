import { describe, expect, test } from 'vitest';
import { further, open, type SmallPdf, secret, smallPdf, text } from './fixtures/small-pdf.ts';
import { readPdf } from './read-pdf.ts';

const widget = (more: string) =>
  `<</Type /Annot /Subtype /Widget /Rect [72 500 300 520] /F 4 ${more}>>`;

describe('fields', () => {
  const form = (fields: readonly string[]): SmallPdf => ({
    catalog: `/AcroForm <</Fields [${fields.map((_, index) => further(index)).join(' ')}]>>`,
    page: `/Annots [${fields.map((_, index) => further(index)).join(' ')}]`,
    content: `${text('Name', 505)} ${text('Faculty', 465)}`,
    further: fields,
  });

  test('what is written into them is read where it stands', async () => {
    const { findings, pages } = await readPdf(
      smallPdf(
        form([
          widget('/FT /Tx /T (name) /V (Sakura Hanako) /DA (/Helv 12 Tf)').replace('[72', '[150'),
          widget(
            '/FT /Ch /Ff 131072 /T (faculty) /V (s) /Opt [[(s) (Science)] [(l) (Letters)]]',
          ).replace('[72 500 300 520]', '[150 460 300 480]'),
        ]),
      ),
    );
    expect(findings).toEqual([]);
    expect(pages[0]?.text).toBe(`${open}\nName Sakura Hanako Faculty Science`);
  });

  test('what is written in white is told, and not given', async () => {
    const look = {
      dictionary:
        '/Type /XObject /Subtype /Form /BBox [0 0 228 20] /Resources <</Font <</Helv <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>',
      bytes: '/Tx BMC q BT 1 g /Helv 12 Tf 2 5 Td (SECRET words) Tj ET Q EMC',
    };
    const field = widget(
      `/FT /Tx /T (memo) /V (SECRET words) /DA (1 g /Helv 12 Tf) /AP <</N ${further(1)}>>`,
    );
    const reading = await readPdf(smallPdf({ ...form([field]), further: [field, look] }));
    expect(reading.findings).toEqual([{ kind: 'hidden-text', places: ['1ページ'] }]);
    expect(JSON.stringify(reading)).not.toContain('SECRET');
  });
});

describe('what a field began with', () => {
  const findingsOf = async (fields: string, annotations: string, objects: readonly string[]) => {
    const reading = await readPdf(
      smallPdf({
        catalog: `/AcroForm <</Fields [${fields}]>>`,
        page: `/Annots [${annotations}]`,
        further: objects,
      }),
    );
    expect(JSON.stringify(reading)).not.toContain(secret);
    return reading.findings;
  };
  const told = [{ kind: 'records', places: ['フォームの欄に初めにあった文字'] }];

  test('is told where nobody sees it', async () => {
    const field = widget(`/FT /Tx /T (memo) /V (${open}) /DV (${secret} draft)`);
    expect(await findingsOf(further(0), further(0), [field])).toEqual(told);
    const group = `<</FT /Ch /T (group) /DV (${secret} draft) /Kids [${further(1)}]>>`;
    const kid = widget(`/Parent ${further(0)} /T (memo) /V (${open})`);
    expect(await findingsOf(further(0), further(1), [group, kid])).toEqual(told);
  });

  test('is not told where it is what the field says, or a number', async () => {
    const all = `${further(0)} ${further(1)}`;
    const fields = [
      widget(`/FT /Tx /T (memo) /V (${open}) /DV (${open})`),
      widget('/FT /Tx /T (sum) /V (1) /DV (0)'),
    ];
    expect(await findingsOf(all, all, fields)).toEqual([]);
  });
});
