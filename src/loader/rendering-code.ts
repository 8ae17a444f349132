import { readingCodeParts } from '../attachments/reading-code.ts';
import { type CodeParts, codeDigest } from '../code-digest.ts';

/** Everything that decides what is stored of an entry: what reads, checks and renders it, and the words it is given. */
export const renderingCodeParts: CodeParts = {
  sources: [
    'src/loader',
    'src/source',
    'src/schema',
    'src/check',
    'src/rule-editions/edition-status.ts',
    'src/formats',
    'src/strings',
    ...readingCodeParts.sources,
  ],
  packages: [
    '@observablehq/plot',
    'github-slugger',
    'hast-util-to-html',
    'image-size',
    'linkedom',
    'satteri',
    'yaml',
    'zod',
    ...readingCodeParts.packages,
  ],
};

/**
 * Changes whenever an entry may be rendered otherwise than before.
 * @param root the checkout
 */
export const renderingCode = (root: string): string => codeDigest(root, renderingCodeParts);
