import { lateButtons } from '../dom/late-buttons.ts';

/** The only script of the list on a page where nobody keeps anything. */
lateButtons(
  '.keep',
  () => localStorage,
  'reading-list:',
  () => import('./toggle-item.ts'),
);
