/** What the buttons of a page do, fetched when one is pressed. */
export type LateButtons = {
  press(button: HTMLElement): void;
  /** Shows on all of them what the reader has chosen before. */
  show(): void;
};

/**
 * Shows buttons that only a script can serve, and fetches what serves them when one is pressed, or at once where the reader
 * has something kept.
 * @param selector of the buttons, in the page and in its patterns of rows
 * @param storage asked late, since some browsers refuse even to be asked
 * @param keys what the keys of everything kept begin with
 */
export function lateButtons(
  selector: string,
  storage: () => Storage,
  keys: string,
  fetched: () => Promise<LateButtons>,
): void {
  const patterns = [...document.querySelectorAll('template')].map(({ content }) => content);
  for (const within of [document, ...patterns]) {
    for (const button of within.querySelectorAll<HTMLElement>(selector)) button.hidden = false;
  }
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>(selector);
    if (button) void fetched().then(({ press }) => press(button));
  });
  try {
    if (Object.keys(storage()).some((key) => key.startsWith(keys))) {
      void fetched().then(({ show }) => show());
    }
  } catch {
    // A browser that lets no page keep anything has nothing to show.
  }
}
