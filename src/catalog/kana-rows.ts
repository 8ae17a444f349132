/** The rows of the 五十音, by the first letter of a reading in hiragana; ゔ stands in あ. */
const rows = [
  { id: 'a', label: 'あ', letters: /^[ぁ-おゔ]/ },
  { id: 'ka', label: 'か', letters: /^[か-ご]/ },
  { id: 'sa', label: 'さ', letters: /^[さ-ぞ]/ },
  { id: 'ta', label: 'た', letters: /^[た-ど]/ },
  { id: 'na', label: 'な', letters: /^[な-の]/ },
  { id: 'ha', label: 'は', letters: /^[は-ぽ]/ },
  { id: 'ma', label: 'ま', letters: /^[ま-も]/ },
  { id: 'ya', label: 'や', letters: /^[ゃ-よ]/ },
  { id: 'ra', label: 'ら', letters: /^[ら-ろ]/ },
  { id: 'wa', label: 'わ', letters: /^[ゎ-ん]/ },
] as const;

/** What begins with the sounds of one row of kana. */
export type KanaRow<T> = { id: string; label: string; items: T[] };

/**
 * Puts items into the ten rows of the 五十音, in the order they come in. Rows may be empty;
 * what has no reading stands in a last row その他, which is there only when needed.
 */
export function kanaRows<T>(
  items: readonly T[],
  readingOf: (item: T) => string | undefined,
): KanaRow<T>[] {
  const filled = rows.map(({ id, label, letters }) => ({
    id,
    label: label as string,
    items: items.filter((item) => letters.test(readingOf(item) ?? '')),
  }));
  const placed = new Set(filled.flatMap((row) => row.items));
  const rest = items.filter((item) => !placed.has(item));
  return rest.length > 0 ? [...filled, { id: 'other', label: 'その他', items: rest }] : filled;
}
