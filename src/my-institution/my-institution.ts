import { element, partOf } from '../dom/element.ts';
import { aspectOf, type PlaceAspect, placeAspectIds, placeLabel } from '../schema/place.ts';
import { type CoveredInstitution, type Gap, gapsOf } from './coverage.ts';
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
import { placeWords as words } from './words.ts';

/** So many institutions are named for a theme; the rest are counted, and stand in the list. */
const named = 6;

/** What a place is called: 私立大学・医学部なし. */
export const placeWordsOf = (place: Place): string => place.map(placeLabel).join('・');

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
    const label = placeWordsOf(place);
    const said = [name, label].filter(Boolean).join('：');
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
      if (place.length > 0) address.searchParams.set(placeParameter, writePlace(place));
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

  let index: Promise<readonly CoveredInstitution[]> | undefined;
  const read = () => {
    index ??= fetch(root.dataset['index'] ?? '').then((response) => {
      if (!response.ok) throw new Error(String(response.status));
      return response.json() as Promise<readonly CoveredInstitution[]>;
    });
    return index;
  };

  const showCoverage = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const { place, institution: id } = state();
    const sections = [...root.querySelectorAll<HTMLElement>('[data-gaps]')];
    let own: CoveredInstitution | undefined;
    let all: readonly CoveredInstitution[] = [];
    try {
      if (id) all = await read();
    } catch {
      index = undefined;
      partOf(root, 'outcome').textContent = words.unavailable;
    }
    if (mine !== asked) return;
    own = all.find((one) => one.id === id);
    for (const section of sections) showGaps(section, own, all, place, root);
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
    partOf(root, 'outcome').textContent = isKept ? words.kept : words.notKept;
    partOf(root, 'forget').hidden = false;
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

/** Puts what an institution has nothing on first, with who has something; without an institution, the themes as they were. */
function showGaps(
  section: HTMLElement,
  own: CoveredInstitution | undefined,
  all: readonly CoveredInstitution[],
  place: Place,
  root: HTMLElement,
): void {
  const of = section.dataset['gaps'] as 'subthemes' | 'scenes';
  const rows = [...section.querySelectorAll<HTMLElement>('li[data-id]')];
  const heading = partOf(section, 'heading');
  const isScenes = of === 'scenes';
  heading.textContent = own
    ? (isScenes ? words.gapScenes : words.gapTitle)(own.name)
    : (heading.dataset['heading'] ?? '');
  partOf(section, 'note').hidden = !own || isScenes;
  const ids = rows.map((row) => row.dataset['id'] ?? '');
  const gaps = new Map(
    own ? gapsOf(all, own, of, ids, place).map((gap) => [gap.id, gap] as const) : [],
  );
  for (const row of rows) {
    const gap = gaps.get(row.dataset['id'] ?? '');
    row.hidden = own !== undefined && !gap;
    const others = partOf(row, 'others');
    others.hidden = !gap;
    others.replaceChildren(...(gap ? othersOf(gap, place, root) : []));
  }
  const held = rows
    .filter(({ hidden }) => hidden)
    .map((row) => row.querySelector('h3')?.textContent);
  const has = partOf(section, 'has');
  has.hidden = !own;
  has.textContent =
    gaps.size === 0 ? words.noGaps : held.length > 0 ? `${words.has}：${held.join('、')}` : '';
}

/** Who has something: places like the reader's by themselves, then others, and how many more. */
function othersOf({ others }: Gap, place: Place, root: HTMLElement): Node[] {
  if (others.length === 0) {
    const takePart = element('a', { href: root.dataset['takePart'] ?? '' }, words.takePart);
    return [element('span', {}, words.nobody, takePart)];
  }
  const isNear = ({ profile }: CoveredInstitution) =>
    place.length > 0 && nearness(profile, place) === 'alike';
  const near = others.filter(isNear).slice(0, named);
  const rest = others.filter((one) => !isNear(one)).slice(0, Math.max(2, named - near.length));
  const more = others.length - near.length - rest.length;
  const line = (label: string, institutions: readonly CoveredInstitution[]) =>
    institutions.length === 0
      ? []
      : [
          element(
            'span',
            {},
            element('b', {}, label),
            ...institutions.map(({ name, address }) => element('a', { href: address }, name)),
          ),
        ];
  return [
    ...line(words.near, near),
    ...line(words.others, rest),
    ...(more > 0 ? [element('span', {}, words.more(more))] : []),
  ];
}
