import { adoptStyle, element } from '../dom/element.ts';
import {
  type Choice,
  type FilterGroup,
  type FilterView,
  isChosen,
  roster,
  toggled,
} from './choice.ts';
import { filterPanelStyle } from './filter-panel-style.ts';
import { panelWords as words } from './words.ts';

/** What a panel asks of the list that it narrows. */
export type FilteredList = {
  /** What is chosen when the panel opens. */
  choice: Choice;
  /** What a choice would leave. @throws where the list cannot be fetched */
  look(choice: Choice): Promise<FilterView>;
  /** The reader has decided. */
  apply(choice: Choice): void;
};

/** So many values of a filter stand open; two more are not worth a press. */
const shown = 8;

/**
 * Opens the panel in which a list is narrowed where there is no room beside it: a native dialog, so that Escape closes
 * it, nothing behind it can be reached, and the focus returns to the button that opened it. What is ticked counts at
 * once, and holds when the reader asks to see it; closing the panel changes nothing.
 */
export function openFilterPanel({ choice, look, apply }: FilteredList): void {
  adoptStyle(filterPanelStyle);
  let wanted = choice;
  let asked = 0;
  const boxes: { name: string; value: string; box: HTMLInputElement; count: HTMLElement }[] = [];

  const title = element('h2', { id: 'filter-panel-title' }, words.title);
  const close = element('button', { type: 'button', class: 'quiet' }, words.close);
  const groups = element('div', { class: 'panel-groups' }, element('p', {}, words.reading));
  const status = element('p', { role: 'status', class: 'visually-hidden' });
  const clear = element('button', { type: 'button', class: 'quiet' }, words.clear);
  const see = element('button', { type: 'submit', class: 'see', disabled: true }, words.reading);
  const form = element(
    'form',
    { method: 'dialog' },
    element('div', { class: 'panel-top' }, title, close),
    groups,
    status,
    element('div', { class: 'panel-end' }, clear, see),
  );
  const dialog = element('dialog', { class: 'filter-panel', 'aria-labelledby': title.id }, form);

  const fieldset = ({ name, label, values }: FilterGroup): HTMLElement => {
    const lines = values.map(({ value, label }) => {
      const box = element('input', { type: 'checkbox' });
      const count = element('b');
      box.addEventListener('change', () => choose(toggled(wanted, name, value)));
      boxes.push({ name, value, box, count });
      return element('label', {}, box, element('span', {}, label), ' ', count);
    });
    const open = lines.length > shown + 2 ? shown : lines.length;
    const hasChosenBelow = values.slice(open).some(({ value }) => isChosen(wanted, name, value));
    return element(
      'fieldset',
      {},
      element('legend', {}, label),
      ...lines.slice(0, open),
      ...(lines.length > open
        ? [
            element(
              'details',
              { open: hasChosenBelow },
              element('summary', {}, words.more(lines.length - open)),
              ...lines.slice(open),
            ),
          ]
        : []),
    );
  };

  const count = ({ groups, found }: FilterView): void => {
    for (const { name, value, box, count } of boxes) {
      const left = groups
        .find((group) => group.name === name)
        ?.values.find((one) => one.value === value)?.count;
      const ticked = isChosen(wanted, name, value);
      box.checked = ticked;
      count.textContent = String(left ?? 0);
      // What would leave nothing cannot be chosen; what has the focus keeps it.
      box.disabled = !left && !ticked && box !== document.activeElement;
    }
    see.textContent = found > 0 ? words.see(found) : words.nothing;
    see.disabled = found === 0;
    status.textContent = found > 0 ? words.found(found) : words.nothing;
    clear.hidden = Object.keys(wanted).length === 0;
  };

  const choose = async (next: Choice): Promise<void> => {
    wanted = next;
    asked += 1;
    const mine = asked;
    try {
      const view = await look(next);
      if (mine !== asked) return;
      if (boxes.length === 0) {
        const all = Object.keys(next).length === 0 ? view : await look({});
        const listed = roster(all.groups, view.groups).filter(({ values }) => values.length > 0);
        groups.replaceChildren(...listed.map(fieldset));
      }
      count(view);
    } catch {
      if (mine !== asked) return;
      groups.replaceChildren(element('p', { role: 'alert' }, words.unavailable));
      see.hidden = true;
      clear.hidden = true;
    }
  };

  close.addEventListener('click', () => dialog.close());
  clear.addEventListener('click', () => {
    // The button goes with what it clears.
    close.focus();
    void choose({});
  });
  form.addEventListener('submit', () => apply(wanted));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  void choose(choice);
}
