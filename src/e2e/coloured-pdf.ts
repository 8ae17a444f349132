/** Red, green and blue, each from 0 to 1. */
type Colour = readonly [number, number, number];

/** A PDF with a page in each of the colours and nothing else on it, so that a picture tells which page is shown. */
export function colouredPdf(colours: readonly Colour[]): Buffer {
  const pageNumber = (index: number) => 3 + index * 2;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${colours.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')}] /Count ${colours.length} >>`,
    ...colours.flatMap((colour, index) => {
      const paint = `${colour.join(' ')} rg 0 0 600 800 re f`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${pageNumber(index) + 1} 0 R >>`,
        `<< /Length ${paint.length} >>\nstream\n${paint}\nendstream`,
      ];
    }),
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join('')}`;
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
