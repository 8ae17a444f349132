import type { PageText } from '../index-files.ts';
import { foldedText } from '../text/letters.ts';
import { type PlacedConcept, shareIn } from './nearest-pages.ts';
import { isProse, type PageNames, type Passage, passagesOf } from './passages.ts';
import type { Wanted } from './question-kinds.ts';

/** Lines that have most of a question: how much of it, and with what tells that they answer it. */
export type BestPassage = { passage: Passage; covers: number; rank: number };

const weights = { wantedPassage: 0.12, prose: 0.08 };

/** What the title of its page says helps a passage this much to be understood as an answer. */
const titleShare = 0.3;

/** A line of the text is shown in place of the summary where it has at least so much of what the summary has. */
const shareOfSummary = 0.8;

/**
 * The passage of a page that has most of a question; what its heading and the title say helps it.
 * @returns null where the page has no text
 */
export function bestPassage(
  text: PageText,
  concepts: readonly PlacedConcept[],
  wanted: Wanted,
  names: PageNames,
): BestPassage | null {
  type Ranked = { passage: Passage; lines: string; rank: number };
  let best: Ranked | null = null;
  let ofText: Ranked | null = null;
  const title = foldedText(text.title);
  for (const passage of passagesOf(text, names)) {
    const lines = foldedText(`${passage.heading}\n${passage.text}`);
    const share = shareIn(lines, concepts);
    const answers = wanted.passage.some((shows) => shows.test(passage.text))
      ? weights.wantedPassage
      : 0;
    const rank = share + answers + (isProse(passage) ? weights.prose : 0);
    if (!best || rank > best.rank) best = { passage, lines, rank };
    if (passage.heading !== '' && (!ofText || rank > ofText.rank))
      ofText = { passage, lines, rank };
  }
  if (!best) return null;
  // A summary says in fewer words that there is an answer, and the question of a scene asks; the text says it.
  const shown = ofText && ofText.rank >= best.rank * shareOfSummary ? ofText : best;
  // Whether it answers is another question than whether it is the best: there, what nobody has counts in full.
  const covers =
    shareIn(shown.lines, concepts, 'rarity') + titleShare * shareIn(title, concepts, 'rarity');
  return { passage: shown.passage, covers: Math.min(1, covers), rank: best.rank };
}
