import { cleanPicture } from '../picture/clean-picture.ts';
import { readPicture } from '../picture/read-picture.ts';
import type { FindingKind } from '../reading.ts';
import {
  declarations,
  type Stretch,
  type SvgAttribute,
  type SvgElement,
  svgNamespace,
  walkSvg,
  xlinkNamespace,
  xmlNamespace,
} from './walk-svg.ts';
import { words } from './words.ts';

/** Something that drawing programs note for themselves, with what stays in its place. */
export type SvgRecord = Stretch & { record: string; stays: string; isPlace?: boolean };

/** What stands in a drawing and is not drawn. */
export type SvgRecords = {
  /** In the order in which they stand, none within another. */
  records: readonly SvgRecord[];
  /** What keeps pictures in it from being looked through. */
  pictures: readonly FindingKind[];
};

/**
 * Finds what stands in a drawing and is not drawn: comments, elements and attributes of programs, names of layers, what is
 * noted in pictures that it holds. Titles and descriptions are read aloud, and are none of these.
 * @returns null where it is no whole drawing
 */
export const recordsIn = (xml: string): SvgRecords | null => {
  const records: SvgRecord[] = [];
  const pictures: FindingKind[] = [];
  let depth = 0;
  /** An element that goes as a whole, with the depth at which it lies. */
  let going: { from: number; depth: number; record: string } | null = null;
  const cut = (stretch: Stretch, record: string) => {
    if (!going) records.push({ from: stretch.from, to: stretch.to, record, stays: '' });
  };
  const isWhole = walkSvg(xml, {
    open(element) {
      const record = going ? null : recordOfElement(element);
      if (record !== null && depth > 0) going = { from: element.from, depth, record };
      depth += 1;
      if (going) return;
      for (const attribute of element.attributes) {
        const noted = recordOfAttribute(attribute);
        if (noted !== null) cut(attribute, noted);
        else if (attribute.name === 'href' && element.name === 'image') {
          const found = pictureIn(attribute);
          records.push(...found.records);
          pictures.push(...found.pictures);
        }
      }
    },
    text() {},
    close(end) {
      depth -= 1;
      if (!going || going.depth !== depth) return;
      const { from, record } = going;
      going = null;
      cut({ from, to: end }, record);
    },
    aside(stretch) {
      const written = xml.slice(stretch.from, stretch.to);
      if (written.startsWith('<!--')) cut(stretch, words.comment);
      else if (plainDocumentType.test(written)) cut(stretch, words.program);
    },
  });
  return isWhole ? { records, pictures } : null;
};

/**
 * The name of the format, which older programs write and no browser looks up. With definitions of its own it could be
 * anything: that is refused, as every other instruction (src/check/svg).
 */
const plainDocumentType = /^<!DOCTYPE\s+svg(?:\s+(?:PUBLIC\s+"[^"<>]*"|SYSTEM)\s+"[^"<>]*")?\s*>$/;

const recordOfElement = ({ namespace, name }: SvgElement): string | null => {
  if (namespace !== svgNamespace) return words.program;
  return name === 'metadata' ? words.metadata : null;
};

const plainNamespaces: ReadonlySet<string> = new Set([
  ...['', svgNamespace, xlinkNamespace, xmlNamespace],
]);

const recordOfAttribute = ({ namespace, name, value }: SvgAttribute): string | null => {
  if (namespace === declarations) {
    // Without a prefix, or of what stays.
    return name === '' || plainNamespaces.has(value) ? null : words.program;
  }
  if (!plainNamespaces.has(namespace)) return words.program;
  return name.startsWith('data-') ? words.layerNames : null;
};

const dataAddress = /^\s*data:image\/(?:png|jpe?g|webp);base64,/;

/** What a picture in the drawing says of itself. */
const pictureIn = ({ value, valueFrom }: SvgAttribute): SvgRecords => {
  const head = dataAddress.exec(value)?.[0];
  if (head === undefined) return { records: [], pictures: [] };
  // Programs break the lines of what they pack, some of them by references.
  const packed = value.slice(head.length).replace(/&#(?:x[0-9a-f]+|\d+);/gi, '');
  const bytes = new Uint8Array(Buffer.from(packed, 'base64'));
  const { findings } = readPicture(bytes);
  const cleaned = cleanPicture(bytes);
  if (!cleaned) return { records: [], pictures: findings.map(({ kind }) => kind) };
  const noted = findings.find(({ kind }) => kind === 'records')?.places[0];
  const record: SvgRecord = {
    from: valueFrom,
    to: valueFrom + value.length,
    record: noted === undefined ? words.picture : words.inPicture(noted),
    stays: head + Buffer.from(cleaned).toString('base64'),
    isPlace: findings.some(({ kind }) => kind === 'photograph-place'),
  };
  return { records: findings.length > 0 ? [record] : [], pictures: [] };
};
