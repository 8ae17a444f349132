import { type Unit, units } from './letters.ts';
import { encode, endOfRun } from './token-alphabet.ts';

/**
 * The words of the index. Each unit of a text gives one token: itself together with the unit that follows it,
 * 利益・益相・相反・反 for 利益相反 and 2015年・年度・度 for 2015年度. So a token's place is its unit's place, a row of
 * tokens in a row of places is that very text, and a single letter is the beginning of every token it opens.
 */

const written = ({ kind, text }: Unit) =>
  kind === 'character' ? encode(text) : encode(text) + endOfRun;

/** The tokens of a text, one for each unit. Nothing reaches across punctuation. */
export function tokens(text: string): string[] {
  const row = units(text);
  return row.map((unit, index) => {
    const next = row[index + 1];
    return next && next.before !== 'apart' ? written(unit) + written(next) : written(unit);
  });
}

/**
 * What to look up for a text: tokens that stand in a row (`row`), and the beginning of a token (`beginning`)
 * where the text is a single letter or word, or ends in one that punctuation parts from the rest.
 */
export type Lookup = { row: string[]; beginning: string | undefined };

/**
 * Plans the lookup of a text.
 * `whole`: a single word of Latin letters must be the whole word, so that COI does not bring COIN.
 * A number is always whole: 27 is not the beginning of 270.
 */
export function lookupOf(text: string, whole: boolean): Lookup {
  const row = units(text);
  const last = row.at(-1);
  if (!last) return { row: [], beginning: undefined };
  const all = tokens(text);
  if (row.length > 1 && last.before !== 'apart') {
    return { row: all.slice(0, -1), beginning: undefined };
  }
  const open = last.kind === 'letters' && !whole;
  return { row: all.slice(0, -1), beginning: open ? encode(last.text) : written(last) };
}
