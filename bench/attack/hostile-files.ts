import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { Random } from '../seeded-random.ts';

/** A file that costs a careless reader much. */
export type HostileFile = {
  readonly name: string;
  readonly ending: string;
  make(random: Random): Uint8Array;
};

const million = 1_000_000;
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const types = (part: string, type: string) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`;
const relations = (target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;

const office = (part: string, type: string, xml: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(types(part, type)),
    '_rels/.rels': strToU8(relations(part)),
    [part]: strToU8(xml),
    ...more,
  });

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const document = (body: string) =>
  `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`;
const docx = (body: string, before = '') =>
  office('word/document.xml', wordType, before + document(body));

/** As many of a part as give a size. */
const filled = (part: string, size: number) => part.repeat(Math.floor(size / part.length));

const paragraph = '<w:p><w:r><w:t>abc def</w:t></w:r></w:p>';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The header of a PNG that claims to be huge, with nothing behind it. */
const png = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(45);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.set([8, 6, 0, 0, 0], 24);
  return bytes;
};

const pdf = (objects: readonly string[], streams: readonly Uint8Array[] = []): Uint8Array => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  objects.forEach((object, index) => {
    parts.push(Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`));
  });
  streams.forEach((stream, index) => {
    parts.push(
      Buffer.from(
        `${objects.length + index + 1} 0 obj\n<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`,
      ),
      Buffer.from(stream),
      Buffer.from('\nendstream\nendobj\n'),
    );
  });
  parts.push(Buffer.from('trailer << /Root 1 0 R >>\n%%EOF'));
  return Buffer.concat(parts);
};
const onePage = (content: string) =>
  pdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ],
    [deflateSync(content)],
  );

const svg = (inside: string) =>
  strToU8(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`);

/** A name in the local header and sizes in the directory that are not those of what is packed. */
const lying = (bytes: Uint8Array): Uint8Array => {
  const changed = Buffer.from(bytes);
  for (
    let at = changed.indexOf('PK\x01\x02');
    at !== -1;
    at = changed.indexOf('PK\x01\x02', at + 4)
  ) {
    changed.writeUInt32LE(1000, at + 24);
  }
  return changed;
};

const nestedZip = (depth: number, width: number): Uint8Array => {
  let inner: Uint8Array = zipSync({ 'a.txt': strToU8('a'.repeat(million)) });
  for (let level = 0; level < depth; level += 1) {
    const held = inner;
    inner = zipSync(
      Object.fromEntries(Array.from({ length: width }, (_, i) => [`${i}.zip`, held])),
    );
  }
  return inner;
};

export const hostileFiles: readonly HostileFile[] = [
  {
    name: 'Word: paragraphs without end',
    ending: '.docx',
    make: (random) => docx(filled(paragraph, (10 + random.below(25)) * million)),
  },
  {
    name: 'Word: empty paragraphs',
    ending: '.docx',
    make: (random) => docx(filled('<w:p/>', (10 + random.below(30)) * million)),
  },
  {
    name: 'Word: one text',
    ending: '.docx',
    make: () => docx(`<w:p><w:r><w:t>${'あ'.repeat(10 * million)}</w:t></w:r></w:p>`),
  },
  { name: 'Word: depth', ending: '.docx', make: () => docx('<w:p>'.repeat(3 * million)) },
  {
    name: 'Word: tables in tables',
    ending: '.docx',
    make: () => {
      const count = 200_000;
      return docx('<w:tbl><w:tr><w:tc>'.repeat(count) + '</w:tc></w:tr></w:tbl>'.repeat(count));
    },
  },
  {
    name: 'Word: entities of entities',
    ending: '.docx',
    make: () => {
      const entities = Array.from({ length: 12 }, (_, i) =>
        i === 0
          ? `<!ENTITY e0 "${'a'.repeat(500)}">`
          : `<!ENTITY e${i} "${`&e${i - 1};`.repeat(20)}">`,
      );
      return docx('<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>', `<!DOCTYPE x [${entities.join('')}]>`);
    },
  },
  {
    name: 'Word: attributes without end',
    ending: '.docx',
    make: () => docx(`<w:p ${Array.from({ length: 400_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`),
  },
  {
    name: 'Word: sizes that lie',
    ending: '.docx',
    make: () => lying(docx(filled(paragraph, 20 * million))),
  },
  {
    name: 'Word: an unclosed tag',
    ending: '.docx',
    make: () => docx(`<w:p${' '.repeat(5 * million)}`),
  },
  {
    name: 'Word: parts without end',
    ending: '.docx',
    make: () =>
      office(
        'word/document.xml',
        wordType,
        document(paragraph),
        Object.fromEntries(
          Array.from({ length: 20_000 }, (_, i) => [`word/media/${i}.xml`, strToU8('<a/>')]),
        ),
      ),
  },
  {
    name: 'Excel: cells without end',
    ending: '.xlsx',
    make: () =>
      office(
        'xl/workbook.xml',
        sheetType,
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        {
          'xl/_rels/workbook.xml.rels': strToU8(
            relations('worksheets/sheet1.xml').replace('/officeDocument"', '/worksheet"'),
          ),
          'xl/worksheets/sheet1.xml': strToU8(
            `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>${filled('<c t="inlineStr"><is><t>あ</t></is></c>', 25 * million)}</row></sheetData></worksheet>`,
          ),
        },
      ),
  },
  {
    name: 'ZIP: zeros',
    ending: '.zip',
    make: (random) => zipSync({ 'a.txt': new Uint8Array((50 + random.below(140)) * million) }),
  },
  { name: 'ZIP: in ZIP', ending: '.zip', make: () => nestedZip(5, 12) },
  {
    name: 'ZIP: names without end',
    ending: '.zip',
    make: () =>
      zipSync(
        Object.fromEntries(
          Array.from({ length: 60_000 }, (_, i) => [`${i}.txt`, new Uint8Array(1)]),
        ),
      ),
  },
  {
    name: 'ZIP: names that climb',
    ending: '.zip',
    make: () =>
      zipSync({
        '../../a.txt': strToU8('a'),
        '/b.txt': strToU8('b'),
        'c\\..\\d.txt': strToU8('d'),
      }),
  },
  {
    name: 'ZIP: Word files in it',
    ending: '.zip',
    make: () =>
      zipSync(
        Object.fromEntries(
          Array.from({ length: 30 }, (_, i) => [`${i}.docx`, docx(filled(paragraph, 3 * million))]),
        ),
      ),
  },
  {
    name: 'PNG: huge by its header',
    ending: '.png',
    make: (random) => png(random.pick([60_000, 0x7fffffff]), 60_000),
  },
  {
    name: 'JPEG: a segment that lies',
    ending: '.jpg',
    make: () =>
      Buffer.concat([
        Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff]),
        Buffer.from('Exif\0\0II*\0'),
        Buffer.alloc(60_000, 8),
      ]),
  },
  {
    name: 'PDF: a page of operators',
    ending: '.pdf',
    make: () => onePage(filled('BT /F 9 Tf (a) Tj ET\n', 20 * million)),
  },
  { name: 'PDF: states in states', ending: '.pdf', make: () => onePage('q '.repeat(3 * million)) },
  {
    name: 'PDF: a page that is its own child',
    ending: '.pdf',
    make: () =>
      pdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99999999 >>',
      ]),
  },
  {
    name: 'PDF: arrays in arrays',
    ending: '.pdf',
    make: () => pdf([`<< /Type /Catalog /Pages 2 0 R /A ${'['.repeat(million)}`]),
  },
  { name: 'PDF: zeros', ending: '.pdf', make: () => onePage('\0'.repeat(100 * million)) },
  {
    name: 'PDF: objects without end',
    ending: '.pdf',
    make: () => pdf(Array.from({ length: 200_000 }, () => '<< /Type /Page >>')),
  },
  { name: 'SVG: quotes', ending: '.svg', make: () => svg(filled('<a b="', 80_000)) },
  { name: 'SVG: brackets', ending: '.svg', make: () => svg(filled('<', 400_000)) },
  { name: 'SVG: comments', ending: '.svg', make: () => svg(filled('<!-', 200_000)) },
  {
    name: 'SVG: urls',
    ending: '.svg',
    make: () => svg(`<path style="${filled('url( ', 100_000)}"/>`),
  },
  { name: 'SVG: depth', ending: '.svg', make: () => svg('<g>'.repeat(200_000)) },
  {
    name: 'SVG: pictures of itself',
    ending: '.svg',
    make: () =>
      svg(
        Array.from(
          { length: 30 },
          (_, i) => `<g id="g${i}">${`<use href="#g${i - 1}"/>`.repeat(10)}</g>`,
        ).join(''),
      ),
  },
  ...[
    '<meta http-equiv="refresh" content="0;url=https://evil.example/"/>',
    '<image srcset="https://evil.example/a.png"/>',
    '<style>a{background:image-set("https://evil.example/a.png" 1x)}</style>',
    '<g xml:base="https://evil.example/"><use href="#a"/></g>',
    '<foreignObject><form xmlns="http://www.w3.org/1999/xhtml" action="https://evil.example/"/></foreignObject>',
    '<a href="javascript:alert(1)">a</a>',
    '<script>alert(1)</script>',
    '<animate onbegin="alert(1)"/>',
    '<link xmlns="http://www.w3.org/1999/xhtml" rel="preload" as="image" imagesrcset="https://evil.example/a.png"/>',
  ].map((inside) => ({
    name: `SVG: ${inside.slice(0, 20)}`,
    ending: '.svg',
    make: () => svg(inside),
  })),
  {
    name: 'CSV: quotes',
    ending: '.csv',
    make: () => strToU8(`a,b\n${filled('"a""', 2 * million)}`),
  },
  {
    name: 'noise as Word',
    ending: '.docx',
    make: (random) => Uint8Array.from({ length: 100_000 }, () => random.below(256)),
  },
  {
    name: 'noise as PDF',
    ending: '.pdf',
    make: (random) =>
      Buffer.concat([
        Buffer.from('%PDF-1.7\n'),
        Uint8Array.from({ length: 200_000 }, () => random.below(256)),
      ]),
  },
];
