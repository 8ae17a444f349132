import { type CodeParts, codeDigest } from '../code-digest.ts';
import { projectRoot } from '../project-root.ts';

/** Everything that decides what a reading holds: this folder's code and the packages it uses. */
export const readingCodeParts: CodeParts = {
  sources: ['src/attachments'],
  packages: [
    '@napi-rs/canvas',
    'exifreader',
    'fflate',
    'htmlparser2',
    'image-size',
    'pdfjs-dist',
    'yazl',
    'zod',
  ],
};

/** Changes whenever a file may be read otherwise than before. */
export const readingCode = (): string => codeDigest(projectRoot, readingCodeParts);
