/** Parts of Decap's messages whose names are English, and which no setting of Decap's changes. */
const parts: Readonly<Record<string, string>> = {
  close: '閉じる',
  'notification timer': 'お知らせが消えるまでの時間',
};

/** Gives the messages that come up below an element names in Japanese. */
export const translateMessages = (root: HTMLElement): void => {
  new MutationObserver(() => {
    for (const part of root.querySelectorAll('.Toastify__toast [aria-label]')) {
      const name = parts[part.getAttribute('aria-label') ?? ''];
      if (name) part.setAttribute('aria-label', name);
    }
  }).observe(root, { childList: true, subtree: true });
};
