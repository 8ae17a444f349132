import type { AttachmentReading } from '../../attachments/reading.ts';
import type { ContentFile } from '../../source/content-files.ts';

/** What is known of the documents among some files. */
export type AttachmentReadings = {
  /** Undefined for what is no document: another kind of file, or one that is not what its name says. */
  of(file: ContentFile): AttachmentReading | undefined;
};

/** For files among which there is no document. */
export const noReadings: AttachmentReadings = { of: () => undefined };
