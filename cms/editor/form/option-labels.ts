import type { components } from '../../../src/schema/body.ts';
import { type ListWords, wordsFor } from '../../../src/schema/taxonomy-words.ts';
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

const lists: readonly ListWords[] = [attachmentKinds, calloutKinds];

/**
 * The words for the identifiers of a closed list, in its order.
 * @throws where the schema has a list that this does not know: its words belong here before it reaches the screen
 */
export const labelledOptions = (ids: readonly string[]): Option[] => {
  const words = wordsFor(ids, lists);
  if (!words) throw new Error(`There are no words for the list ${ids.join(', ')}.`);
  return ids.map((value) => ({ value, label: words[value] ?? value }));
};
