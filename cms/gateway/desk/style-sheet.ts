import { readFileSync } from 'node:fs';
import { ownPageSheet } from '../pages/own-page-sheet.ts';

/**
 * The style sheet of the desk: what it takes of the site, and its own parts.
 * @throws where a sheet names a token that the design system does not have
 */
export const deskStyleSheet = (): string => {
  const own = readFileSync(new URL('desk.css', import.meta.url), 'utf8');
  return ownPageSheet(`@layer parts {\n${own}}`, [
    { name: 'frame', layer: 'layout' },
    { name: 'tags', layer: 'parts' },
    { name: 'lists', layer: 'parts' },
  ]);
};
