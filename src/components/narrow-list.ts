import {
  type Chosen,
  countWithin,
  type FacetName,
  facetLabels,
  facetNames,
  type ListItem,
  matches,
  narrowedTitle,
  pageSize,
  usualKind,
} from '../catalog/facets.ts';
import { japaneseDate, westernDate } from '../formats/japanese-date.ts';
import { dayInJapan } from '../formats/time-in-japan.ts';
import { nearList } from '../my-institution/near-list.ts';
import { currentFirst } from '../rule-editions/current-first.ts';
import { editionTag } from '../rule-editions/edition-tag.ts';
import { subthemeColour } from '../schema/taxonomy.ts';
import {
  addressOf as addressOfState,
  type ListState,
  stateOf,
  toggled,
  withKnownValues,
} from './list-state.ts';
import { narrowInPanel } from './narrow-in-panel.ts';
import { isLongName } from './row-name.ts';
import { listWords } from './words.ts';

/** What /{list}/index.json holds: every item of the list, and the words for the values of its facets. */
export type ListIndex = {
  items: readonly ListItem[];
  labels: Partial<Record<FacetName, Record<string, string>>>;
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
  const siteTitle = document.title.slice(document.title.lastIndexOf('｜'));
  const links = [...root.querySelectorAll<HTMLAnchorElement>('a[data-facet]')];
  const chosenByPage = JSON.parse(root.dataset['chosen'] ?? '{}') as Chosen;
  const near = nearList(part('near-line'));
  const addressOf = (...asked: Parameters<typeof addressOfState>) =>
    near.withPlace(addressOfState(...asked));

  let index: Promise<ListIndex> | undefined;
  const read = () => {
    index ??= fetch(indexAddress)
      .then((response) => {
        if (!response.ok) throw new Error(String(response.status));
        return response.json() as Promise<ListIndex>;
      })
      .catch((error: unknown) => {
        index = undefined;
        throw error;
      });
    return index;
  };

  const row = (item: ListItem, labels: ListIndex['labels'], showsBadge: boolean): Node => {
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
    copy.querySelector('.who')?.classList.toggle('long', isLongName(item.institution));
    set('.who span:last-child', item.kind);
    const tags = copy.querySelector('.tags') as HTMLElement;
    tags.closest('li')?.setAttribute('data-label', item.badge);
    tags.replaceChildren();
    const tag = (text: string, kind: string) => {
      const element = document.createElement('span');
      element.className = `tag ${kind}`;
      element.textContent = text;
      tags.append(element, ' ');
    };
    if (item.membersOnly) tag(item.membersOnly, 'members-only');
    if (item.selected) tag(listWords.selected, 'chosen');
    if (showsBadge) tag(item.badge, 'plain');
    for (const value of item.facets.subtheme) {
      if (value !== 'common') tag(labels.subtheme?.[value] ?? value, subthemeColour(value));
    }
    for (const value of item.facets.direction) tag(labels.direction?.[value] ?? value, 'dir');
    const nearTag = near.tag(item);
    if (nearTag) tags.prepend(nearTag, ' ');
    return copy;
  };

  /** Says how many each value would leave beside what is chosen; what would leave nothing is no link. */
  const countFacets = (items: readonly ListItem[], chosen: Chosen): void => {
    for (const link of links) {
      const facet = link.dataset['facet'] as FacetName;
      const value = link.dataset['value'] ?? '';
      const count = countWithin(items, chosen, facet, value);
      const isChosen = chosen[facet]?.includes(value) === true;
      link.querySelector('b')?.replaceChildren(String(count));
      if (isChosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      if (count > 0 || isChosen) {
        link.href = addressOf(list, { chosen: toggled(chosen, facet, value), page: 1 });
        link.removeAttribute('tabindex');
      } else {
        // What has the focus keeps it.
        if (link === document.activeElement) link.tabIndex = -1;
        link.removeAttribute('href');
      }
    }
  };

  /** Names the page after what is chosen, as a page of one facet is named; what else its head says is of the page as it was written. */
  const showTitle = ({ chosen, page }: ListState, labels: ListIndex['labels']): void => {
    const heading = narrowedTitle(
      root.dataset['title'] ?? '',
      chosen,
      (facet, value) => labels[facet]?.[value] ?? value,
    );
    document.title = `${listWords.numbered(heading, page)}${siteTitle}`;
    const title = document.querySelector('main h1');
    if (!title) return;
    title.textContent = heading;
    const isAsWritten = [chosen, chosenByPage].every((one) => Object.keys(one).length === 0);
    title.closest('.page-head')?.classList.toggle('narrowed', !isAsWritten);
  };

  const show = async (asked: ListState): Promise<void> => {
    let items: readonly ListItem[];
    let labels: ListIndex['labels'];
    try {
      ({ items, labels } = await read());
    } catch {
      const count = part('count');
      if (count) count.textContent = listWords.unavailable;
      return;
    }
    const chosen = withKnownValues(asked.chosen, labels);
    const found = currentFirst(
      near.order(items.filter((item) => matches(item, chosen))),
      ({ edition }) => edition,
      dayInJapan(new Date()),
    );
    const last = Math.max(1, Math.ceil(found.length / pageSize));
    const page = Math.min(asked.page, last);
    const here = found.slice((page - 1) * pageSize, page * pageSize);
    const usual = usualKind(here);

    part('count')?.replaceChildren(listWords.count(found.length));
    part('rows')?.replaceChildren(...here.map((item) => row(item, labels, item.badge !== usual)));
    part('empty')?.toggleAttribute('hidden', found.length > 0);
    near.say(found);
    showTitle({ chosen, page }, labels);
    showChosen(chosen, labels);
    showPages(chosen, page, last);
    countFacets(items, chosen);
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
  const isAtList = (): boolean => location.pathname === new URL(list, location.href).pathname;
  const chosenNow = (): Chosen =>
    isAtList() ? stateOf(new URLSearchParams(location.search)).chosen : chosenByPage;

  const go = async (address: string): Promise<void> => {
    const target = new URL(address, location.href);
    // From a disk, only a page's own file may stand in its address.
    if (target.protocol === 'file:' && target.pathname !== location.pathname) {
      location.assign(target);
      return;
    }
    history.pushState(null, '', address);
    await show(stateOf(target.searchParams));
  };

  root.addEventListener('click', async (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(
      'a[data-facet], .chosen-values a, .pages a',
    );
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const { facet, value = '' } = link.dataset;
    if (facet) {
      event.preventDefault();
      if (!link.hasAttribute('href')) return;
      await go(
        addressOf(list, { chosen: toggled(chosenNow(), facet as FacetName, value), page: 1 }),
      );
      return;
    }
    if (location.search === '' && link.search === '') return;
    event.preventDefault();
    const isPage = link.closest('.pages') !== null;
    await go(link.href);
    // The link that was pressed is gone; reading goes on at the top of what it led to.
    if (isPage) root.scrollIntoView();
    part('found')?.focus({ preventScroll: isPage });
  });
  addEventListener('popstate', () => {
    if (isAtList()) void show(stateOf(new URLSearchParams(location.search)));
    else location.reload();
  });
  const asked = stateOf(new URLSearchParams(location.search));
  if (Object.keys(asked.chosen).length > 0 || asked.page > 1) void show(asked);
  else if (near.isOn) void show({ chosen: chosenNow(), page: Number(root.dataset['page'] ?? 1) });
  else near.say([]);

  const countHere = () =>
    read().then(
      ({ items }) => countFacets(items, chosenNow()),
      () => undefined,
    );
  // Where no counts are printed they come when somebody is about to choose.
  const facets = root.querySelector('.facets');
  if (links.some((link) => !link.querySelector('b')?.textContent)) {
    for (const sign of ['pointerenter', 'focusin'])
      facets?.addEventListener(sign, countHere, { once: true });
  }

  narrowInPanel(root, links, {
    chosen: chosenNow,
    items: async () => (await read()).items,
    apply: (chosen) => void go(addressOf(list, { chosen, page: 1 })),
  });
}
