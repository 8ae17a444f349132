import { html } from 'hono/html';
import { type Subtheme, subthemeIds } from '../../../src/schema/taxonomy.ts';
import type { Markup } from '../desk/desk-page.ts';
import { pageLinks, pageOfList } from '../desk/page-of-list.ts';
import { newWishAddress, searchesAddress, wishAddress, wishesAddress } from './addresses.ts';
import { option, themeOptions } from './fields.ts';
import { stateOf, type Wish, type WishState, wishStates } from './wish.ts';
import { type Spoken, wishAnswers, wishDay, wishSaid } from './wish-parts.ts';
import { words } from './words.ts';

/** What a list is narrowed to; empty where it is not. */
export type Narrowing = {
  readonly scene: string;
  readonly theme: Subtheme | '';
  readonly state: WishState | '';
};

/** Reads it from the query of an address. @param asked not trusted */
export const narrowingIn = (asked: Readonly<Record<string, string>>): Narrowing => ({
  scene: asked['scene'] ?? '',
  theme: subthemeIds.find((id) => id === asked['theme']) ?? '',
  state: wishStates.find((state) => state === asked['state']) ?? '',
});

/** Those that a list shows: what waits for an answer first, the latest of each first. */
export const narrowed = (
  all: readonly Wish[],
  { scene, theme, state }: Narrowing,
): readonly Wish[] => {
  const chosen = all.filter(
    (wish) =>
      (scene === '' || wish.scene === scene) &&
      (theme === '' || wish.theme === theme) &&
      (state === '' || stateOf(wish) === state),
  );
  return wishStates.flatMap((each) => chosen.filter((wish) => stateOf(wish) === each));
};

/**
 * The list, which can be narrowed by scene and theme.
 * @param asked the number of its page as the address has it
 * @param readSpoken finds what the texts of those on the page speak of
 */
export const listPage = async (
  all: readonly Wish[],
  narrowing: Narrowing,
  asked: string | undefined,
  {
    readSpoken,
    isAnswering,
    seesSearches,
  }: {
    readSpoken: (wishes: readonly Wish[]) => Promise<Spoken>;
    isAnswering: boolean;
    seesSearches: boolean;
  },
): Promise<Markup> => {
  const chosen = narrowed(all, narrowing);
  const listed = pageOfList(chosen, asked);
  const spoken = await readSpoken(listed.items);
  const query = new URLSearchParams(Object.entries(narrowing).filter(([, value]) => value !== ''));
  const counts = Map.groupBy(chosen, stateOf);
  return html`<p class="muted">${words.lead}</p>
    <ul class="wish-ways">
      <li><a class="button primary" href="${newWishAddress}">${words.write}</a></li>
      ${seesSearches ? html`<li><a href="${searchesAddress}">${words.searches}</a></li>` : ''}
    </ul>
    ${all.length > 0 ? narrowingForm(all, narrowing, spoken) : ''}
    ${chosen.length === 0 ? html`<p class="empty">${all.length === 0 ? words.none : words.noneOfThese}</p>` : ''}
    ${wishStates.map((state) => {
      const here = listed.items.filter((wish) => stateOf(wish) === state);
      if (here.length === 0) return '';
      return html`<section class="section"><h2>${words.states[state]}　${words.count(counts.get(state)?.length ?? 0)}</h2>
        <ul class="rows desk-rows wishes">${here.map((wish) => row(wish, spoken, isAnswering))}</ul></section>`;
    })}
    ${pageLinks(listed, query.size > 0 ? `${wishesAddress}?${query}` : wishesAddress)}`;
};

const row = (wish: Wish, spoken: Spoken, isAnswering: boolean): Markup => {
  const toAnswer = isAnswering && !wish.closed;
  return html`<li id="wish-${wish.number}">
    <div class="when"><h3><a href="${wishAddress(wish.number)}">${words.wish(wish.number)}</a></h3>${wishDay(wish)}</div>
    <div>${wishSaid(wish, spoken)}${wishAnswers(wish, spoken)}</div>
    <div class="who"><a href="${wishAddress(wish.number)}">${toAnswer ? words.answer : words.open}<span class="visually-hidden">：${words.wish(wish.number)}</span></a></div>
  </li>`;
};

const narrowingForm = (
  all: readonly Wish[],
  { scene, theme, state }: Narrowing,
  { scenes }: Spoken,
): Markup => {
  const ofScene = Map.groupBy(all, (wish): string => wish.scene ?? '');
  const ofTheme = Map.groupBy(all, (wish) => wish.theme ?? '');
  const counted = (label: string, wishes: readonly Wish[] | undefined) =>
    wishes ? words.counted(label, wishes.length) : label;
  return html`<form class="owner-choice" method="get" action="${wishesAddress}">
    <label for="scene">${words.scene}</label>
    <select id="scene" name="scene">${option('', words.any, scene)}${[...scenes].map(
      ([id, title]) => option(id, counted(title, ofScene.get(id)), scene),
    )}</select>
    <label for="theme">${words.theme}</label>
    <select id="theme" name="theme">${option('', words.any, theme)}${themeOptions(
      theme,
      (id, label) => counted(label, ofTheme.get(id)),
    )}</select>
    <label for="state">${words.state}</label>
    <select id="state" name="state">${option('', words.any, state)}${wishStates.map((each) =>
      option(each, words.states[each], state),
    )}</select>
    <button>${words.show}</button>
  </form>`;
};
