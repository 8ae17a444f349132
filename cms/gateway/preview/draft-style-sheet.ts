import { readFileSync } from 'node:fs';

/** What the pages of drafts need beside the site's own style sheets; the gateway serves it at its address. */
export const draftStyleSheet = {
  address: '/admin/draft.css',
  text: readFileSync(new URL('draft.css', import.meta.url), 'utf8'),
} as const;
