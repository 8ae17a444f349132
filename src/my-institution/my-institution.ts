import { element, partOf } from '../dom/element.ts';
import { aspectOf, type PlaceAspect, placeAspectIds, placeLabel } from '../schema/place.ts';
import { type Doing, type Gap, gapsOf } from './coverage.ts';
import {
  forgetPlace,
  type KeptPlace,
  keepPlace,
  keptPlace,
  placeParameter,
  placeStorage,
  readInstitution,
  readPlace,
  writePlace,
} from './kept-place.ts';
import { nearness, type Place } from './near-first.ts';
import { labelOfPlace } from './near-list.ts';
import { placeWords as words } from './words.ts';

/** So many things that others do are shown for a theme or scene; the rest stand in the list. */
const shown = { subthemes: 4, scenes: 2 } as const;

/**
 * The page 私の機関. What is chosen stands in the address at once, so that it can be sent; in the browser it is kept when
 * the reader says so, and nowhere else ever.
 */
export function showMyInstitution(root: HTMLElement): void {
  const base = root.dataset['base'] ?? '/';
  const form = partOf<HTMLFormElement>(root, 'form');
  const selectOf = (name: string) => form.querySelector(`[name="${name}"]`) as HTMLSelectElement;
  const institution = selectOf('institution');
  const aspects = placeAspectIds.map((aspect) => [aspect, selectOf(aspect)] as const);
  const storage = placeStorage();
  let asked = 0;

  const state = (): KeptPlace => ({
    place: readPlace(aspects.map(([, { value }]) => value).join(',')),
    institution: institution.value,
  });

  const fill = ({ place, institution: id }: KeptPlace): void => {
    institution.value = id;
    if (institution.selectedIndex < 0) institution.value = '';
    for (const [aspect, select] of aspects) {
      const value = place.find((one) => aspectOf(one) === aspect) ?? '';
      // A group that no institution of this edition is in has no choice of its own, and may still come with an address.
      if (value && ![...select.options].some((option) => option.value === value)) {
        select.append(new Option(placeLabel(value), value));
      }
      select.value = value;
    }
  };

  const showSaid = ({ place, institution: id }: KeptPlace): void => {
    const name = id ? institution.selectedOptions[0]?.textContent : '';
    const label = labelOfPlace(place);
    const said = name ? words.named(name, label) : label;
    partOf(root, 'said').textContent = said ? words.inForce(said) : words.nothingSaid;
    const isUnknown = (aspect: PlaceAspect) => !place.some((one) => aspectOf(one) === aspect);
    const unknown = id ? placeAspectIds.filter(isUnknown) : [];
    partOf(root, 'unknown').textContent = unknown
      .map((aspect) => words.aspectUnknown(words.aspects[aspect]))
      .join('　');
    partOf<HTMLButtonElement>(root, 'keep').disabled = said === '';
    partOf(root, 'ways').hidden = place.length === 0;
    const kept = keptPlace(base, storage);
    partOf(root, 'forget').hidden = said === '' && kept.place.length === 0 && !kept.institution;
    for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-near-link]')) {
      const address = new URL(link.href);
      // What is kept orders every list by itself: only what is not has to be told to the next page.
      const isKept = writePlace(kept.place) === writePlace(place);
      if (place.length > 0 && !isKept) address.searchParams.set(placeParameter, writePlace(place));
      else address.searchParams.delete(placeParameter);
      link.href = address.href;
    }
  };

  const stateInAddress = ({ place, institution: id }: KeptPlace): void => {
    const query = new URLSearchParams();
    if (id) query.set('institution', id);
    if (place.length > 0) query.set(placeParameter, writePlace(place));
    const text = query.toString().replaceAll('%2C', ',');
    history.replaceState(null, '', text ? `?${text}` : location.pathname);
  };

  let index: Promise<readonly Doing[]> | undefined;
  const read = () => {
    index ??= fetch(root.dataset['index'] ?? '').then((response) => {
      if (!response.ok) throw new Error(String(response.status));
      return response.json() as Promise<readonly Doing[]>;
    });
    return index;
  };

  const showCoverage = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const { place, institution: id } = state();
    let doings: readonly Doing[] | undefined;
    try {
      if (id) doings = await read();
    } catch {
      index = undefined;
      partOf(root, 'outcome').textContent = words.unavailable;
    }
    if (mine !== asked) return;
    const own = doings && { id, name: institution.selectedOptions[0]?.textContent ?? '', doings };
    for (const section of root.querySelectorAll<HTMLElement>('[data-gaps]')) {
      showGaps(section, own, place, root.dataset['takePart'] ?? '');
    }
  };

  const changed = (): void => {
    const now = state();
    partOf(root, 'outcome').textContent = '';
    stateInAddress(now);
    showSaid(now);
    void showCoverage();
  };

  institution.addEventListener('change', () => {
    const profile = institution.selectedOptions[0]?.dataset['profile'] ?? '';
    fill({ place: readPlace(profile), institution: institution.value });
    changed();
  });
  for (const [, select] of aspects) select.addEventListener('change', changed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const isKept = keepPlace(base, storage, state());
    showSaid(state());
    partOf(root, 'outcome').textContent = isKept ? words.kept : words.notKept;
  });
  partOf(root, 'forget').addEventListener('click', () => {
    forgetPlace(base, storage);
    fill({ place: [], institution: '' });
    changed();
    partOf(root, 'outcome').textContent = words.forgotten;
    institution.focus();
  });

  const query = new URLSearchParams(location.search);
  const stated: KeptPlace = {
    place: readPlace(query.get(placeParameter) ?? ''),
    institution: readInstitution(query.get('institution') ?? ''),
  };
  const isStated = stated.place.length > 0 || stated.institution !== '';
  fill(isStated ? stated : keptPlace(base, storage));
  // A link from an institution's page says which it is, and its kind and the rest stand in the registry.
  if (isStated && stated.place.length === 0) {
    const profile = institution.selectedOptions[0]?.dataset['profile'] ?? '';
    fill({ place: readPlace(profile), institution: institution.value });
  }
  const now = state();
  partOf<HTMLDetailsElement>(root, 'aspects').open = now.place.length > 0 && !now.institution;
  form.hidden = false;
  showSaid(now);
  if (now.institution) void showCoverage();
}

/** The reader's institution, and what all of them do. */
type Own = { id: string; name: string; doings: readonly Doing[] };

/** Shows what an institution has nothing on, with what others do; without an institution, all themes as they were. */
function showGaps(
  section: HTMLElement,
  own: Own | undefined,
  place: Place,
  takePart: string,
): void {
  const of = section.dataset['gaps'] === 'scenes' ? 'scenes' : 'subthemes';
  const rows = [...section.querySelectorAll<HTMLElement>('li[data-id]')];
  const heading = partOf(section, 'heading');
  const title = of === 'scenes' ? words.gapScenes : words.gapTitle;
  heading.textContent = own ? title(own.name) : (heading.dataset['heading'] ?? '');
  partOf(section, 'note').hidden = !own;
  const ids = rows.map((row) => row.dataset['id'] ?? '');
  const found = own ? gapsOf(own.id, own.doings, of, ids, place) : [];
  const gaps = new Map(found.map((gap) => [gap.id, gap]));
  for (const row of rows) {
    const gap = gaps.get(row.dataset['id'] ?? '');
    row.hidden = own !== undefined && !gap;
    const others = partOf(row, 'others');
    others.hidden = !gap;
    others.replaceChildren(...(gap ? othersOf(gap, place, shown[of], takePart) : []));
  }
  const held = rows.filter((row) => row.hidden).map((row) => row.querySelector('h3')?.textContent);
  const has = partOf(section, 'has');
  has.hidden = !own || held.length === 0;
  has.textContent = gaps.size === 0 ? words.noGaps : `${words.has}：${held.join('、')}`;
}

/** What others do, one line each; or the invitation, where the portal holds nothing of anybody. */
function othersOf({ others }: Gap, place: Place, most: number, takePart: string): Node[] {
  if (others.length === 0) {
    return [element('li', {}, words.nobody, element('a', { href: takePart }, words.takePart))];
  }
  return others.slice(0, most).map(({ title, address, institution, profile }) => {
    const isNear = place.length > 0 && nearness(profile, place) === 'alike';
    return element(
      'li',
      {},
      ...(isNear ? [element('span', { class: 'tag near' }, words.near), ' '] : []),
      element('a', { href: address }, title),
      ' ',
      element('small', {}, institution),
    );
  });
}
