import {
  type Chosen,
  type FacetName,
  facetLabels,
  facetNames,
  type ListItem,
  matches,
  pageSize,
} from '../catalog/facets.ts';
import { japaneseDate, westernDate } from '../formats/japanese-date.ts';
import { editionTag } from '../rule-editions/edition-tag.ts';
import { subthemeColour } from '../schema/taxonomy.ts';
import { listWords } from './words.ts';

/** What /{list}/index.json holds: every item of the list, and the words for the values of its facets. */
export type ListIndex = {
  items: readonly ListItem[];
  labels: Partial<Record<FacetName, Record<string, string>>>;
};

type State = { chosen: Chosen; page: number };

const stateOf = (query: URLSearchParams): State => {
  const chosen: Chosen = {};
  for (const facet of facetNames) {
    const values = query.getAll(facet);
    if (values.length > 0) chosen[facet] = values;
  }
  return { chosen, page: Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1) };
};

const addressOf = (list: string, { chosen, page }: State): string => {
  const query = new URLSearchParams();
  for (const facet of facetNames)
    for (const value of chosen[facet] ?? []) query.append(facet, value);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `${list}?${text}` : list;
};

const toggled = (chosen: Chosen, facet: FacetName, value: string): Chosen => {
  const values = chosen[facet] ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return { ...chosen, [facet]: next };
};

/**
 * Lets a reader combine facets without leaving the page. Without this script every facet is a link to a page of
 * its own; with it the same links lead to combinations, which the address holds.
 * The index is fetched when the first combination is asked for, not before.
 */
export function narrowList(root: HTMLElement): void {
  const list = root.dataset['list'] ?? '';
  const indexAddress = root.dataset['index'] ?? '';
  const part = <T extends HTMLElement>(name: string) =>
    root.querySelector<T>(`[data-part="${name}"]`);
  const links = [...root.querySelectorAll<HTMLAnchorElement>('a[data-facet]')];
  const pageOfItsOwn = stateOf(new URLSearchParams());
  pageOfItsOwn.chosen = JSON.parse(root.dataset['chosen'] ?? '{}') as Chosen;

  let index: Promise<ListIndex> | undefined;
  const read = () => {
    index ??= fetch(indexAddress).then((response) => {
      if (!response.ok) throw new Error(String(response.status));
      return response.json() as Promise<ListIndex>;
    });
    return index;
  };

  const row = (item: ListItem, labels: ListIndex['labels']): Node => {
    const template = part<HTMLTemplateElement>('row') as unknown as HTMLTemplateElement;
    const copy = template.content.cloneNode(true) as DocumentFragment;
    const set = (selector: string, text: string) => {
      const target = copy.querySelector(selector);
      if (target) target.textContent = text;
    };
    const western = item.asOf ? westernDate(item.asOf) : listWords.unknownYear;
    set('.when span:first-child', western);
    set('.when span:last-child', item.asOf ? japaneseDate(item.asOf).slice(western.length) : '');
    const link = copy.querySelector('h3 a') as HTMLAnchorElement;
    link.href = item.address;
    link.textContent = item.title;
    copy.querySelector('h3 .edition')?.remove();
    const edition = editionTag(item.edition);
    if (edition) link.before(edition, ' ');
    set('h3 + p', item.summary);
    set('.who span:first-child', item.institution);
    set('.who span:last-child', item.kind);
    const tags = copy.querySelector('.tags') as HTMLElement;
    const showsBadge = tags.querySelector('.plain') !== null;
    tags.replaceChildren();
    const tag = (text: string, kind: string) => {
      const element = document.createElement('span');
      element.className = `tag ${kind}`;
      element.textContent = text;
      tags.append(element, ' ');
    };
    if (item.selected) tag(listWords.selected, 'chosen');
    if (showsBadge) tag(item.badge, 'plain');
    for (const value of item.facets.subtheme) {
      if (value !== 'common') tag(labels.subtheme?.[value] ?? value, subthemeColour(value));
    }
    for (const value of item.facets.direction) tag(labels.direction?.[value] ?? value, 'dir');
    return copy;
  };

  const show = async (state: State): Promise<void> => {
    let items: readonly ListItem[];
    let labels: ListIndex['labels'];
    try {
      ({ items, labels } = await read());
    } catch {
      index = undefined;
      const count = part('count');
      if (count) count.textContent = listWords.unavailable;
      return;
    }
    const found = items.filter((item) => matches(item, state.chosen));
    const last = Math.max(1, Math.ceil(found.length / pageSize));
    const page = Math.min(state.page, last);
    const { chosen } = state;

    part('count')?.replaceChildren(listWords.count(found.length));
    part('rows')?.replaceChildren(
      ...found.slice((page - 1) * pageSize, page * pageSize).map((item) => row(item, labels)),
    );
    part('empty')?.toggleAttribute('hidden', found.length > 0);
    showChosen(chosen, labels);
    showPages(chosen, page, last);
    for (const link of links) {
      const facet = link.dataset['facet'] as FacetName;
      const value = link.dataset['value'] ?? '';
      // What is chosen within the same facet widens the list, so a count leaves that facet out.
      const others = { ...chosen, [facet]: [value] };
      const count = items.filter((item) => matches(item, others)).length;
      link.querySelector('b')?.replaceChildren(String(count));
      link.toggleAttribute('data-empty', count === 0);
      const isChosen = chosen[facet]?.includes(value) === true;
      if (isChosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      link.href = addressOf(list, { chosen: toggled(chosen, facet, value), page: 1 });
    }
  };

  const showChosen = (chosen: Chosen, labels: ListIndex['labels']): void => {
    const group = part('chosen');
    const chips = facetNames.flatMap((facet) =>
      (chosen[facet] ?? []).map((value) => {
        const chip = document.createElement('a');
        const label = `${facetLabels[facet]}：${labels[facet]?.[value] ?? value}`;
        chip.href = addressOf(list, { chosen: toggled(chosen, facet, value), page: 1 });
        chip.setAttribute('aria-label', listWords.remove(label));
        chip.textContent = `${label}　×`;
        return chip;
      }),
    );
    group?.replaceChildren(...chips);
    group?.toggleAttribute('hidden', chips.length === 0);
  };

  const showPages = (chosen: Chosen, current: number, last: number): void => {
    const pages = part('pages');
    if (last === 1) {
      pages?.replaceChildren();
      return;
    }
    const nav = document.createElement('nav');
    nav.className = 'pages';
    nav.setAttribute('aria-label', listWords.pages);
    const items = document.createElement('ul');
    for (let page = 1; page <= last; page += 1) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = addressOf(list, { chosen, page });
      link.textContent = String(page);
      link.setAttribute('aria-label', listWords.page(page));
      if (page === current) link.setAttribute('aria-current', 'page');
      item.append(link);
      items.append(item);
    }
    nav.append(items);
    pages?.replaceChildren(nav);
  };

  /**
   * What is chosen at this moment. The address says it from the click on, the links only when the list has come; a page
   * of a single facet says it by itself.
   */
  const chosenNow = (): Chosen =>
    location.pathname === new URL(list, location.href).pathname
      ? stateOf(new URLSearchParams(location.search)).chosen
      : pageOfItsOwn.chosen;

  const go = (address: string): void => {
    const target = new URL(address, location.href);
    // From a disk, only a page's own file may stand in its address.
    if (target.protocol === 'file:' && target.pathname !== location.pathname) {
      location.assign(target);
      return;
    }
    history.pushState(null, '', address);
    void show(stateOf(target.searchParams));
  };

  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(
      'a[data-facet], .chosen-values a, .pages a',
    );
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const { facet, value = '' } = link.dataset;
    if (facet) {
      event.preventDefault();
      go(addressOf(list, { chosen: toggled(chosenNow(), facet as FacetName, value), page: 1 }));
      return;
    }
    if (location.search === '' && link.search === '') return;
    event.preventDefault();
    go(link.href);
    if (link.closest('.pages')) root.scrollIntoView();
  });
  addEventListener('popstate', () => {
    if (location.pathname === list) void show(stateOf(new URLSearchParams(location.search)));
    else location.reload();
  });
  const asked = stateOf(new URLSearchParams(location.search));
  if (Object.keys(asked.chosen).length > 0 || asked.page > 1) void show(asked);
}
