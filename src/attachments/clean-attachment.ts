import { readAttachment } from './read-attachment.ts';
import {
  type AttachmentReading,
  type CleanedFile,
  type Finding,
  type ReadEnding,
  removableFindings,
} from './reading.ts';

/** A cleaned file, with what was read of it to prove it. */
export type ProvenFile = CleanedFile & { reading: AttachmentReading };

/**
 * Takes out of a file, in this thread, what can be taken out: an AttachmentReader adds limits.
 * A cleaned file is read once more before anybody gets it: it says the same to its readers, holds nothing removable but,
 * in a ZIP, in files that can't be cleaned, and nothing is found in it that was not there before.
 * @param known what was read of these bytes; they are read where it is left out
 * @returns null where there is nothing to take out, or where that can't be done safely
 */
export async function cleanAttachment(
  bytes: Uint8Array,
  ending: ReadEnding,
  known?: AttachmentReading,
): Promise<ProvenFile | null> {
  const before = known ?? (await readAttachment(bytes, ending));
  const taken = before.findings.filter(({ kind }) => removableFindings.includes(kind));
  if (taken.length === 0) return null;
  const cleaned = await cleanedAs(bytes, ending, before).catch(() => null);
  if (cleaned === null) return null;
  const after = await readAttachment(cleaned, ending);
  const left = after.findings.filter(({ kind }) => removableFindings.includes(kind));
  const gone = taken.flatMap((one) => withoutPlaces(one, left));
  const isProven =
    gone.length > 0 &&
    (left.length === 0 || canKeepSome(ending)) &&
    after.findings.every((one) => before.findings.some((other) => isWithin(one, other))) &&
    JSON.stringify(after.pages) === JSON.stringify(before.pages);
  return isProven ? { bytes: cleaned, taken: gone, reading: after } : null;
}

/** Of the files in a ZIP some can be cleaned and some can't: what is left of them is told as ever. */
const canKeepSome = (ending: ReadEnding): boolean => ending === '.zip';

/** What is not left any more of a finding; nothing where all of it is. */
const withoutPlaces = ({ kind, places }: Finding, left: readonly Finding[]): Finding[] => {
  const still = left.find((one) => one.kind === kind);
  if (!still) return [{ kind, places }];
  const gone = places.filter((place) => !still.places.includes(place));
  return gone.length === 0 ? [] : [{ kind, places: gone }];
};

/** Whether a finding was there before. Of what is removable no new place may come; others may be counted anew. */
const isWithin = ({ kind, places }: Finding, before: Finding): boolean =>
  kind === before.kind &&
  (!removableFindings.includes(kind) || places.every((place) => before.places.includes(place)));

/** Each writer is loaded when a file asks for it; PDF has none (nothing here writes its structure). */
async function cleanedAs(
  bytes: Uint8Array,
  ending: ReadEnding,
  reading: AttachmentReading,
): Promise<Uint8Array | null> {
  switch (ending) {
    case '.docx':
    case '.xlsx':
    case '.pptx':
      return (await import('./office/cleaning/clean-office.ts')).cleanOffice(
        bytes,
        ending,
        reading,
      );
    case '.png':
    case '.jpg':
    case '.jpeg':
    case '.webp':
      return (await import('./picture/clean-picture.ts')).cleanPicture(bytes);
    case '.svg':
      return (await import('./svg/clean-svg.ts')).cleanSvg(bytes);
    case '.zip':
      return (await import('./archive/clean-archive.ts')).cleanArchive(bytes, cleanAttachment);
    default:
      return null;
  }
}
