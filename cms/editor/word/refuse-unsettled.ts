import type { OfficePackage } from '../../../src/attachments/office/open-package.ts';
import type { Relationships } from '../../../src/attachments/office/relationships.ts';
import type { Styles } from '../../../src/attachments/office/word/styles.ts';
import { findUnsettled, storiesOf } from '../../../src/attachments/office/word/unsettled.ts';
import { WordRefusal } from './open-word.ts';
import { isUnsettled, type UnsettledKind, unsettledSentence } from './sentences.ts';

/**
 * Stops where a file holds what its readers are not meant to see: tracked changes, comments and hidden text, also
 * in notes, headers and footers.
 * @param relationships those of the document
 * @throws {WordRefusal} that tells where they are and how to settle them in Word
 */
export const refuseUnsettled = (
  word: OfficePackage,
  relationships: Relationships,
  styles: Styles,
): void => {
  const found = new Map<UnsettledKind, string[]>();
  findUnsettled(word, storiesOf(word, relationships, styles), (kind, place = '') => {
    if (isUnsettled(kind)) found.set(kind, [...(found.get(kind) ?? []), place]);
  });
  if (found.size > 0) throw new WordRefusal(unsettledSentence(found));
};
