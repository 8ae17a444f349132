import { element } from '../../dom/element.ts';
import { fileSize } from '../../formats/file-size.ts';
import { japaneseDate } from '../../formats/japanese-date.ts';
import { dayInJapan } from '../../formats/time-in-japan.ts';
import type { MaterialsList } from '../../schema/materials-list.ts';
import {
  type CopyStore,
  deleteStore,
  openStore,
  type SavedCopy,
  type SavedMaterial,
  storeExists,
} from '../copy-store.ts';
import { type Manifest, offlineFiles, type VersionNote } from '../offline-files.ts';
import { offlineWords as words } from '../words.ts';
import { fetchJson } from './fetch-checked.ts';
import { noteOf, type OfflineSite, OtherEdition } from './offline-site.ts';
import { type Panel, Stopped } from './panel.ts';
import { materialsAfter, planUpdate, type UpdatePlan } from './plan-update.ts';
import { requireRoom, room } from './room.ts';
import { takeCopy } from './take-copy.ts';
import { hasWorker, replaceWorker, startWorker, stopWorker } from './worker-registration.ts';

/** A version of the site, with what has to be fetched for it and which saved materials it leaves as they are. */
type Offer = { manifest: Manifest; plan: UpdatePlan; staying: SavedMaterial[] };

/** The part of the page about the copy of the text and the search. */
export type CopySection = {
  /** Nothing is saved. */
  showOffer(): void;
  /** A copy was begun and not finished. */
  showPartial(store: CopyStore): void;
  /** @param now which version the network serves */
  showInUse(store: CopyStore, copy: SavedCopy, now: Promise<VersionNote>): Promise<void>;
  /** Removes all that is saved, and the worker. */
  removeAll(store: CopyStore): Promise<void>;
};

/**
 * @param size how large the pack is, in words
 * @param render shows what is there anew
 */
export function copySection(
  panel: Panel,
  site: OfflineSite,
  size: string,
  render: () => Promise<void>,
): CopySection {
  const { part, show, say, button } = panel;
  const { base, whose } = site;

  async function take(
    store: CopyStore,
    { manifest, plan, staying }: Offer,
    doing: string,
    signal: AbortSignal,
  ): Promise<void> {
    await requireRoom(plan.added);
    const progress = panel.progress(doing);
    await takeCopy({ base, store, manifest, plan, staying, signal, progress });
  }

  const manifestNow = () => noteOf<Manifest>(base + offlineFiles.manifest, site.edition);

  async function done(words: string): Promise<void> {
    await render();
    say(words);
    part('heading').focus();
  }

  async function save(signal: AbortSignal): Promise<void> {
    const manifest = await manifestNow();
    const store = await openStore(base, whose);
    try {
      const plan = planUpdate(manifest, await store.digests());
      await take(store, { manifest, plan, staying: [] }, words.copy.saving, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      await removeAll(store);
      say(words.copy.stopped);
      throw new Stopped();
    } finally {
      store.close();
    }
    await done(words.copy.saved);
  }

  async function update(store: CopyStore, offer: Offer, signal: AbortSignal): Promise<void> {
    try {
      await take(store, offer, words.update.updating, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      await removeUnused(store);
      say(words.update.stopped);
      throw new Stopped();
    }
    // The copy is in use already; an older worker reads it as well, and is replaced when all windows are closed.
    await replaceWorker(base).catch(console.error);
    await done(words.update.done);
  }

  /** Removes what was fetched for an update that the reader does not want after all. */
  async function removeUnused(store: CopyStore): Promise<void> {
    const [copy, files] = await Promise.all([store.read('copy'), store.read('files')]);
    const materials = (await store.read('materials')) ?? [];
    if (copy && files) await store.putIntoUse(copy, files, materials);
  }

  async function removeAll(store: CopyStore): Promise<void> {
    // The other copy on this device, if there is one, needs the worker as before.
    const other = whose === 'members' ? 'everybody' : 'members';
    if (!(await storeExists(base, other))) await stopWorker(base);
    store.close();
    await deleteStore(base, whose);
  }

  /** Looks for another version and offers it. */
  async function compare(
    store: CopyStore,
    copy: SavedCopy,
    now: Promise<VersionNote>,
  ): Promise<void> {
    show('news', words.update.checking);
    try {
      const note = await now;
      if (note.version === copy.version) return show('news', words.update.latest);
      const [manifest, list] = await Promise.all([
        manifestNow(),
        fetchJson<MaterialsList>(base + offlineFiles.materials),
      ]);
      const saved = (await store.read('materials')) ?? [];
      const { stay, changed, gone } = materialsAfter(saved, list.files);
      const plan = planUpdate(manifest, await store.digests(), changed);
      if (store.isClosed()) return;
      const leaving = gone.map(({ title }) => title);
      show(
        'news',
        words.update.available(manifest.day),
        ...(leaving.length > 0 ? [words.update.gone(leaving)] : []),
      );
      const offer = { manifest, plan, staying: stay };
      const label = words.update.button(fileSize(plan.bytes));
      const press = (signal: AbortSignal) => update(store, offer, signal);
      show('buttons', button(label, press, { isMain: true }));
    } catch (error) {
      const why = error instanceof OtherEdition ? words.members.other : words.update.unreachable;
      if (!store.isClosed()) show('news', why);
    }
  }

  /** A copy without its worker, which the browser may have refused or dropped, gets it back. */
  async function restartWorker(): Promise<void> {
    try {
      if (!(await hasWorker(base))) await startWorker(base);
    } catch (error) {
      console.error(error);
      panel.fail(words.failures.worker);
    }
  }

  const showOffer = () => {
    part('heading').textContent = whose === 'members' ? words.members.heading : words.copy.heading;
    part('offer').hidden = false;
    show('kept');
    show('news');
    show('buttons', button(words.copy.save(size), save, { isMain: true }));
  };

  return {
    showOffer,
    showPartial(store) {
      showOffer();
      show('news', words.copy.partial);
      show(
        'buttons',
        button(words.copy.resume, save, { isMain: true }),
        button(words.copy.discard, async () => {
          await removeAll(store);
          await done(words.copy.discarded);
        }),
      );
    },
    async showInUse(store, copy, now) {
      part('heading').textContent = whose === 'members' ? words.members.inUse : words.copy.inUse;
      part('offer').hidden = true;
      const { used, quota } = await room();
      const days = [fact(words.copy.since, dayOf(copy.since))];
      if (dayOf(copy.updated) !== dayOf(copy.since)) {
        days.push(fact(words.copy.updated, dayOf(copy.updated)));
      }
      show(
        'kept',
        fact(words.copy.facts.day, japaneseDate(copy.day)),
        ...days,
        ...(copy.until === undefined ? [] : [fact(words.members.until, dayOf(copy.until))]),
        fact(words.copy.kept, words.copy.keptOf(fileSize(used), fileSize(quota))),
      );
      show('buttons');
      await restartWorker();
      await compare(store, copy, now);
    },
    removeAll,
  };
}

const fact = (name: string, value: string) =>
  element('div', {}, element('dt', {}, name), element('dd', {}, value));

/** The day of a moment, in both eras. */
const dayOf = (moment: string) => japaneseDate(dayInJapan(new Date(moment)));
