import type { AttachmentReading, FindingKind, ReadEnding } from './reading.ts';

const unitOf: Record<ReadEnding, AttachmentReading['unit']> = {
  '.pdf': 'page',
  '.docx': 'text',
  '.xlsx': 'sheet',
  '.pptx': 'slide',
  '.png': 'picture',
  '.jpg': 'picture',
  '.jpeg': 'picture',
  '.webp': 'picture',
  '.svg': 'picture',
  '.zip': 'archive',
};

/** What is said of a file of which nothing could be read. */
export const unreadable = (ending: ReadEnding, kind: FindingKind): AttachmentReading => ({
  unit: unitOf[ending],
  pageCount: null,
  pages: [],
  outline: [],
  searchable: 'unread',
  findings: [{ kind, places: [] }],
});
