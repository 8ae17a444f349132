import type { AnswerWords, Vocabulary } from '../index-files.ts';
import { foldedText } from '../text/letters.ts';
import { stemmed } from './english.ts';
import { inflections } from './inflections.ts';

/** What is known of a word: everything that means the same, in letters as written. */
export type Entry = {
  /** Folded, as it is looked for in a question. */
  form: string;
  /** Every way to say it, this one included. */
  forms: ReadonlySet<string>;
  /** Those of them that only a question in English looks for: pages are in Japanese. */
  english: ReadonlySet<string>;
  /** Short for something longer, as 京大: no part of another word. */
  isAbbreviation: boolean;
  /** The verb of which this is the beginning of a form: 送る of 送っ. */
  verb: string | null;
};

/** The words that the site knows more of than their letters. */
export type Lexicon = {
  /** The entries that begin with a letter, the longest first. */
  startingWith(letter: string): readonly Entry[];
  all(): Iterable<Entry>;
};

/** Names of universities and ministries as people say them. */
const abbreviation = /^[\p{Script=Han}]{1,3}[大専省庁研]$/u;

/** Brings glossary, rings, spellings and scenes together. A form that several of them have means what all of them say. */
export function lexiconOf(
  { terms, scenes }: Vocabulary,
  { rings, okurigana, english }: AnswerWords,
  institutions: readonly string[],
): Lexicon {
  const names = new Map(english);
  const meanings = new Map<
    string,
    Omit<Entry, 'form'> & { forms: Set<string>; english: Set<string> }
  >();
  const add = (forms: readonly string[], english: readonly string[] = [], mayShorten = false) => {
    const all = [...forms, ...english];
    const said = all.flatMap((form) => [
      { form, verb: null },
      ...inflections(form).map((begun) => ({ form: begun, verb: form })),
    ]);
    for (const { form, verb } of said) {
      const key = isEnglish(form) ? stemmed(foldedText(form)) : foldedText(form);
      if (key.length < 2) continue;
      const meaning = meanings.get(key) ?? {
        forms: new Set(),
        english: new Set(),
        isAbbreviation: false,
        verb,
      };
      for (const one of all) meaning.forms.add(one);
      for (const one of english) meaning.english.add(one);
      meaning.isAbbreviation ||= mayShorten && abbreviation.test(form);
      // What is a word by itself is no form of another.
      if (verb === null) meaning.verb = null;
      meanings.set(key, meaning);
    }
  };
  for (const { url, term, reading, synonyms } of terms) {
    const name = names.get(url);
    add([term, reading, ...synonyms], name ? [name] : []);
  }
  for (const ring of rings) add(ring.members, ring.english, true);
  for (const spellings of okurigana) add(spellings);
  for (const { words } of scenes) for (const word of words) add([word]);
  for (const name of institutions) add([name]);

  const byFirst = new Map<string, Entry[]>();
  for (const [form, meaning] of meanings) {
    const first = form[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { form, ...meaning }]);
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.form.length - a.form.length);
  const entries = [...byFirst.values()].flat();
  return { startingWith: (letter) => byFirst.get(letter) ?? [], all: () => entries };
}

const isEnglish = (form: string): boolean => /^[\p{Script=Latin}\d\s'’.,&/-]+$/u.test(form);
