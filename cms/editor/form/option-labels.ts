import type { components } from '../../../src/schema/body.ts';
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
} from '../../../src/schema/taxonomy.ts';
import type { Option } from '../choices.ts';

const attachmentKinds = {
  form: '様式',
  slides: 'スライド',
  document: '文書',
  data: 'データ',
  figure: '図',
  other: 'その他',
};
const calloutKinds = { note: '補足', caution: '注意' } satisfies Record<
  (typeof components.Callout.attributes.kind.oneOf)[number],
  string
>;

const lists: readonly Readonly<Record<string, string>>[] = [
  themes,
  Object.fromEntries(Object.entries(subthemes).map(([id, { label }]) => [id, label])),
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
  attachmentKinds,
  calloutKinds,
];

/**
 * The words for the identifiers of a closed list, in its order.
 * @throws where the schema has a list that this does not know: its words belong here before it reaches the screen
 */
export const labelledOptions = (ids: readonly string[]): Option[] => {
  const words = lists.find((list) => ids.every((id) => Object.hasOwn(list, id)));
  if (!words) throw new Error(`There are no words for the list ${ids.join(', ')}.`);
  return ids.map((value) => ({ value, label: words[value] ?? value }));
};
