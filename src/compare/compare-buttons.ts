/**
 * The only script of the comparison on a page where nobody compares: shows the buttons, and fetches the rest when one is
 * pressed, or at once where the reader has chosen something.
 */
const tray = () => import('./tray.ts');

const showButtons = (within: ParentNode): void => {
  for (const button of within.querySelectorAll<HTMLElement>('.compare')) button.hidden = false;
};
showButtons(document);
for (const { content } of document.querySelectorAll('template')) showButtons(content);

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('.compare');
  if (button) void tray().then(({ choose }) => choose(button));
});

try {
  if (Object.keys(sessionStorage).some((key) => key.startsWith('compare:'))) {
    void tray().then(({ showChosen }) => showChosen());
  }
} catch {
  // A browser that lets no page keep anything has no choice to show.
}
