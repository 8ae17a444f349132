import type { Choice, FilterGroup, FilterView } from '../../filter-panel/choice.ts';
import type { FacetCounts } from '../engine/facets.ts';
import { loadEngine } from './load-engine.ts';
import { addressOf, optionsOf, type SearchState } from './search-address.ts';

/** The search that the panel narrows, at the moment when it is opened. */
type Search = {
  /** The path of /search/ under the site's base path. */
  folder: string;
  state: SearchState;
  go(search: string): Promise<void>;
};

/** The facets of an answer as a panel lists them, with the values that are chosen though nothing has them. */
export function panelGroups(
  counts: FacetCounts,
  choice: Choice,
  labels: Readonly<Record<string, string>>,
): FilterGroup[] {
  return Object.entries(labels).map(([name, label]) => {
    const chosen = (choice[name] ?? []).map((value) => [value, 0] as const);
    const all = { ...Object.fromEntries(chosen), ...counts[name] };
    return {
      name,
      label,
      values: Object.entries(all).map(([value, count]) => ({ value, label: value, count })),
    };
  });
}

/**
 * Lets a button open the facets of the results in a panel, which is fetched when it is asked for.
 * @param labels the facets and what they are called, in the order of the page
 */
export function narrowSearchInPanel(
  button: HTMLElement,
  labels: Readonly<Record<string, string>>,
  search: () => Search,
): void {
  button.addEventListener('click', async () => {
    const { openFilterPanel } = await import('../../filter-panel/filter-panel.ts');
    const { folder, state, go } = search();
    const narrowed = (choice: Choice): SearchState => ({
      ...state,
      page: 1,
      filters: Object.fromEntries(
        Object.entries(choice).map(([name, values]) => [name, [...values]]),
      ),
    });
    const look = async (choice: Choice): Promise<FilterView> => {
      const { search: find } = await loadEngine(folder);
      const { total, facets } = await find(state.query, optionsOf(narrowed(choice)));
      return { groups: panelGroups(facets, choice, labels), found: total };
    };
    openFilterPanel({
      choice: state.filters,
      look,
      apply: (choice) => void go(addressOf(narrowed(choice))),
    });
  });
}
