import {
  audiences,
  confirmations,
  directions,
  guidelineLevels,
  institutionKinds,
  nameChanges,
  origins,
  reviewBases,
  sessionKinds,
  sourceKinds,
  subthemes,
  themes,
} from '../schema/taxonomy.ts';

const taxonomies: readonly Record<string, string | { label: string }>[] = [
  themes,
  subthemes,
  directions,
  institutionKinds,
  guidelineLevels,
  audiences,
  origins,
  confirmations,
  sourceKinds,
  reviewBases,
  sessionKinds,
  nameChanges,
];

/** The choices of a field as a person reads them: `system（体制・システムの構築）`; bare where they have no label. */
export const labelledChoices = (ids: readonly string[]): string[] => {
  const taxonomy = taxonomies.find((one) => ids.every((id) => Object.hasOwn(one, id)));
  return ids.map((id) => {
    const entry = taxonomy?.[id];
    if (entry === undefined) return id;
    return `${id}（${typeof entry === 'string' ? entry : entry.label}）`;
  });
};
