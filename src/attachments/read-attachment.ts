import type { AttachmentReading, ReadEnding } from './reading.ts';
import { unreadable } from './unreadable.ts';

/**
 * Reads a file in this thread, for as long as it takes: an AttachmentReader adds limits and remembers.
 * Never rejects for what is in a file: one that cannot be read has the finding that says why.
 */
export async function readAttachment(
  bytes: Uint8Array,
  ending: ReadEnding,
): Promise<AttachmentReading> {
  try {
    return await readAs(bytes, ending);
  } catch (error) {
    // The readers answer for what they know of; a file made to mislead them may still break them in ways of its own.
    return unreadable(ending, error instanceof RangeError ? 'too-complex' : 'damaged');
  }
}

/** Each reader is loaded when a file asks for it. */
async function readAs(bytes: Uint8Array, ending: ReadEnding): Promise<AttachmentReading> {
  switch (ending) {
    case '.pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes);
    case '.png':
    case '.jpg':
    case '.jpeg':
    case '.webp':
      return (await import('./picture/read-picture.ts')).readPicture(bytes);
    case '.svg':
      return (await import('./svg/read-svg.ts')).readSvg(bytes);
    case '.zip':
      return (await import('./archive/read-archive.ts')).readArchive(bytes, readAttachment);
    default:
      return (await import('./office/read-office.ts')).readOffice(bytes, ending);
  }
}

/** Draws the first page of a PDF as a WebP, 640 px wide; null where it cannot be drawn. */
export async function drawFirstPageOf(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    return await (await import('./pdf/draw-first-page.ts')).drawFirstPage(bytes);
  } catch {
    // What cannot be drawn has no picture; why it cannot be read is in its reading.
    return null;
  }
}
