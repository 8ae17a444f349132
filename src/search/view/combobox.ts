import { adoptStyle, element } from '../../dom/element.ts';
import type { Suggestion } from '../engine/suggestions.ts';
import { searchWords } from '../words.ts';
import { suggestionStyle } from './late-styles.ts';
import { loadEngine } from './load-engine.ts';

const words = searchWords.box;
/** Typing goes on while the next letter comes within this many milliseconds. */
const pause = 120;

/**
 * Makes the box a combobox with a list of suggestions, after the pattern of the ARIA Authoring Practices Guide:
 * the focus stays in the input, arrow keys move through the list, Enter takes what is chosen or searches, Escape closes.
 * While an input method composes nothing is looked up, and its Enter is its own.
 */
export function makeCombobox(box: HTMLFormElement): void {
  adoptStyle(suggestionStyle);
  const input = box.querySelector('input') as HTMLInputElement;
  const list = box.querySelector('[role="listbox"]') as HTMLElement;
  const status = box.querySelector('[role="status"]') as HTMLElement;
  const folder = box.dataset['searchBox'] ?? '/search/';
  let shown: Suggestion[] = [];
  let active = -1;
  let asked = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const set = (name: string, value: string) => input.setAttribute(name, value);
  set('role', 'combobox');
  set('aria-autocomplete', 'list');
  set('aria-expanded', 'false');
  set('aria-controls', list.id);

  const forgetLookUp = () => {
    clearTimeout(waiting);
    asked += 1;
  };

  const activate = (place: number) => {
    active = place;
    for (const [index, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(index === place));
    }
    const option = list.children[place];
    if (option) {
      set('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };

  const close = () => {
    forgetLookUp();
    shown = [];
    list.replaceChildren();
    list.hidden = true;
    set('aria-expanded', 'false');
    activate(-1);
  };

  const show = (suggestions: Suggestion[]) => {
    shown = suggestions;
    list.replaceChildren(
      ...suggestions.map(({ kind, text, note }, index) =>
        element(
          'li',
          { role: 'option', id: `${list.id}-${index}`, 'aria-selected': 'false' },
          element('span', {}, text),
          ...(note ? [element('small', {}, note)] : []),
          element('b', {}, words.kinds[kind]),
        ),
      ),
    );
    list.hidden = suggestions.length === 0;
    set('aria-expanded', String(suggestions.length > 0));
    status.textContent = words.suggested(suggestions.length);
    activate(-1);
  };

  const lookUp = async () => {
    asked += 1;
    const mine = asked;
    const typed = input.value;
    if (typed.trim() === '') return close();
    try {
      const { suggest } = await loadEngine(folder);
      const suggestions = await suggest(typed);
      if (mine === asked) show(suggestions);
    } catch {
      // Without suggestions the box still searches; the page of results says what is wrong.
      if (mine === asked) close();
    }
  };

  const take = ({ kind, text, url }: Suggestion) => {
    close();
    if (kind === 'term') {
      input.value = text;
      box.requestSubmit();
    } else location.assign(url);
  };

  /** Moves through the list that is seen; no other may take its place now. */
  const move = (place: number) => {
    forgetLookUp();
    activate(place);
  };

  let composing = false;
  input.addEventListener('compositionstart', () => {
    composing = true;
    clearTimeout(waiting);
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    void lookUp();
  });
  input.addEventListener('input', () => {
    if (composing) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void lookUp(), pause);
  });

  input.addEventListener('keydown', (event) => {
    // 229 is what older browsers report for keys that the input method takes.
    if (composing || event.isComposing || event.keyCode === 229) return;
    const last = shown.length - 1;
    const chosen = shown[active];
    if (event.key === 'ArrowDown' && last < 0) void lookUp();
    else if (event.key === 'ArrowDown') move(active < last ? active + 1 : -1);
    else if (event.key === 'ArrowUp' && last >= 0) move(active < 0 ? last : active - 1);
    else if (event.key === 'Escape' && last >= 0) close();
    else if (event.key === 'Enter' && chosen) take(chosen);
    else return;
    event.preventDefault();
  });

  // The pointer must not take the focus from the input before the choice is made.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest('[role="option"]');
    const suggestion = shown[[...list.children].indexOf(option as Element)];
    if (suggestion) take(suggestion);
  });
  input.addEventListener('blur', close);
  box.addEventListener('submit', close);
  // The first letters may have been typed while this script was on its way.
  if (document.activeElement === input && input.value !== '') void lookUp();
}
