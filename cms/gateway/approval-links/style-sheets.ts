import { readFileSync } from 'node:fs';
import { withTokenValues } from '../../../src/design-token-values.ts';

/** What the pages of links add to the site's own style sheets, or, where they say a sentence alone, to its first three. */
export const decisionSheet = (): string => withTokenValues(own());

/** @throws where a sheet names a token that the design system does not have */
export const saidSheet = (): string =>
  withTokenValues(
    [
      '@layer reset, tokens, base, layout, parts;',
      `@layer tokens {\n${ofTheSite('tokens')}}`,
      // It names its own layers.
      ofTheSite('base'),
      `@layer layout {\n${ofTheSite('frame')}}`,
      own(),
    ].join('\n'),
  );

const ofTheSite = (name: string): string => read(`../../../src/layouts/styles/${name}.css`);
const own = (): string => read('link.css');
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
