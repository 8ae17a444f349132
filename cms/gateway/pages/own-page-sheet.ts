import { readFileSync } from 'node:fs';
import { withTokenValues } from '../../../src/design-token-values.ts';

/** A sheet of the site that a page of the gateway's own takes over. */
type Taken = { readonly name: string; readonly layer: 'layout' | 'parts' };

/**
 * The style sheet of pages that the gateway makes itself: the site's tokens and base as they are, what else they take of
 * the site, and their own parts. The site's built sheet would not do, as its name changes with each build.
 * @param own the text of their own sheet, with its layers
 * @throws where a sheet names a token that the design system does not have
 */
export const ownPageSheet = (
  own: string,
  taken: readonly Taken[] = [{ name: 'frame', layer: 'layout' }],
): string =>
  withTokenValues(
    [
      '@layer reset, tokens, base, layout, parts;',
      `@layer tokens {\n${ofTheSite('tokens')}}`,
      // It names its own layers.
      ofTheSite('base'),
      ...taken.map(({ name, layer }) => `@layer ${layer} {\n${ofTheSite(name)}}`),
      own,
    ].join('\n'),
  );

const ofTheSite = (name: string): string =>
  readFileSync(new URL(`../../../src/layouts/styles/${name}.css`, import.meta.url), 'utf8');
