import { wordsFor } from '../schema/taxonomy-words.ts';

/** The choices of a field as a person reads them: `system（体制・システムの構築）`; bare where they have no label. */
export const labelledChoices = (ids: readonly string[]): string[] => {
  const words = wordsFor(ids);
  return ids.map((id) => (words ? `${id}（${words[id]}）` : id));
};
