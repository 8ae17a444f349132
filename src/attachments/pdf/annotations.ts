import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

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
const drawings = new Set(['Ink', 'Stamp', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine']);

type Annotation = {
  subtype?: string;
  contentsObj?: { str?: string };
  /** What pdf.js cannot turn into an address of the web. */
  unsafeUrl?: string;
  url?: string;
};

/** Looks at all annotations of a page, also those that are not shown. */
export async function annotationsOf(page: PDFPageProxy): Promise<PageAnnotations> {
  const annotations = (await page.getAnnotations({ intent: 'any' })) as Annotation[];
  return {
    comments: annotations.some(isRemark),
    embeddedFiles: annotations.some(({ subtype }) => subtype === 'FileAttachment'),
    outsideLink: annotations.some(leadsToDisk),
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
