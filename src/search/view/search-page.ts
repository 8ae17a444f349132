import { element, partOf } from '../../dom/element.ts';
import { type NearList, nearList as openNearList } from '../../my-institution/near-list.ts';
import type { NearQuery } from '../engine/search-engine.ts';
import type { SearchResponse, SearchResult } from '../engine/search-response.ts';
import { searchWords as words } from '../words.ts';
import { loadEngine } from './load-engine.ts';
import { missingOn } from './missing.ts';
import { quotesSection, tierNotice } from './near-parts.ts';
import {
  chosenValues,
  expandedNotice,
  facetLists,
  nearList,
  pageLinks,
  relatedWords,
  resultItem,
  sortLinks,
} from './result-parts.ts';
import { addressOf, optionsOf, type SearchState, stateOf } from './search-address.ts';
import { narrowSearchInPanel } from './search-panel.ts';

/** With fewer results than this, other words are offered as well. */
const fewResults = 3;

/** How much was found: both tiers, told apart. */
const foundWords = ({ exactTotal, nearTotal }: SearchResponse): string => {
  if (exactTotal === 0) return words.tier.found(nearTotal);
  return nearTotal === 0 ? words.found(exactTotal) : words.tier.foundBoth(exactTotal, nearTotal);
};

/** So much of a question names the page; one that was pasted whole stands in the box. */
const longestInHeading = 60;
const shortened = (query: string): string =>
  query.length > longestInHeading ? `${query.slice(0, longestInHeading)}…` : query;

/** The results, with a line between those that have every word and those that have only some. */
function resultItems(
  results: readonly SearchResult[],
  lacking: readonly string[],
  exactTotal: number,
  nearTotal: number,
  order: NearList,
): Node[] {
  const firstNear = results.findIndex(({ match }) => match === 'partial');
  return results.flatMap((result, place) => {
    const item = resultItem(result, exactTotal === 0 ? lacking : [], order.tag(result));
    if (exactTotal === 0 || place !== firstNear) return [item];
    return [
      element('li', { class: 'tier-line' }, element('h2', {}, words.tier.below(nearTotal))),
      item,
    ];
  });
}

/** The parts that an answer fills, or leaves out. */
const changing = [
  'unavailable',
  'english',
  'quotes',
  'tier',
  'sort',
  'chosen',
  'expanded',
  'nothing',
  'results',
  'pages',
  'related',
  'facets',
];

/**
 * The page of results. The address holds the whole search, so that it can be kept, sent and gone back to;
 * every control is a link to another address, which this script follows without leaving the page.
 */
export function showSearchPage(root: HTMLElement): void {
  const folder = root.dataset['searchPage'] ?? '/search/';
  const facets = JSON.parse(root.dataset['facets'] ?? '{}') as Record<string, string>;
  const part = (name: string) => partOf(root, name);
  const box = root.querySelector('form') as HTMLFormElement;
  const input = box.querySelector('input') as HTMLInputElement;
  const siteTitle = document.title;
  const title = part('heading').textContent ?? '';
  const siteRoot = folder.replace(/search\/$/, '');
  const missing = missingOn(root);
  let asked = 0;

  const show = (name: string, ...children: (Node | string)[]) => {
    part(name).replaceChildren(...children);
    part(name).hidden = children.length === 0;
  };
  const blank = () => {
    for (const name of changing) show(name);
    missing.hide();
    part('near-line').hidden = true;
    part('status').textContent = '';
  };

  const showUnavailable = () => {
    blank();
    part('filters').hidden = true;
    show('unavailable', words.unavailable);
    part('start').hidden = true;
    part('browse').hidden = false;
  };

  const showAnswer = (
    state: SearchState,
    answer: SearchResponse,
    near: NearQuery[],
    order: NearList,
  ) => {
    const { query } = state;
    const { total, exactTotal, nearTotal, results, lacking } = answer;
    blank();
    const isNothing = total === 0;
    if (!isNothing) {
      part('status').replaceChildren(
        element('span', { class: 'visually-hidden' }, words.resultsOf(query)),
        foundWords(answer),
      );
    }
    show('english', ...(answer.inEnglish && !isNothing ? [words.tier.english] : []));
    show('quotes', ...quotesSection(answer.quotes));
    show('expanded', ...expandedNotice(state, answer.expanded));
    show('chosen', ...chosenValues(state, facets));
    if (exactTotal === 0 && query !== '') missing.offer(query);
    if (isNothing) {
      const hasFilters = Object.keys(state.filters).length > 0;
      if (!hasFilters && !answer.tooLong) missing.tell(query);
      show(
        'nothing',
        element('p', { role: 'status' }, answer.tooLong ? words.tooLong : words.nothing(query)),
        ...(hasFilters
          ? [
              element(
                'p',
                {},
                words.nothingWithFilters,
                element(
                  'a',
                  { href: addressOf({ ...state, filters: {}, page: 1 }) },
                  words.clearFilters,
                ),
              ),
            ]
          : []),
        ...nearList(near),
        ...relatedWords(answer.related),
      );
    } else {
      show('sort', ...sortLinks(state));
      show('tier', ...tierNotice(query, answer, siteRoot));
      show('results', ...resultItems(results, lacking, exactTotal, nearTotal, order));
      // Near answers and the order by date are put in order by nothing else.
      part('near-line').hidden = exactTotal === 0 || state.sort === 'date';
      order.say(results, false);
      show('pages', ...pageLinks(state, exactTotal + nearTotal));
      show('related', ...relatedWords(answer.related), ...nearList(near));
      show('facets', ...facetLists(state, answer.facets, facets));
      part('filters').hidden = part('facets').hidden;
    }
    // It has the focus where the panel narrowed the search, so it is not hidden in between.
    part('filters').hidden = part('facets').hidden;
    part('start').hidden = true;
    part('browse').hidden = !isNothing;
  };

  const showStart = () => {
    blank();
    part('filters').hidden = true;
    part('start').hidden = false;
    part('browse').hidden = false;
  };

  const update = async () => {
    asked += 1;
    const mine = asked;
    const state = stateOf(location.search, Object.keys(facets));
    input.value = state.query;
    const values = Object.values(state.filters).flat();
    const isAsked = state.query !== '' || values.length > 0;
    const heading = isAsked ? words.heading(shortened(state.query), values) : title;
    part('heading').textContent = heading;
    part('heading').classList.toggle('asked', isAsked);
    document.title = isAsked ? `${words.numbered(heading, state.page)}｜${siteTitle}` : siteTitle;
    if (!isAsked) return showStart();
    part('status').textContent = words.searching;
    try {
      const engine = await loadEngine(folder);
      const order = openNearList(part('near-line'));
      const answer = await engine.search(state.query, { ...optionsOf(state), near: order.place });
      const near =
        answer.exactTotal < fewResults && answer.nearTotal === 0
          ? await engine.near(state.query)
          : [];
      if (mine === asked) showAnswer(state, answer, near, order);
    } catch (error) {
      console.error(error);
      if (mine === asked) showUnavailable();
    }
  };

  const go = async (search: string) => {
    history.pushState(null, '', folder + search);
    await update();
  };
  root.addEventListener('click', async (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
    const isPlain = !event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0;
    if (!link || !isPlain) return;
    event.preventDefault();
    const { facet, value } = link.dataset;
    part('status').scrollIntoView({ block: 'nearest' });
    await go(link.getAttribute('href') ?? '');
    // What was pressed is written anew: the focus stays on the same value, or goes to what was found.
    const same = [...part('facets').querySelectorAll<HTMLElement>('[data-facet]')].find(
      (one) => one.dataset['facet'] === facet && one.dataset['value'] === value,
    );
    (same ?? part('status')).focus({ preventScroll: true });
  });
  narrowSearchInPanel(part('filters'), facets, () => ({
    folder,
    state: stateOf(location.search, Object.keys(facets)),
    go,
  }));
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search-box]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const query = form.querySelector('input')?.value ?? '';
      const { place = '' } = stateOf(location.search, []);
      const fresh = { filters: {}, page: 1, sort: 'relevance', synonyms: true } as const;
      void go(addressOf({ query, place, ...fresh }));
    });
  }
  addEventListener('popstate', () => void update());
  void update();
}
