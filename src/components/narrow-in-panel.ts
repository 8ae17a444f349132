import {
  type Chosen,
  countWithin,
  type FacetName,
  facetLabels,
  type ListItem,
  matches,
} from '../catalog/facets.ts';
import type { Choice, FilterGroup, FilterView } from '../filter-panel/choice.ts';

/** What the panel needs of the list beside which it stands. */
type List = {
  chosen(): Chosen;
  /** Every item of the list. @throws where it cannot be fetched */
  items(): Promise<readonly ListItem[]>;
  apply(chosen: Chosen): void;
};

/** The facets as they stand on the page, with how many items each of their values would leave. */
function groupsOf(
  links: readonly HTMLAnchorElement[],
  items: readonly ListItem[],
  chosen: Chosen,
): FilterGroup[] {
  const names = new Set(links.map((link) => link.dataset['facet'] as FacetName));
  return [...names].map((name) => {
    const ofFacet = links.filter((link) => link.dataset['facet'] === name);
    const values = ofFacet.map((link) => {
      const value = link.dataset['value'] ?? '';
      const label = link.querySelector('span')?.textContent ?? value;
      return { value, label, count: countWithin(items, chosen, name, value) };
    });
    return { name, label: facetLabels[name], values };
  });
}

/**
 * Shows the button that opens the facets in a panel, where there is no room beside the list. The panel is fetched when
 * it is asked for; where that fails, the facets stand below the list as they do without a script.
 */
export function narrowInPanel(
  root: HTMLElement,
  links: readonly HTMLAnchorElement[],
  list: List,
): void {
  const button = root.querySelector<HTMLButtonElement>('[data-part="filters"]');
  if (!button) return;
  button.hidden = false;
  root.classList.add('has-panel');
  const leaveBelow = () => {
    root.classList.remove('has-panel');
    button.hidden = true;
  };

  const look = async (choice: Choice): Promise<FilterView> => {
    const chosen = choice as Chosen;
    const items = await list.items();
    return {
      groups: groupsOf(links, items, chosen),
      found: items.filter((item) => matches(item, chosen)).length,
    };
  };

  button.addEventListener('click', async () => {
    try {
      const { openFilterPanel } = await import('../filter-panel/filter-panel.ts');
      openFilterPanel({
        choice: list.chosen() as Choice,
        look,
        apply: (choice) => list.apply(choice as Chosen),
      });
    } catch {
      leaveBelow();
      root.querySelector<HTMLElement>('.facets')?.focus();
    }
  });
}
