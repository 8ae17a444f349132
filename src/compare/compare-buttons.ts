import { lateButtons } from '../dom/late-buttons.ts';

/** The only script of the comparison on a page where nobody compares. */
lateButtons(
  '.compare',
  () => sessionStorage,
  'compare:',
  () => import('./tray.ts'),
);
