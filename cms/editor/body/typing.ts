import type { Change } from './snippets.ts';

/** Does something in a text area. A paste may come late: whoever is writing in another box by then stays there. */
const besides = (area: HTMLTextAreaElement, act: () => void): void => {
  const before = document.activeElement;
  area.focus();
  act();
  if (before instanceof HTMLTextAreaElement && before !== area) before.focus();
};

/** Changes a text area as if it were typed, so that the browser's own undo takes it back. */
export const typeInto = (area: HTMLTextAreaElement, { from, to, by }: Change): void =>
  besides(area, () => {
    area.setSelectionRange(from, to);
    // The one way to do this; browsers keep it for that reason. Where it is gone, the text is set without undo.
    if (!document.execCommand('insertText', false, by)) area.setRangeText(by, from, to, 'end');
  });

/** Has the browser take back what was typed last into a text area, or give it again, as its own keys do. */
export const stepIn = (area: HTMLTextAreaElement, way: 'undo' | 'redo'): void =>
  besides(area, () => document.execCommand(way));
