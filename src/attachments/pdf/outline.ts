import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OutlineItem } from '../reading.ts';
import { repairLetters } from './repair-letters.ts';

/** Bookmarks past these say nothing to a reader. */
const most = { items: 2000, depth: 8 };

type Bookmarks = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** The bookmarks of a PDF, in order, with the pages to which they lead. */
export async function outlineOf(pdf: PDFDocumentProxy): Promise<OutlineItem[]> {
  const outline: OutlineItem[] = [];
  const add = async (bookmarks: Bookmarks, level: number): Promise<void> => {
    if (level > most.depth) return;
    for (const { title, dest, items } of bookmarks) {
      if (outline.length >= most.items) return;
      const text = repairLetters(title)
        .replace(/\p{Cc}|\s+/gu, ' ')
        .trim();
      if (text !== '') outline.push({ title: text, level, page: await pageOf(pdf, dest) });
      await add(items, level + 1);
    }
  };
  await add((await pdf.getOutline()) ?? [], 1);
  return outline;
}

/** Null where a bookmark leads nowhere, or out of the file. */
async function pageOf(
  pdf: PDFDocumentProxy,
  destination: string | unknown[] | null,
): Promise<number | null> {
  try {
    const explicit =
      typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
    const target: unknown = explicit?.[0];
    if (typeof target === 'number') return target < pdf.numPages ? target + 1 : null;
    if (typeof target !== 'object' || target === null) return null;
    return (await pdf.getPageIndex(target as { num: number; gen: number })) + 1;
  } catch {
    return null;
  }
}
