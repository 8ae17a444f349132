import { element } from '../../dom/element.ts';
import { type CopyStore, openStore, storeExists } from '../copy-store.ts';
import { isOver } from '../whose-copy.ts';
import { offlineWords as words } from '../words.ts';
import { whyNotPossible } from './capability.ts';
import { showCopyLeft } from './copy-left.ts';
import { copySection } from './copy-section.ts';
import { showMaterials } from './materials-section.ts';
import { siteOf, versionNow } from './offline-site.ts';
import { createPanel } from './panel.ts';
import { wantedPage } from './wanted-page.ts';

/**
 * The page on which a reader saves the portal, brings it up to date and removes it. Before a button is pressed it only
 * looks whether something is saved here already.
 */
export function runOfflinePage(root: HTMLElement): void {
  const site = siteOf(root);
  const { base, whose } = site;
  const panel = createPanel(root, `offline-copy ${base}`, render);
  const copies = copySection(panel, site, render);
  const { part, show, say, button } = panel;

  let shown: CopyStore | undefined;
  async function render(): Promise<void> {
    shown?.close();
    shown = undefined;
    for (const name of ['materials', 'clear']) part(name).hidden = true;
    if (whose === 'everybody') await showCopyLeft(panel, base, render);
    if (!(await storeExists(base, whose))) return showOffer();
    const store = await openStore(base, whose);
    shown = store;
    const copy = await store.read('copy');
    if (copy && isOver(copy, new Date())) {
      await copies.removeAll(store);
      await showOffer();
      show('news', words.members.over);
    } else if (copy) {
      showClear(store);
      const now = versionNow(site);
      await Promise.all([
        copies.showInUse(store, copy, now),
        showMaterials(panel, { base, now }, store, render),
      ]);
    } else if ((await store.digests()).size > 0) await copies.showPartial(store, versionNow(site));
    else await showOffer();
  }

  /** Materials are saved beside a copy of the text: whoever came for some is told so. */
  async function showOffer(): Promise<void> {
    const now = versionNow(site);
    await copies.showOffer(now);
    const isOffered = await now.then(() => true).catch(() => false);
    if (isOffered && wantedPage() !== null) show('news', words.materials.afterText);
  }

  /** To remove everything takes two buttons. */
  function showClear(store: CopyStore): void {
    part('clear').hidden = false;
    const ask = element('button', { type: 'button' }, words.clear.button);
    const keep = element('button', { type: 'button' }, words.clear.keep);
    const sure = button(words.clear.confirmed, async () => {
      await copies.removeAll(store);
      await render();
      say(words.clear.done);
      part('heading').focus();
    });
    ask.addEventListener('click', () => {
      show('clear-buttons', element('span', {}, words.clear.confirm), sure, keep);
      keep.focus();
    });
    keep.addEventListener('click', () => {
      show('clear-buttons', ask);
      ask.focus();
    });
    show('clear-buttons', ask);
  }

  const reason = whyNotPossible();
  if (reason) {
    show('impossible', words[reason]);
    return;
  }
  render().catch((error) => {
    console.error(error);
    show('impossible', words.unsupported);
  });
}
