import type { TextContent } from 'pdfjs-dist/types/src/display/api.js';
import { blocksOf } from './blocks.ts';
import { linesOf } from './lines.ts';

/** The text of a page as its readers see it, a block a line; empty where there is none. */
export const pageText = (content: TextContent): string =>
  blocksOf(linesOf(content))
    .filter((block) => block !== '')
    .join('\n');
