import { codeDigest } from '../../code-digest.ts';
import { projectRoot } from '../../project-root.ts';

/** Tells the code that an index and what is kept for the next one were made by. */
export const indexCode = (): string =>
  codeDigest(projectRoot, {
    sources: ['src/search', 'src/schema/place.ts'],
    packages: ['linkedom', 'pagefind'],
  });
