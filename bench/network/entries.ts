import type { World } from './world.ts';

/** The text of an entry of the benchmark at a ref; nothing where it is not there. */
export const textOfEntry = (git: World['git'], ref: string, entry: string): string => {
  try {
    return git(['cat-file', 'blob', `${ref}:content/case-studies/sakura-u/${entry}/index.mdx`]);
  } catch {
    return '';
  }
};
