import { readAttachment } from './read-attachment.ts';
import { type CleanedFile, type ReadEnding, removableFindings } from './reading.ts';

/**
 * Takes out of a file, in this thread, what can be taken out: an AttachmentReader adds limits.
 * A cleaned file is read once more before anybody gets it: it says the same to its readers, holds nothing removable, and
 * nothing is found in it that was not there before.
 * @returns null where there is nothing to take out, or where that can't be done safely
 */
export async function cleanAttachment(
  bytes: Uint8Array,
  ending: ReadEnding,
): Promise<CleanedFile | null> {
  const before = await readAttachment(bytes, ending);
  const taken = before.findings.filter(({ kind }) => removableFindings.includes(kind));
  if (taken.length === 0) return null;
  const cleaned = await cleanedAs(bytes, ending).catch(() => null);
  if (cleaned === null) return null;
  const after = await readAttachment(cleaned, ending);
  const left = after.findings.map(({ kind }) => kind);
  const isProven =
    !left.some((kind) => removableFindings.includes(kind)) &&
    left.every((kind) => before.findings.some((one) => one.kind === kind)) &&
    JSON.stringify(after.pages) === JSON.stringify(before.pages);
  return isProven ? { bytes: cleaned, taken } : null;
}

/** Each writer is loaded when a file asks for it; PDF has none (nothing here writes its structure). */
async function cleanedAs(bytes: Uint8Array, ending: ReadEnding): Promise<Uint8Array | null> {
  switch (ending) {
    case '.docx':
    case '.xlsx':
    case '.pptx':
      return (await import('./office/cleaning/clean-office.ts')).cleanOffice(bytes, ending);
    case '.png':
    case '.jpg':
    case '.jpeg':
    case '.webp':
      return (await import('./picture/clean-picture.ts')).cleanPicture(bytes);
    default:
      return null;
  }
}
