import { currentDraft } from '../decap/draft.ts';
import { formatOf, lineOfBody } from '../entry-format.ts';
import { fieldsAfter } from './section-fields.ts';

/**
 * Brings a field into view and the keyboard to it, opening whatever hides it on the way.
 * @param path of the front matter, `sources.0.url`, or `body`
 * @param line of the entry's file, for a place in the text
 * @returns false where the form does not show it
 */
export const showField = (path: string, line?: number): boolean => {
  const [first = '', ...rest] = path.split('.');
  const field = document.querySelector(`.portal-field[data-field="${CSS.escape(first)}"]`);
  if (!field) return false;
  openAround(field);
  let place: Element = field;
  for (const step of rest) {
    const inner = inside(place, step);
    if (!inner) break;
    place = inner;
    openAround(place);
  }
  if (first === 'body' && line !== undefined) place = boxAt(place, line) ?? place;
  const control = controlIn(place);
  (control ?? place).scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
  return true;
};

const inside = (place: Element, step: string): Element | null => {
  const selector = /^\d+$/.test(step)
    ? `[data-row="${step}"]`
    : `[data-field="${CSS.escape(step)}"]`;
  const found = place.querySelector(selector);
  if (found) return found;
  place.querySelector<HTMLElement>('[data-opens-row][aria-expanded="false"]')?.click();
  return place.querySelector(selector);
};

/** The box of the text in which a line of the file stands. */
const boxAt = (body: Element, line: number): Element | null => {
  const draft = currentDraft();
  if (!draft) return null;
  const inBody = lineOfBody(formatOf(draft.collection).toFile(draft.data), line);
  const boxes = [...body.querySelectorAll<HTMLElement>('[data-line-after]')];
  return boxes.find(({ dataset }) => inBody < Number(dataset['lineAfter'])) ?? boxes.at(-1) ?? null;
};

const controlIn = (place: Element): HTMLElement | null =>
  place.querySelector<HTMLElement>('textarea, input:not([type="file"]), select') ??
  place.querySelector<HTMLElement>('button, input, summary');

const openAround = (place: Element): void => {
  for (const details of document.querySelectorAll('details')) {
    if (details.contains(place)) details.open = true;
  }
  for (const section of document.querySelectorAll('.portal-section[data-section="closed"]')) {
    if (fieldsAfter(section as HTMLElement).some((container) => container.contains(place))) {
      section.querySelector('button')?.click();
    }
  }
};
