import {
  audiences,
  confirmations,
  directions,
  guidelineLevels,
  institutionKinds,
  kitAspects,
  lawImpacts,
  nameChanges,
  origins,
  reviewBases,
  sessionKinds,
  sizeMeasures,
  sourceKinds,
  studies,
  subthemes,
  themes,
} from './taxonomy.ts';

/** Identifiers of a closed list, and the words for them on the screen. */
export type ListWords = Readonly<Record<string, string>>;

const taxonomies: readonly ListWords[] = [
  themes,
  Object.fromEntries(Object.entries(subthemes).map(([id, { label }]) => [id, label])),
  directions,
  institutionKinds,
  lawImpacts,
  guidelineLevels,
  audiences,
  origins,
  confirmations,
  sourceKinds,
  reviewBases,
  sessionKinds,
  nameChanges,
  kitAspects,
  sizeMeasures,
  studies,
];

/** The first list that has words for all of the identifiers, sought among the taxonomies and then among `others`. */
export const wordsFor = (
  ids: readonly string[],
  others: readonly ListWords[] = [],
): ListWords | undefined =>
  [...taxonomies, ...others].find((list) => ids.every((id) => Object.hasOwn(list, id)));
