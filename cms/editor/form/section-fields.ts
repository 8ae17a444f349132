/** The containers of the fields that belong to a section: those after it, up to the next one. */
export const fieldsAfter = (section: HTMLElement | null): HTMLElement[] => {
  const found: HTMLElement[] = [];
  let next = section?.parentElement?.nextElementSibling;
  while (next instanceof HTMLElement && !next.querySelector(':scope > .portal-section')) {
    found.push(next);
    next = next.nextElementSibling;
  }
  return found;
};
