import { foldedText } from '../text/letters.ts';
import { stemmed } from './english.ts';
import type { Entry, Lexicon } from './lexicon.ts';

/** A shorter word is one letter away from many others. */
const shortest = 4;
const longest = 20;

/**
 * The one known word that a word is a letter away from: 利益相半 → 利益相反. Where several are, nobody can say which is meant.
 * @returns the word as it is known; null where there is none, or where the word itself is known
 */
export function meantBy(word: string, lexicon: Lexicon): string | null {
  const typed = foldedText(word);
  if (typed.length < shortest || typed.length > longest || /[\s\d]/u.test(typed)) return null;
  // English is compared without its endings, as the lexicon has it.
  const alike = stemmed(typed);
  const near = new Map<ReadonlySet<string>, Entry>();
  for (const entry of lexicon.all()) {
    if (entry.form === typed || entry.form === alike) return null;
    if (entry.form.length >= shortest && isOneLetterAway(alike, entry.form)) {
      near.set(entry.forms, entry);
    }
  }
  const [only, ...others] = near.values();
  if (!only || others.length > 0) return null;
  return [...only.forms].find((form) => stemmed(foldedText(form)) === only.form) ?? only.form;
}

/** Whether one letter was put in, left out, taken for another, or changed places with the next. */
function isOneLetterAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = short.slice(same);
  if (long.length > short.length) return long.slice(same + 1) === rest;
  const swapped = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`;
  return (
    long.slice(same + 1) === rest.slice(1) || (rest.length > 1 && long.slice(same) === swapped)
  );
}
