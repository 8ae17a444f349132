import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { repairLetters } from './repair-letters.ts';

type Metadata = Awaited<ReturnType<PDFDocumentProxy['getMetadata']>>;

/** Who a PDF says has written it, in either of the two places where PDFs say that; each name once. */
export function authorsOf(info: Metadata['info'], metadata: Metadata['metadata'] | null): string[] {
  const named: unknown[] = [
    'Author' in info ? info.Author : undefined,
    metadata?.get('dc:creator'),
  ].flat();
  const names = named
    .filter((name) => typeof name === 'string')
    .map((name) =>
      repairLetters(name)
        .replace(/\p{Cc}/gu, '')
        .trim(),
    );
  return [...new Set(names)].filter((name) => name !== '');
}
