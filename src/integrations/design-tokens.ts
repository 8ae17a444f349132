import type { Plugin } from 'postcss';
import { withTokenValues } from '../design-token-values.ts';

/**
 * Puts the design system's values into the site's style sheets while it is built.
 * @throws where a style sheet names a token that the design system does not have, with the place in it
 */
export const designTokens = (): Plugin => ({
  postcssPlugin: 'design-tokens',
  Declaration(node) {
    if (!node.value.includes('token(')) return;
    try {
      node.value = withTokenValues(node.value);
    } catch (error) {
      throw node.error((error as Error).message);
    }
  },
});
