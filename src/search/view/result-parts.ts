import { element } from '../../dom/element.ts';
import { japaneseDate, westernDate } from '../../formats/japanese-date.ts';
import { readEdition } from '../../rule-editions/edition-status.ts';
import { editionTag } from '../../rule-editions/edition-tag.ts';
import { idOfAddress } from '../../schema/comparison-address.ts';
import { compareButtonWords } from '../../strings/compare.ts';
import type { FacetCounts } from '../engine/facets.ts';
import type { NearQuery } from '../engine/search-engine.ts';
import type { SearchResult } from '../engine/search-response.ts';
import { searchWords as words } from '../words.ts';
import { lacksLine, membersTag } from './near-parts.ts';
import { addressOf, resultsOnPage, type SearchState, withValueToggled } from './search-address.ts';
import { withMarks } from './with-marks.ts';

const asked = (query: string): SearchState => ({
  query,
  filters: {},
  page: 1,
  sort: 'relevance',
  synonyms: true,
});
const linkTo = (state: SearchState, text: string, current = false) =>
  element('a', { href: addressOf(state), 'aria-current': current ? 'true' : undefined }, text);

/** Takes a result into a comparison, where it is an entry that has something in common with others. */
const compareButton = (href: string): Node[] =>
  idOfAddress(href)
    ? [element('button', { type: 'button', class: 'compare tag' }, compareButtonWords.button)]
    : [];

/** The year by our count has a line of its own where there is no room beside the date. */
const datePieces = (date: string): string[] => {
  const western = westernDate(date);
  return [western, japaneseDate(date).slice(western.length)].filter((piece) => piece !== '');
};

/** One result: what it is and when, its title and where the words stand in it, and whose it is. */
export function resultItem(
  result: SearchResult,
  lacking: readonly string[] = [],
  nearTag: Node | null = null,
): HTMLLIElement {
  const { href, titleHtml, excerpt, headings, kind, date, institution, place, sceneWords } = result;
  const { gloss } = result;
  const title = element('h2', {});
  const link = withMarks('a', titleHtml, { href });
  const edition = editionTag(readEdition(result.edition));
  if (edition) title.append(edition, ' ');
  for (const tag of membersTag(result.membersOnly)) title.append(tag, ' ');
  title.append(link);
  if (place) title.append(' ', element('small', {}, place));
  const [, query = ''] = /\?(q=[^#]*)/.exec(href) ?? [];
  return element(
    'li',
    { class: sceneWords ? 'scene' : undefined },
    element(
      'div',
      { class: 'when' },
      ...(kind ? [element('span', {}, kind)] : []),
      ...(date ? datePieces(date).map((piece) => element('span', {}, piece)) : []),
    ),
    element(
      'div',
      {},
      title,
      ...(gloss ? [element('p', { class: 'gloss', lang: 'en' }, gloss)] : []),
      ...(sceneWords?.length ? [element('p', { class: 'for' }, words.sceneFor(sceneWords))] : []),
      withMarks('p', excerpt),
      ...lacksLine(result, lacking),
      ...(headings.length > 0
        ? [
            element(
              'ul',
              {},
              ...headings.map((heading) => {
                const [address = '', anchor = ''] = heading.url.split('#');
                const target = `${address}${query ? `?${query}` : ''}#${anchor}`;
                return element(
                  'li',
                  {},
                  element('a', { href: target }, heading.title),
                  withMarks('span', heading.excerpt),
                );
              }),
            ),
          ]
        : []),
      ...compareButton(href),
    ),
    element('div', { class: 'who' }, institution ?? '', ...(nearTag ? [' ', nearTag] : [])),
  );
}

/** Which synonyms were looked for, and the way to look without them, or with them again. */
export function expandedNotice(state: SearchState, expanded: readonly string[]): Node[] {
  if (!state.synonyms) {
    return [
      element('span', {}, words.notExpanded),
      linkTo({ ...state, synonyms: true, page: 1 }, words.expand),
    ];
  }
  if (expanded.length === 0) return [];
  // A reading is found as well, but is no news to a reader.
  const named = expanded.filter((word) => !/^[\p{Script=Hiragana}ー]+$/u.test(word));
  return [
    element('span', {}, words.expanded(named.length > 0 ? named : expanded)),
    linkTo({ ...state, synonyms: false, page: 1 }, words.onlyTyped),
  ];
}

const valuesShown = 8;

/** The facets with their counts. What is chosen stands first, so that it can be taken back. */
export function facetLists(
  state: SearchState,
  counts: FacetCounts,
  labels: Record<string, string>,
): Node[] {
  return Object.entries(labels).flatMap(([name, label]) => {
    const chosen = state.filters[name] ?? [];
    const tally = { ...Object.fromEntries(chosen.map((value) => [value, 0])), ...counts[name] };
    const values = Object.entries(tally).sort(
      ([a], [b]) => Number(chosen.includes(b)) - Number(chosen.includes(a)),
    );
    if (values.length === 0) return [];
    const items = values.map(([value, count]) =>
      element(
        'li',
        {},
        element(
          'a',
          {
            href: addressOf(withValueToggled(state, name, value)),
            'data-facet': name,
            'data-value': value,
            'aria-current': chosen.includes(value) ? 'true' : undefined,
          },
          element('span', {}, value),
          ' ',
          element('b', {}, String(count)),
        ),
      ),
    );
    const section = element('section', {}, element('h2', {}, label));
    section.append(element('ul', {}, ...items.slice(0, valuesShown)));
    const rest = items.slice(valuesShown);
    if (rest.length > 0) {
      section.append(
        element(
          'details',
          {},
          element('summary', {}, words.more(rest.length)),
          element('ul', {}, ...rest),
        ),
      );
    }
    return [section];
  });
}

/** The chosen values, each a link to the search without it. */
export const chosenValues = (state: SearchState, labels: Record<string, string>): Node[] =>
  Object.entries(state.filters).flatMap(([name, values]) =>
    values.map((value) => {
      const label = `${labels[name] ?? name}：${value}`;
      const href = addressOf(withValueToggled(state, name, value));
      return element('a', { href, 'aria-label': words.remove(label) }, `${label}　×`);
    }),
  );

/** Links to the same results in either order. */
export const sortLinks = (state: SearchState): Node[] =>
  (['relevance', 'date'] as const).map((sort) =>
    linkTo(
      { ...state, sort, page: 1 },
      sort === 'date' ? words.byDate : words.byRelevance,
      state.sort === sort,
    ),
  );

/** How many pages are named on each side of the one that is shown. */
const neighbours = 2;

/** Links to the pages of results: the first, the last, and those around the current one. */
export function pageLinks(state: SearchState, total: number): Node[] {
  const last = Math.ceil(total / resultsOnPage);
  if (last < 2) return [];
  const numbers = Array.from({ length: last }, (_, index) => index + 1).filter(
    (page) => page === 1 || page === last || Math.abs(page - state.page) <= neighbours,
  );
  const items = numbers.flatMap((page, index) => {
    const gap = index > 0 && page - (numbers[index - 1] ?? 0) > 1;
    const item = element(
      'li',
      {},
      element(
        'a',
        {
          href: addressOf({ ...state, page }),
          'aria-label': words.page(page),
          'aria-current': page === state.page ? 'page' : undefined,
        },
        String(page),
      ),
    );
    return gap ? [element('li', { 'aria-hidden': 'true' }, '…'), item] : [item];
  });
  return [
    element('nav', { class: 'pages', 'aria-label': words.pages }, element('ul', {}, ...items)),
  ];
}

/** Words near in meaning to what was typed. */
export const relatedWords = (related: readonly string[]): Node[] =>
  related.length === 0
    ? []
    : [
        element(
          'span',
          { class: 'words' },
          words.related,
          ...related.map((word) => linkTo(asked(word), word)),
        ),
      ];

/** Queries that do find something, with how much. */
export const nearList = (near: readonly NearQuery[]): Node[] =>
  near.length === 0
    ? []
    : [
        element(
          'span',
          { class: 'words' },
          words.near,
          ...near.map((one) => linkTo(asked(one.words), words.nearCount(one.words, one.total))),
        ),
      ];
