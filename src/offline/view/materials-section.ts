import type { CopyStore } from '../copy-store.ts';
import type { VersionNote } from '../offline-files.ts';
import { sitePath } from '../site-path.ts';
import { offlineWords } from '../words.ts';
import { byEntry, type MaterialGroup, materialGroups, wantedFirst } from './material-groups.ts';
import { materialItem } from './material-item.ts';
import { materialsInCopy } from './offer.ts';
import { type Panel, Stopped } from './panel.ts';
import { requireRoom } from './room.ts';
import { notSaved, removeMaterials, saveMaterials, sizeOf } from './save-materials.ts';
import { wantedPage } from './wanted-page.ts';

const words = offlineWords.materials;

/**
 * Shows the part of the page about files that a reader may save beside the copy: all that the copy lists, or, without a
 * network, what is saved of them. While there is another version, files may be others than the copy lists: it is brought
 * up to date first.
 * @param site its path, and which version of this page's edition the network serves
 * @param render shows what is there anew
 */
export async function showMaterials(
  panel: Panel,
  site: { readonly base: string; readonly now: Promise<VersionNote> },
  store: CopyStore,
  render: () => Promise<void>,
): Promise<void> {
  const { part, show, say, button } = panel;
  const { base } = site;

  async function save(group: MaterialGroup, signal: AbortSignal): Promise<void> {
    const missing = notSaved(group.files, (await store.read('materials')) ?? []);
    await requireRoom(sizeOf(missing));
    try {
      await saveMaterials(store, missing, signal, panel.progress(words.saving(group.title)));
    } catch (error) {
      if (!signal.aborted) throw error;
      say(words.stopped);
      throw new Stopped();
    }
    await render();
    say(words.saved(group.title));
    part('materials-heading').focus();
  }

  async function remove(group: MaterialGroup): Promise<void> {
    await removeMaterials(store, group.files);
    await render();
    say(words.removed(group.title));
    part('materials-heading').focus();
  }

  part('materials').hidden = false;
  if (!part('list').hasChildNodes()) show('list-note', words.loading);
  const saved = (await store.read('materials')) ?? [];
  const note = await site.now.catch(() => undefined);
  const isLatest = note !== undefined && note.version === (await store.read('copy'))?.version;
  const listed = note && (await materialsInCopy(store));
  if (store.isClosed()) return;
  const groups = wantedFirst(listed ? materialGroups(listed) : byEntry(saved), wantedPage());
  const inCopy = (await store.read('files'))?.digests;
  const beside = groups
    .map((group) => ({
      ...group,
      files: group.files.filter(({ address }) => !inCopy?.has(sitePath(address, base) ?? '')),
    }))
    .filter(({ files }) => files.length > 0);
  if (!listed) show('list-note', words.unreachable);
  else if (!isLatest) show('list-note', words.afterUpdate);
  else show('list-note', ...(beside.length === 0 ? [words.none] : []));
  part('list').replaceChildren(
    ...beside.map((group) => {
      const { title, files } = group;
      const missing = notSaved(files, saved);
      const buttons: Node[] = [];
      if (missing.length > 0 && isLatest) {
        const press = (signal: AbortSignal) => save(group, signal);
        buttons.push(button(words.save, press, { name: words.saveOf(title) }));
      }
      if (missing.length < files.length) {
        buttons.push(button(words.remove, () => remove(group), { name: words.removeOf(title) }));
      }
      return materialItem(group, missing, saved, buttons);
    }),
  );
}
