import { posix } from 'node:path';
import type {
  AttachmentReader,
  AttachmentReading,
  KnownFile,
  ReadEnding,
} from '../../attachments/reading.ts';
import { defaultMaxFileBytes } from '../../schema/body.ts';
import type { ContentFile, ContentFiles } from '../../source/content-files.ts';
import { attachmentEnding } from '../content-place.ts';
import { headMismatch } from '../file-signature.ts';
import { isRead } from './attachment-problems.ts';
import { type AttachmentReadings, noReadings } from './attachment-readings.ts';

/**
 * Has the documents among some files read, one after the other, so that the check, which waits for nothing, can look into
 * them. Never rejects for what is in them.
 * @param maxFileBytes the limit that the check holds attachments against; a file above it is not opened
 */
export const readAttachments = async (
  files: ContentFiles,
  reader: Pick<AttachmentReader, 'read'>,
  { maxFileBytes = defaultMaxFileBytes }: { maxFileBytes?: number } = {},
): Promise<AttachmentReadings> => {
  const readings = new Map<string, AttachmentReading>();
  for (const file of files.values()) {
    const ending = endingRead(file, maxFileBytes);
    if (ending !== null) readings.set(file.path, await reader.read(knownFile(file), ending));
  }
  return readings.size === 0 ? noReadings : { of: ({ path }) => readings.get(path) };
};

/** A file as it is read: by what it is known by, where that is kept, so that one that was read before is not read again. */
export const knownFile = (file: ContentFile): Uint8Array | KnownFile =>
  file.digests ? { ...file.digests(), bytes: file.bytes } : file.bytes();

/** As what a file is looked into; null where it is not: it is no document, not what its name says, empty or too large. */
export const endingRead = (file: ContentFile, maxFileBytes: number): ReadEnding | null => {
  const ending = attachmentEnding(posix.basename(file.path));
  if (file.kind !== 'file' || !isRead(ending)) return null;
  // Whoever asks may be a process in which nothing hostile is parsed: the first bytes are looked at and no more.
  if (file.size === 0 || file.size > maxFileBytes || headMismatch(file, ending)) return null;
  return ending;
};
