import { inConfidenceCollection, inConfidenceId } from '../../../src/schema/in-confidence.ts';
import type { Draft } from '../decap/draft.ts';

type Fields = Readonly<Record<string, unknown>>;

const told = ({ institution }: Fields): boolean => institution === inConfidenceId;
const says = ({ origin }: Fields): boolean => origin === 'in-confidence';

/** What goes with a choice of 編集部預かり: nobody has confirmed what is nobody's. */
const chosen = { confirmation: 'not-asked' } as const;

/**
 * What has to follow where somebody chose 編集部預かり, or chose something else again: it is one choice, whether it was made
 * at the institution or at the origin. Where an entry is stored already its institution stands, and the origin follows.
 * @param before the fields as they were before the last change
 * @returns only the fields that change
 */
export const followingChoice = (
  { collection, isNew, data }: Pick<Draft, 'collection' | 'isNew' | 'data'>,
  before: Fields,
): Fields => {
  if (collection !== inConfidenceCollection || told(data) === says(data)) return {};
  // The form tells more than choices: what was told of one is not taken for its being taken back.
  if (told(data) === told(before) && says(data) === says(before)) return {};
  if (isNew && says(data) !== says(before)) {
    return says(data) ? { institution: inConfidenceId, ...chosen } : { institution: '' };
  }
  if (told(data)) return { origin: 'in-confidence', ...chosen };
  return told(before) || says(before) ? { origin: 'on-behalf', confirmation: 'confirmed' } : {};
};
