/**
 * The only script of the search on a page where nobody searches. It waits for a sign that somebody is about to:
 * the box has the focus, or one of the keys that lead there is pressed. A page opened from a result is marked.
 */

const boxes = [...document.querySelectorAll<HTMLFormElement>('form[data-search-box]')];
const inputOf = (box: HTMLFormElement) => box.querySelector('input') as HTMLInputElement;

for (const box of boxes) {
  const enhance = () => {
    void import('./combobox.ts').then(({ makeCombobox }) => makeCombobox(box));
  };
  inputOf(box).addEventListener('focus', enhance, { once: true });
  if (document.activeElement === inputOf(box)) enhance();
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName));

addEventListener('keydown', (event) => {
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isControlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (event.isComposing || !(isControlK || (isSlash && !isTyping(event.target)))) return;
  const box = boxes.find((one) => one.offsetParent !== null);
  if (!box) return;
  event.preventDefault();
  inputOf(box).focus();
  inputOf(box).select();
});

const found = document.querySelector('[data-pagefind-body]');
if (found && new URLSearchParams(location.search).get('q')) {
  void import('./mark-page.ts').then(({ markPage }) => markPage(found));
}
