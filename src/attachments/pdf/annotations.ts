/** What stands on a page besides its text, as far as it is not meant for readers. */
export type PageAnnotations = { comments: boolean; embeddedFiles: boolean; outsideLink: boolean };

/** Remarks of those who worked on the file. */
const remarks = new Set([
  'Text',
  'FreeText',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Caret',
  'Popup',
  'Redact',
]);

/** Drawings: remarks where something is written to them. */
const drawings = new Set(
  ['Ink', 'Stamp', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine'].concat(
    // Nobody is told what is written to these.
    ['Watermark', 'PrinterMark', 'TrapNet', 'Projection'],
  ),
);

type Annotation = {
  subtype?: string;
  contentsObj?: { str?: string };
  /** What pdf.js cannot turn into an address of the web. */
  unsafeUrl?: string;
  url?: string;
};

/** @param all annotations of a page, also those that are not shown, as pdf.js tells them */
export function annotationsOf(all: readonly Annotation[]): PageAnnotations {
  return {
    comments: all.some(isRemark),
    embeddedFiles: all.some(({ subtype }) => subtype === 'FileAttachment'),
    outsideLink: all.some(leadsToDisk),
  };
}

const isRemark = ({ subtype = '', contentsObj }: Annotation): boolean =>
  remarks.has(subtype) || (drawings.has(subtype) && Boolean(contentsObj?.str?.trim()));

/** A link to a file beside this one or on its author's disk. */
const leadsToDisk = ({ subtype, url, unsafeUrl }: Annotation): boolean =>
  subtype === 'Link' &&
  unsafeUrl !== undefined &&
  (url === undefined || url.startsWith('file:')) &&
  !/^(?:#|javascript:)/i.test(unsafeUrl);
