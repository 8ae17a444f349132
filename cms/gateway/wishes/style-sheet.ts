import { readFileSync } from 'node:fs';
import { withTokenValues } from '../../../src/design-token-values.ts';
import { deskStyleSheet } from '../desk/style-sheet.ts';

/** The style sheet of these pages: that of the desk, and what they add. @throws where it names a token that there is not */
export const wishesStyleSheet = (): string => {
  const own = readFileSync(new URL('wishes.css', import.meta.url), 'utf8');
  return `${deskStyleSheet()}\n@layer parts {\n${withTokenValues(own)}}`;
};
