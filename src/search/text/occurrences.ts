import { type Folded, fold, foldedText, kindOf } from './letters.ts';

/** What is to be found in a text. */
export type Sought = {
  text: string;
  /** A single Latin word must be the whole word. */
  whole: boolean;
};

/** A stretch of a text as written, and which of the sought texts it is. */
export type Occurrence = { start: number; end: number; sought: number };

/** Whether a word of letters or digits goes on across a place of a folded text. */
function goesOn(text: string, place: number): boolean {
  const kind = kindOf(text[place - 1] ?? '');
  return kind !== undefined && kind !== 'character' && kind === kindOf(text[place] ?? '');
}

/**
 * Finds texts in a text, by the letters that search compares, as the index finds them. In order of place.
 * A word of which only the beginning is sought is found whole.
 */
export function occurrences(text: string | Folded, sought: readonly Sought[]): Occurrence[] {
  const folded = typeof text === 'string' ? fold(text) : text;
  const found: Occurrence[] = [];
  for (const [index, { text: one, whole }] of sought.entries()) {
    const letters = foldedText(one);
    if (letters === '') continue;
    const isOneWord = [...letters].every((letter) => kindOf(letter) === 'letters');
    const open = isOneWord && !whole;
    for (
      let at = folded.text.indexOf(letters);
      at >= 0;
      at = folded.text.indexOf(letters, at + letters.length)
    ) {
      const after = at + letters.length;
      if (goesOn(folded.text, at) || (!open && goesOn(folded.text, after))) continue;
      found.push({
        start: folded.starts[at] ?? 0,
        end: folded.ends[after - 1] ?? 0,
        sought: index,
      });
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether a folded text has a folded one in it, as whole words where it is words: quicker than to find every place. */
export function hasFolded(text: string, letters: string): boolean {
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
    if (!goesOn(text, at) && !goesOn(text, at + letters.length)) return true;
  }
  return false;
}
