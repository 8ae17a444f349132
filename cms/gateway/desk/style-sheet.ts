import { readFileSync } from 'node:fs';
import { withTokenValues } from '../../../src/design-token-values.ts';

/** The site's own sheets that the desk is dressed in, by the layer that site.css puts them in. */
const siteSheets = [
  { name: 'tokens', layer: 'tokens' },
  // It names its own layers.
  { name: 'base', layer: null },
  { name: 'frame', layer: 'layout' },
  { name: 'tags', layer: 'parts' },
  { name: 'lists', layer: 'parts' },
] as const;

/**
 * The style sheet of the desk: tokens, base and frame of the site as they are, and the desk's own parts.
 * The site's built sheet would not do, as its name changes with each build.
 * @throws where a sheet names a token that the design system does not have
 */
export const deskStyleSheet = (): string => {
  const site = siteSheets.map(({ name, layer }) => {
    const sheet = read(`../../../src/layouts/styles/${name}.css`);
    return layer ? `@layer ${layer} {\n${sheet}}` : sheet;
  });
  const whole = [
    '@layer reset, tokens, base, layout, parts;',
    ...site,
    `@layer parts {\n${read('desk.css')}}`,
  ].join('\n');
  return withTokenValues(whole);
};

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
