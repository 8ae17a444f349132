import type { Option } from '../choices.ts';

/**
 * The options whose label has every word that was typed, whatever its width or case.
 * @param most no more than this many, so that a long list stays quick
 */
export const matching = (options: readonly Option[], typed: string, most: number): Option[] => {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return options
    .filter(({ label }) => words.every((word) => plain(label).includes(word)))
    .slice(0, most);
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
