import type { PdfObject, PdfObjects } from '../structure/pdf-objects.ts';
import { isDictionary } from '../structure/values.ts';
import { eachDictionary } from './painted.ts';

/** A font of all Japanese letters is of some megabytes; of a file so much is looked at. */
const most = { one: 24 * 2 ** 20, all: 64 * 2 ** 20 };

/** Tables of OpenType 1.9.1, of Apple's and Microsoft's fonts, and of programs that make and hint them. */
const tables = new Set(
  `avar BASE CBDT CBLC CFF CFF2 cmap COLR CPAL cvar cvt DSIG EBDT EBLC EBSC fpgm fvar gasp GDEF glyf GPOS GSUB gvar
  hdmx head hhea hmtx HVAR JSTF kern loca LTSH MATH maxp MERG meta MVAR name OS/2 PCLT post prep sbix STAT SVG VDMX vhea
  vmtx VORG VVAR acnt ankr bdat bhed bloc bsln fdsc feat fmtx fond gcid hsty just lcar ltag mort morx opbd prop trak xref Zapf
  Silf Glat Gloc Feat Sill TTFA FFTM PfEd TeX BDF TSI0 TSI1 TSI2 TSI3 TSI5 TSIV TSIB TSIC TSID TSIJ TSIP TSIS VTT
  webf mmsd ADBE mcmp PERF hash kpcc EPAR EBIG FOCA CID`
    .trim()
    .split(/\s+/),
);

/** Names 0 to 25 are those of OpenType; those from 256 on are named by other tables, of settings that a font offers. */
const lastName = 25;

/** Whether fonts that are embedded in a file hold words in tables or names that no list knows, or between their tables. */
export function fontsSayMore(objects: PdfObjects, reached: ReadonlySet<number>): boolean {
  const fonts = new Set<PdfObject>();
  for (const { number, value } of objects.all) {
    if (!reached.has(number)) continue;
    eachDictionary(value, (descriptor) => {
      for (const key of ['FontFile2', 'FontFile3']) {
        const font = descriptor.has(key) ? objects.streamOf(descriptor.get(key)) : null;
        if (font) fonts.add(font);
      }
    });
  }
  let looked = 0;
  for (const font of fonts) {
    const bytes = bytesOf(objects, font);
    looked += bytes.length;
    if (looked > most.all) return false;
    if (fontSaysMore(bytes)) return true;
  }
  return false;
}

function bytesOf(objects: PdfObjects, object: PdfObject): Buffer {
  if (!isDictionary(object.value)) return Buffer.alloc(0);
  try {
    return Buffer.from(objects.unpacked(object, most.one) ?? []);
  } catch (error) {
    if (error instanceof RangeError) return Buffer.alloc(0);
    throw error;
  }
}

/** In a row, and nothing else: a program of hints, or data of points, is of other bytes too. */
const words = /[\w .,:;()@/\\-]{8}/;
const saysSomething = (bytes: Buffer): boolean =>
  words.test(bytes.toString('latin1')) || wide(bytes);
/** The same in two bytes a letter. */
const wide = (bytes: Buffer): boolean => /(?:\0[A-Za-z ]){6}/.test(bytes.toString('latin1'));

/** @param font as a file; one of another format than TrueType's says nothing here */
const fontSaysMore = (font: Buffer): boolean => {
  const isFont = ['\0\x01\0\0', 'OTTO', 'true'].includes(font.toString('latin1', 0, 4));
  if (!isFont || font.length < 12) return false;
  const count = font.readUInt16BE(4);
  const ends: [number, number][] = [[0, 12 + count * 16]];
  for (let at = 12; at + 16 <= Math.min(font.length, 12 + count * 16); at += 16) {
    const tag = font.toString('latin1', at, at + 4).trim();
    const [from, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    const table = font.subarray(from, from + length);
    if (!tables.has(tag) && saysSomething(table)) return true;
    if (tag === 'name' && hasUnlistedName(table)) return true;
    ends.push([from, from + length]);
  }
  let reached = 0;
  for (const [from, to] of ends.sort(([one], [other]) => one - other)) {
    if (from > reached && saysSomething(font.subarray(reached, from))) return true;
    reached = Math.max(reached, to);
  }
  return saysSomething(font.subarray(reached));
};

/** Names that no other table could ask for: 26 to 255 are kept for later. */
const hasUnlistedName = (table: Buffer): boolean => {
  if (table.length < 6) return false;
  const count = table.readUInt16BE(2);
  const strings = table.readUInt16BE(4);
  let end = strings;
  for (let at = 6; at + 12 <= Math.min(table.length, 6 + count * 12); at += 12) {
    const [id, length, from] = [6, 8, 10].map((place) => table.readUInt16BE(at + place));
    if (id === undefined || length === undefined || from === undefined) continue;
    const name = table.subarray(strings + from, strings + from + length);
    if (id > lastName && id < 256 && saysSomething(name)) return true;
    end = Math.max(end, strings + from + length);
  }
  return saysSomething(table.subarray(end));
};
