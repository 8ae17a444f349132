import type { Selected } from '../body/snippets.ts';
import { type Clip, mostCharacters } from './clip.ts';
import type { PasteBox } from './paste-box.ts';

/** Where a paste goes. */
export type PastePlace = {
  /**
   * Makes room for the form of a paste; null where somebody changed the words that stand there for it.
   * `hasWords`: they are what is selected; else it is what was selected before, and one undo takes back what is put there.
   */
  free(): { selected: Selected; hasWords: boolean } | null;
  /** Whether its words stand in the box already. */
  readonly hasWords: boolean;
};

/** The place of a paste that nothing stands for: the selection. */
export const atSelection = (box: PasteBox): PastePlace => ({
  free: () => ({ selected: box.selected(), hasWords: false }),
  hasWords: false,
});

/**
 * Puts the words of a copy into the box in the moment in which they are pasted, as the browser itself would: until whatever
 * reads its form is there, the page may go, or the person to another entry, and words that stand in no box are kept nowhere.
 */
export const putWordsAtOnce = (clip: Clip, box: PasteBox): PastePlace => {
  const words = wordsOf(clip);
  if (words === '' || clip.html.length + clip.text.length > mostCharacters) return atSelection(box);
  const before = box.selected();
  box.type({ from: before.start, to: before.end, by: words });
  const after = box.selected().text;
  const edits = box.edits();
  /** Whether the browser took back exactly these words, where nothing else was written since, in any box. */
  const areTakenBack = (): boolean => {
    if (box.selected().text !== after || box.edits() !== edits) return false;
    box.undo();
    const { text } = box.selected();
    if (text === before.text) return true;
    // It took what was typed before along.
    if (text !== after) box.redo();
    return false;
  };
  return {
    hasWords: true,
    free() {
      if (areTakenBack()) {
        const { start, end } = before;
        return { selected: { ...box.selected(), start, end }, hasWords: false };
      }
      const selected = box.selected();
      const from = placeOf(words, selected.text, before.start);
      if (from === null) return null;
      return { selected: { ...selected, start: from, end: from + words.length }, hasWords: true };
    },
  };
};

/** The words of a copy as a browser pastes them; empty where it has none. */
export const wordsOf = ({ text }: Pick<Clip, 'text'>): string =>
  text.trim() === '' ? '' : text.replace(/\r\n?/g, '\n').trimEnd();

/** Where words stand that were put in at a place: what was written before them since has moved them along. */
const placeOf = (words: string, text: string, put: number): number | null => {
  if (text.startsWith(words, put)) return put;
  const first = text.indexOf(words);
  return first !== -1 && text.indexOf(words, first + 1) === -1 ? first : null;
};
