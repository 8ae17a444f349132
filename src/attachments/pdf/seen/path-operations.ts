import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Operations that fill a path. */
export const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
/** Those that fill it by the rule of even and odd crossings (ISO 32000-2, 8.5.3.3.3). */
export const evenOddFills = new Set<number>([OPS.eoFill, OPS.eoFillStroke, OPS.closeEOFillStroke]);
/** Those that draw its line alone. */
export const strokes = new Set<number>([OPS.stroke, OPS.closeStroke]);
