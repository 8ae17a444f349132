/** The names that programs give to notes, and to the signs that point to them. */
const names: readonly (readonly [string, RegExp])[] = [
  ['word', /^_?((?:ftn|edn)\d{1,5})$/i],
  ['writer', /^(sd(?:foot|end)note\d{1,5})(?:sym)?$/i],
  ['docs', /^ftnt(\d{1,5})$/i],
  ['page', /^(?:user-content-)?fn[:-]?(\w{1,40})$/i],
];

/** By what a note is known, from its id or from the address of a sign that points to it; null where it is no note's. */
export const noteKey = (name: string): string | null => {
  // `fnref1` leads back to the text.
  if (/ref|anc$/i.test(name)) return null;
  for (const [program, pattern] of names) {
    const found = pattern.exec(name)?.[1];
    if (found !== undefined) return `${program} ${found.toLowerCase()}`;
  }
  return null;
};

/** The note that a link points to; null where it points elsewhere. */
export const noteKeyOf = (link: Element): string | null => {
  const href = link.getAttribute('href') ?? '';
  const at = href.indexOf('#');
  return at === -1 ? null : noteKey(href.slice(at + 1));
};

/**
 * Takes the notes of a copy out of it, without the links that lead from them back to the text.
 * @returns the elements that hold them, by their keys
 */
export const takeNotes = (body: Element): Map<string, Element> => {
  const pointedTo = new Set([...body.querySelectorAll('a[href*="#"]')].map(noteKeyOf));
  const notes = new Map<string, Element>();
  for (const element of body.querySelectorAll('[id]')) {
    const key = noteKey(element.id);
    if (key === null || notes.has(key) || !pointedTo.has(key)) continue;
    const holder = element.tagName.toLowerCase() === 'a' ? element.closest('p, li, div') : element;
    if (holder && holder !== body) notes.set(key, holder);
  }
  const lists = new Set([...notes.values()].map((note) => note.closest('section')));
  for (const note of notes.values()) {
    for (const back of note.querySelectorAll('a[href*="#"]')) {
      const target = (back.getAttribute('href') ?? '').replace(/^[^#]*#/, '');
      if (/ref|anc$/i.test(target) || noteKey(back.id)) back.remove();
    }
    note.remove();
  }
  // The heading over the notes of a page.
  for (const list of lists) if (list && notesOnly(list)) list.remove();
  return notes;
};

const notesOnly = (list: Element): boolean =>
  list.querySelector('p, li, table') === null && /footnotes/i.test(`${list.className} ${list.id}`);
