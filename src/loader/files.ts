import { extname } from 'node:path';
import type { AttachmentReading } from '../attachments/reading.ts';
import { fileWords } from '../strings/files.ts';

const kinds: Record<string, string> = {
  '.pdf': 'PDF',
  '.docx': 'Word',
  '.xlsx': 'Excel',
  '.pptx': 'PowerPoint',
  '.csv': 'CSV',
  '.zip': 'ZIP',
  '.png': 'PNG画像',
  '.jpg': 'JPEG画像',
  '.jpeg': 'JPEG画像',
  '.webp': 'WebP画像',
  '.svg': 'SVG画像',
};

/** What a reader calls this kind of file: Word, PDF … */
export const fileKind = (name: string): string =>
  kinds[extname(name).toLowerCase()] ?? extname(name).slice(1).toUpperCase();

/** How long a file is, in what its readers turn: 12ページ; empty where that cannot be told. */
export function fileLength({
  unit,
  pageCount,
}: Pick<AttachmentReading, 'unit' | 'pageCount'>): string {
  if (pageCount === null || unit === 'text' || unit === 'picture') return '';
  return fileWords.counts[unit](pageCount);
}
