import type { Option } from '../choices.ts';

/**
 * The options whose label, or what else they are called, has every word that was typed, whatever its width or case, in
 * katakana or hiragana.
 * @param most no more than this many, so that a long list stays quick
 */
export const matching = (options: readonly Option[], typed: string, most: number): Option[] => {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return options
    .filter(({ label, also = [] }) => {
      const called = plain([label, ...also].join('\n'));
      return words.every((word) => called.includes(word));
    })
    .slice(0, most);
};

/** As the search of the site takes letters (src/search/text/letters.ts): hiragana for katakana, か for ヵ and ヶ, no accents. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヴヽヾ]/g, hiragana)
    .replace(/[ヵヶ]/g, 'か');

const hiragana = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - 0x60);
