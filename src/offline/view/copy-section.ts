import { element } from '../../dom/element.ts';
import { fileSize } from '../../formats/file-size.ts';
import { japaneseDate } from '../../formats/japanese-date.ts';
import { dayInJapan } from '../../formats/time-in-japan.ts';
import {
  type CopyStore,
  deleteStore,
  openStore,
  type SavedCopy,
  storeExists,
} from '../copy-store.ts';
import type { VersionNote } from '../offline-files.ts';
import { offlineWords as words } from '../words.ts';
import { NotFetched } from './fetch-checked.ts';
import { type Offer, offerOf, takeOffer } from './offer.ts';
import { type OfflineSite, OtherEdition, versionNow } from './offline-site.ts';
import { type Panel, Stopped } from './panel.ts';
import { room } from './room.ts';
import { hasWorker, replaceWorker, startWorker, stopWorker } from './worker-registration.ts';

/** The part of the page about the copy of the text and the search. */
export type CopySection = {
  /** Nothing is saved. @param now which version the network serves, here and below */
  showOffer(now: Promise<VersionNote>): Promise<void>;
  /** A copy was begun and not finished. */
  showPartial(store: CopyStore, now: Promise<VersionNote>): Promise<void>;
  showInUse(store: CopyStore, copy: SavedCopy, now: Promise<VersionNote>): Promise<void>;
  /** Removes all that is saved, and the worker. */
  removeAll(store: CopyStore): Promise<void>;
};

/** @param render shows what is there anew */
export function copySection(
  panel: Panel,
  site: OfflineSite,
  render: () => Promise<void>,
): CopySection {
  const { part, show, say, button } = panel;
  const { base, whose } = site;

  async function done(words: string): Promise<void> {
    await render();
    say(words);
    part('heading').focus();
  }

  async function save(signal: AbortSignal): Promise<void> {
    const note = await versionNow(site);
    const store = await openStore(base, whose);
    try {
      const offer = await offerOf(site, note, store);
      await takeOffer(site, store, offer, signal, panel.progress(words.copy.saving));
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
    const before = await store.read('copy');
    try {
      await takeOffer(site, store, offer, signal, panel.progress(words.update.updating));
    } catch (error) {
      if (signal.aborted) {
        await removeUnused(store);
        say(words.update.stopped);
      } else if (error instanceof NotFetched) panel.fail(words.update.cutOff);
      else throw error;
      throw new Stopped();
    }
    // The copy is in use already; an older worker reads it as well, and is replaced when all windows are closed.
    const after = await store.read('copy');
    if (before?.worker !== after?.worker) await replaceWorker(base).catch(console.error);
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
      const offer = await offerOf(site, note, store);
      if (store.isClosed()) return;
      const { contents, plan, leaving, isBegun } = offer;
      const titles = leaving.map(({ title }) => title);
      show(
        'news',
        words.update.available(contents.note.day),
        isBegun ? words.update.begun : words.update.onlyChanges,
        ...(titles.length > 0 ? [words.update.gone(titles)] : []),
      );
      const label = words.update.button(plan.bytes > 0 ? fileSize(plan.bytes) : undefined);
      const press = (signal: AbortSignal) => update(store, offer, signal);
      show('buttons', button(label, press, { isMain: true }));
    } catch (error) {
      if (!store.isClosed()) show('news', whyUnknown(error, words.update.unreachable));
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

  /** Shows how large the copy would be and of which day. @returns whether it is known */
  async function showSize(now: Promise<VersionNote>): Promise<boolean> {
    part('heading').textContent = whose === 'members' ? words.members.heading : words.copy.heading;
    part('offer').hidden = false;
    for (const name of ['kept', 'news', 'buttons']) show(name);
    try {
      const { bytes, day } = await now;
      show('size', ...named(words.copy.facts.size, words.copy.about(fileSize(bytes))));
      show('day', ...named(words.copy.facts.day, words.copy.day(day)));
      return true;
    } catch (error) {
      show('news', whyUnknown(error, words.copy.unreachable));
      return false;
    }
  }

  return {
    async showOffer(now) {
      if (!(await showSize(now))) return;
      const { bytes } = await now;
      show('buttons', button(words.copy.save(fileSize(bytes)), save, { isMain: true }));
    },
    async showPartial(store, now) {
      const discard = button(words.copy.discard, async () => {
        await removeAll(store);
        await done(words.copy.discarded);
      });
      if (!(await showSize(now))) return show('buttons', discard);
      show('news', words.copy.partial);
      show('buttons', button(words.copy.resume, save, { isMain: true }), discard);
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

/** Why nothing is known of the version of now. */
const whyUnknown = (error: unknown, away: string): string =>
  error instanceof OtherEdition ? words.members.other : away;

const named = (name: string, value: string) => [element('dt', {}, name), element('dd', {}, value)];
const fact = (name: string, value: string) => element('div', {}, ...named(name, value));

/** The day of a moment, in both eras. */
const dayOf = (moment: string) => japaneseDate(dayInJapan(new Date(moment)));
