import { readFileSync } from 'node:fs';
import { withTokenValues } from '../../../src/design-token-values.ts';
import { ownPageSheet } from '../pages/own-page-sheet.ts';

/** What the pages of links add to the site's own style sheets, or, where they say a sentence alone, to its first three. */
export const decisionSheet = (): string => withTokenValues(own());

/** @throws where a sheet names a token that the design system does not have */
export const saidSheet = (): string => ownPageSheet(own());

const own = (): string => readFileSync(new URL('link.css', import.meta.url), 'utf8');
