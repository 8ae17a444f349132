/** What can be done about what a search does not find, where the site has a place to say it. */
export type Missing = {
  /** Shows the way to say it, with the words filled in. */
  offer(words: string): void;
  hide(): void;
  /** Tells the portal that nothing was found, where this edition counts that; nobody waits for it. */
  tell(words: string): void;
};

/** Longer words are no search: the form takes so many letters. */
const mostLetters = 80;

/**
 * Makes it from the page: the link in `data-part="wish"`, and `data-unanswered`, where a search in vain is told.
 * @param root the page of the search
 */
export const missingOn = (root: HTMLElement): Missing => {
  const line = root.querySelector<HTMLElement>('[data-part="wish"]');
  const link = line?.querySelector('a');
  const address = link?.getAttribute('href') ?? '';
  const { unanswered } = root.dataset;
  return {
    offer(words) {
      if (!line || !link) return;
      link.href = `${address}?searched=${encodeURIComponent(words.slice(0, mostLetters).toWellFormed())}`;
      line.hidden = false;
    },
    hide() {
      if (line) line.hidden = true;
    },
    tell(words) {
      if (!unanswered) return;
      // In the body, and without the address of the page: no log of a server gets to see the words.
      fetch(unanswered, {
        method: 'POST',
        body: new URLSearchParams({ words }),
        keepalive: true,
        referrerPolicy: 'no-referrer',
      }).catch(() => {});
    },
  };
};
