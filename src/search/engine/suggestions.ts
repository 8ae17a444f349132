import { currentFirst } from '../../rule-editions/current-first.ts';
import { editionStatus, isMarked, readEdition } from '../../rule-editions/edition-status.ts';
import { editionWords } from '../../strings/rule-editions.ts';
import { questionKind, type Scene, type TitleList, type VocabularyTerm } from '../index-files.ts';
import { foldedText } from '../text/letters.ts';

/** What somebody may be about to type, with where it leads. */
export type Suggestion = {
  kind: 'term' | 'scene' | 'question' | 'title';
  text: string;
  /** What else tells it apart: a reading, the word that was matched, the kind of page. */
  note: string;
  url: string;
};

/** Where suggestions are taken from. */
export type SuggestionSources = {
  terms: readonly VocabularyTerm[];
  scenes: readonly Scene[];
  titles: TitleList;
};

const mostTerms = 4;
const mostScenes = 2;
const mostQuestions = 2;

/** 2 where a form begins with what was typed, 1 where it has it inside, 0 where it does not. */
function closeness(form: string, typed: string): number {
  const folded = foldedText(form);
  if (folded.startsWith(typed)) return 2;
  return folded.includes(typed) ? 1 : 0;
}

type Candidate = Suggestion & { closeness: number; edition?: string };

/** The form that is closest to what was typed. */
function closest(forms: readonly string[], typed: string): { form: string; closeness: number } {
  return forms
    .map((form) => ({ form, closeness: closeness(form, typed) }))
    .reduce((best, one) => (one.closeness > best.closeness ? one : best));
}

const best = (candidates: Candidate[], most: number, today: string): Suggestion[] => {
  const sorted = candidates
    .filter((one) => one.closeness > 0)
    .sort((a, b) => b.closeness - a.closeness || a.text.length - b.text.length);
  return currentFirst(sorted, ({ edition }) => readEdition(edition), today)
    .slice(0, most)
    .map(({ closeness: _, edition: _dates, ...suggestion }) => suggestion);
};

/** What a title is: of an edition that is not in force, that first. */
function titleNote({ kind, edition }: TitleList[number], today: string): string {
  const dates = readEdition(edition);
  const status = dates && editionStatus(dates, today);
  return status && isMarked(status) ? `${editionWords.status[status]}・${kind}` : kind;
}

/** Questions that have every word that was typed, wherever it stands in them; the shortest say it best. */
function questionsWith(typed: string, titles: TitleList): Suggestion[] {
  const words = typed.split(/\s/u).map(foldedText).filter(Boolean);
  if (!words.some((word) => word.length > 1)) return [];
  return titles
    .filter(({ kind }) => kind === questionKind)
    .filter(({ title }) => {
      const folded = foldedText(title);
      return words.every((word) => folded.includes(word));
    })
    .sort((a, b) => a.title.length - b.title.length)
    .slice(0, mostQuestions)
    .map(({ title, url }) => ({ kind: 'question', text: title, note: '', url }));
}

/**
 * Suggests glossary terms (by reading too), scenes (by the words people use), questions and titles, in this order.
 * @param today `YYYY-MM-DD`, by which it is judged which edition of a rule is in force
 */
export function suggestions(
  typed: string,
  { terms, scenes, titles }: SuggestionSources,
  limit: number,
  today: string,
): Suggestion[] {
  const folded = foldedText(typed);
  if (folded === '') return [];
  const ofTerms = terms.map(({ term, reading, synonyms, url }): Candidate => {
    const found = closest([term, reading, ...synonyms], folded);
    const note = found.form === term ? reading : found.form;
    return { kind: 'term', text: term, note, url, closeness: found.closeness };
  });
  const ofScenes = scenes.map(({ title, words, url }): Candidate => {
    const found = closest([title, ...words], folded);
    const note = found.form === title ? '' : found.form;
    return { kind: 'scene', text: title, note, url, closeness: found.closeness };
  });
  const first = [
    ...best(ofTerms, mostTerms, today),
    ...best(ofScenes, mostScenes, today),
    ...questionsWith(typed, titles),
  ];
  const known = new Set(first.map(({ url }) => url));
  const ofTitles = titles
    .filter(({ url, kind }) => kind !== questionKind && !known.has(url))
    .map(
      (listed): Candidate => ({
        kind: 'title',
        text: listed.title,
        note: titleNote(listed, today),
        url: listed.url,
        closeness: closeness(listed.title, folded),
        ...(listed.edition ? { edition: listed.edition } : {}),
      }),
    );
  return [...first, ...best(ofTitles, Math.max(0, limit - first.length), today)].slice(0, limit);
}
