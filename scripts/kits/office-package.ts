import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What a file says of itself in its properties. It names no author: a kit is the work of an office. */
export type FileProperties = { title: string; subject: string; moment: Date };

/**
 * Packs the parts of a Word or Excel file anew, so that the same text gives the same bytes on every day and machine.
 * @param bytes as a library wrote them, with the day of writing and its own name in the properties
 */
export const settledPackage = (bytes: Uint8Array, properties: FileProperties): Uint8Array => {
  const parts = unzipSync(bytes);
  const order = ['[Content_Types].xml', ...Object.keys(parts).sort()];
  const settled: Record<string, Uint8Array> = {};
  for (const name of new Set(order)) {
    const part = parts[name];
    if (part) settled[name] = name === corePart ? strToU8(coreProperties(properties)) : part;
  }
  if (!settled[corePart]) throw new Error(`The package has no ${corePart}.`);
  return zipSync(settled, { level: 9, mtime: earliest, os: 0 });
};

const corePart = 'docProps/core.xml';

/** Of the machine's own zone, as the format of ZIP wants it: the same six fields everywhere. */
const earliest = new Date(1980, 0, 1);

const coreProperties = ({ title, subject, moment }: FileProperties): string => {
  const at = moment.toISOString().replace(/\.\d+/, '');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject>`,
    '<dc:language>ja-JP</dc:language>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
};

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/** The text of one part, for those who look into a package. */
export const partText = (bytes: Uint8Array, name: string): string => {
  const part = unzipSync(bytes)[name];
  if (!part) throw new Error(`The package has no ${name}.`);
  return strFromU8(part);
};
