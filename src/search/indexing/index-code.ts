import { codeDigest } from '../../code-digest.ts';
import { projectRoot } from '../../project-root.ts';

let code: string | undefined;

/** Tells the code that an index and what is kept for the next one were made by. A process goes on by that with which it began. */
export const indexCode = (): string => {
  code ??= codeDigest(projectRoot, {
    sources: ['src/search', 'src/schema/place.ts'],
    packages: ['linkedom', 'pagefind'],
  });
  return code;
};
