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

/** A size as readers know it from their own folders: KB and MB of 1,024. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.round(kilobytes)} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}
