import { useLayoutEffect, useRef, useState } from 'react';
import { type DecapControlProps, useDecapControl } from './decap-control.ts';

/**
 * A button that shows and hides the fields after it, up to the next one. Decap knows fields one after another and no
 * groups of them that leave the stored shape alone.
 */
export const PortalSection = ({ forID, field, ref }: DecapControlProps) => {
  // Not the id that Decap's label points to: the label would take the place of what the button says.
  const id = `${forID}-button`;
  useDecapControl(ref, id);
  const [isOpen, setIsOpen] = useState(false);
  const self = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    for (const container of followers(self.current)) container.hidden = !isOpen;
  }, [isOpen]);
  return (
    <div ref={self} className="portal-section" data-section={isOpen ? 'open' : 'closed'}>
      <button type="button" id={id} aria-expanded={isOpen} onClick={() => setIsOpen((now) => !now)}>
        {String(field.get('label'))}
        {isOpen ? 'をしまう' : 'を開く'}
      </button>
    </div>
  );
};

/** The containers of the fields that belong to a section. */
const followers = (section: HTMLElement | null): HTMLElement[] => {
  const found: HTMLElement[] = [];
  let next = section?.parentElement?.nextElementSibling;
  while (next instanceof HTMLElement && !next.querySelector(':scope > .portal-section')) {
    found.push(next);
    next = next.nextElementSibling;
  }
  return found;
};

/**
 * Brings a field into view and the keyboard to it, opening the section that hides it.
 * @param path of the front matter, `sources.0.url`, or `body`
 * @returns false where the form does not show it
 */
export const showField = (path: string): boolean => {
  const [first = '', ...rest] = path.split('.');
  let place: Element | null = document.querySelector(`.portal-field[data-field="${first}"]`);
  if (!place) return false;
  openSectionOf(place);
  for (const step of rest) {
    const inner: Element | null = place.querySelector(
      /^\d+$/.test(step) ? `[data-row="${step}"]` : `[data-field="${step}"]`,
    );
    if (!inner) break;
    place = inner;
    openSectionOf(place);
  }
  const control = place.querySelector<HTMLElement>('input, textarea, select, button');
  place.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
  return true;
};

const openSectionOf = (place: Element): void => {
  for (const details of document.querySelectorAll('details')) {
    if (details.contains(place)) details.open = true;
  }
  for (const section of document.querySelectorAll('.portal-section[data-section="closed"]')) {
    if (followers(section as HTMLElement).some((container) => container.contains(place))) {
      section.querySelector('button')?.click();
    }
  }
};
