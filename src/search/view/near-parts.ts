import { element } from '../../dom/element.ts';
import { japaneseDate } from '../../formats/japanese-date.ts';
import { readEdition } from '../../rule-editions/edition-status.ts';
import { editionTag } from '../../rule-editions/edition-tag.ts';
import type { Quote, SearchResponse, SearchResult } from '../engine/search-response.ts';
import { searchWords } from '../words.ts';
import { withMarks } from './with-marks.ts';

const words = searchWords.tier;

/** A query of so many letters in one piece, or one with the signs of sentences in it, was put as a sentence. */
const shortestSentence = 12;
const isSentence = (query: string): boolean => {
  const text = query.trim();
  if (/\s/u.test(text)) return /[。？?]|(?:\w+ ){3}/u.test(text);
  return text.length >= shortestSentence;
};

/** Where no lines have more of a question than this, saying that pages are near would promise too much. */
const leastToAnswer = 0.35;

/** What stands above near pages: what they are, and what none of them has. */
export function tierNotice(query: string, answer: SearchResponse, siteRoot: string): Node[] {
  if (answer.nearTotal === 0) return [];
  if (answer.exactTotal > 0) return [];
  if (answer.corrected) return [element('h2', {}, words.corrected(query, answer.corrected))];
  const asked = isSentence(query);
  const someHasAll = answer.results.some(({ missing }) => missing.length === 0);
  if (asked && answer.covers < leastToAnswer) {
    return [
      element('h2', {}, words.notAnswered),
      element(
        'p',
        {},
        words.notAnsweredLead,
        ' ',
        element('a', { href: `${siteRoot}scenes/` }, words.scenes),
        ' ',
        element('a', { href: `${siteRoot}how-to-take-part/` }, words.takePart),
      ),
    ];
  }
  return [
    element('h2', {}, someHasAll ? words.notAsWritten : words.notAll),
    ...(answer.lacking.length > 0 ? [element('p', {}, words.noneHas(answer.lacking))] : []),
  ];
}

/** What a near page lacks beside what all of them lack. */
export function lacksLine({ missing, match }: SearchResult, lacking: readonly string[]): Node[] {
  if (match === 'exact') return [];
  const own = missing.filter((word) => !lacking.includes(word));
  if (own.length === 0) return [];
  return [
    element('p', { class: 'lacks' }, lacking.length > 0 ? words.alsoLacks(own) : words.lacks(own)),
  ];
}

/** What a quote is out of: words of an older edition say so, and those that only members of the network read. */
const tagsOf = ({ edition, membersOnly }: Quote): Node[] => {
  const tag = editionTag(readEdition(edition));
  return [...(tag ? [tag] : []), ...membersTag(membersOnly)];
};

/** The mark of what the public edition doesn't have, as MembersOnlyTag.astro sets it. */
export const membersTag = (mark: string | undefined): Node[] =>
  mark ? [element('span', { class: 'tag members-only' }, mark)] : [];

/** What is written of a question, in the words of the pages. */
export function quotesSection(quotes: readonly Quote[]): Node[] {
  if (quotes.length === 0) return [];
  const { title, undated, whose } = searchWords.quotes;
  return [
    element('h2', {}, title),
    ...quotes.map((quote) =>
      element(
        'figure',
        { class: 'quote' },
        withMarks('blockquote', quote.html),
        element(
          'figcaption',
          {},
          ...(quote.institution ? [element('b', {}, quote.institution)] : []),
          element('span', {}, quote.date ? japaneseDate(quote.date) : undated),
          ...tagsOf(quote),
          element(
            'a',
            { href: quote.href },
            quote.heading && quote.heading !== quote.title
              ? `${quote.title}：${quote.heading}`
              : quote.title,
          ),
        ),
      ),
    ),
    element('p', { class: 'whose' }, whose),
  ];
}
