import { type CodeParts, codeDigest } from '../../../src/code-digest.ts';

/** Everything that sites are made by; the lock names every package. */
const siteCodeParts: CodeParts = {
  sources: ['src', 'astro.config.mjs', 'package-lock.json'],
  packages: [],
};

/**
 * Changes whenever the same content may give another site, as after an update of the portal while it runs. It takes a tenth
 * of a second.
 * @param projectRoot the checkout of the portal
 */
export const siteCode = (projectRoot: string): string => codeDigest(projectRoot, siteCodeParts);
