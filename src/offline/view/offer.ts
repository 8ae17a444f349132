import type { MaterialsList } from '../../schema/materials-list.ts';
import type { Content, CopyStore, SavedMaterial } from '../copy-store.ts';
import { offlineFiles, type VersionNote } from '../offline-files.ts';
import { fetchPackedFile, NotAsListed, NotFetched } from './fetch-checked.ts';
import { type OfflineSite, versionNow } from './offline-site.ts';
import { materialsAfter, planUpdate, type UpdatePlan } from './plan-update.ts';
import { requireRoom } from './room.ts';
import { takeCopy } from './take-copy.ts';
import { contentsNow, type VersionContents } from './version-contents.ts';

/** A version of the site, with what has to be fetched for it. */
export type Offer = {
  contents: VersionContents;
  plan: UpdatePlan;
  /** Saved materials that it leaves as they are, and those that it does not list any more. */
  staying: SavedMaterial[];
  leaving: SavedMaterial[];
  /** Whether some of it has arrived already, when it was last tried. */
  isBegun: boolean;
  /** What had to be fetched to know all this, and belongs to it. */
  fetched: readonly (readonly [digest: string, content: Content])[];
};

/** Reads the list of materials as the copy holds it; nothing where it holds none. */
export async function materialsInCopy(store: CopyStore): Promise<MaterialsList | undefined> {
  const digest = (await store.read('files'))?.digests.get(offlineFiles.materials);
  const content = digest && (await store.content(digest));
  return content ? readList(content) : undefined;
}

const readList = async (content: Content): Promise<MaterialsList> =>
  (await new Response(content).json()) as MaterialsList;

/**
 * Works out what has to be fetched for a version, by what is here.
 * @throws NotFetched, NotAsListed, OtherEdition
 */
export async function offerOf(
  site: Pick<OfflineSite, 'base' | 'edition'>,
  note: VersionNote,
  store: CopyStore,
): Promise<Offer> {
  const contents = await contentsNow(site, note, store);
  const [here, files, saved = []] = await Promise.all([
    store.digests(),
    store.read('files'),
    store.read('materials'),
  ]);
  const inUse = new Set([
    ...(files?.digests.values() ?? []),
    ...saved.map(({ checksum }) => checksum),
  ]);
  const isBegun = [...here].some((digest) => !inUse.has(digest));
  const fetched: [string, Content][] = [];
  let after: ReturnType<typeof materialsAfter<SavedMaterial>> = { stay: [], changed: [], gone: [] };
  // Who has saved none need not fetch which there are.
  if (saved.length > 0) {
    const digest = contents.digests.get(offlineFiles.materials) ?? '';
    let content = await store.content(digest);
    if (!content) {
      content = await fetchPackedFile([offlineFiles.materials, 0, digest], site.base);
      fetched.push([digest, content]);
    }
    after = materialsAfter(saved, (await readList(content)).files);
  }
  for (const [digest] of fetched) here.add(digest);
  const plan = planUpdate(contents, here, after.changed);
  return { contents, plan, staying: after.stay, leaving: after.gone, isBegun, fetched };
}

/** How often another version may come out while one is taken, until the reader is told. */
const mostVersions = 5;

/**
 * Takes what is offered. Where the site has gone on meanwhile, so that something is there no more, the version of then
 * is taken in its place; what has arrived is not fetched again.
 * @throws NotFetched, NotAsListed, OtherEdition, NoRoom, DOMException of a full disk
 */
export async function takeOffer(
  site: Pick<OfflineSite, 'base' | 'edition'>,
  store: CopyStore,
  offer: Offer,
  signal: AbortSignal,
  progress: (share: number) => void,
): Promise<void> {
  let now = offer;
  for (let left = mostVersions; ; left -= 1) {
    const { contents, plan, staying, fetched } = now;
    try {
      await requireRoom(plan.room);
      await store.keep(fetched);
      return await takeCopy({ base: site.base, store, contents, plan, staying, signal, progress });
    } catch (error) {
      const mayBeOlder = error instanceof NotFetched || error instanceof NotAsListed;
      if (!mayBeOlder || signal.aborted || left === 0) throw error;
      const note = await noteUnlessAway(site);
      if (!note || note.version === contents.note.version) throw error;
      now = await offerOf(site, note, store);
    }
  }
}

/** Which version there is now; nothing where the network is away. @throws OtherEdition */
const noteUnlessAway = (
  site: Pick<OfflineSite, 'base' | 'edition'>,
): Promise<VersionNote | undefined> =>
  versionNow(site).catch((error) => {
    if (error instanceof NotFetched || error instanceof NotAsListed) return undefined;
    throw error;
  });
