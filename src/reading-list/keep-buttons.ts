/**
 * The only script of the list on a page where nobody keeps anything: shows the buttons, and fetches the rest when one is
 * pressed, or at once where the reader has a list.
 */
const live = () => import('./toggle-item.ts');

const show = (within: ParentNode): void => {
  for (const button of within.querySelectorAll<HTMLElement>('.keep')) button.hidden = false;
};
show(document);
for (const { content } of document.querySelectorAll('template')) show(content);

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('.keep');
  if (button) void live().then(({ toggleItem }) => toggleItem(button));
});

try {
  if (Object.keys(localStorage).some((key) => key.startsWith('reading-list:'))) {
    void live().then(({ showKept }) => showKept());
  }
} catch {
  // A browser that lets no page keep anything has no list to show.
}
