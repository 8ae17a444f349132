import type { CopyStore, SavedCopy, SavedMaterial } from '../copy-store.ts';
import { type AddedBytes, offlineFiles, type PackedFile } from '../offline-files.ts';
import { addressOfFile } from '../site-path.ts';
import { endOfCopy } from '../whose-copy.ts';
import { cutPack, inflated, PackBroken } from './cut-pack.ts';
import {
  fetchFresh,
  fetchMaterial,
  fetchPackedFile,
  NotAsListed,
  NotFetched,
  packDigest,
} from './fetch-checked.ts';
import { makeFiles } from './make-files.ts';
import type { UpdatePlan } from './plan-update.ts';
import type { PartToTake, VersionContents } from './version-contents.ts';

/** What is needed to take a copy. */
export type Taking = {
  base: string;
  store: CopyStore;
  contents: VersionContents;
  plan: UpdatePlan;
  /** Saved materials that stay beside the copy as they are. */
  staying: readonly SavedMaterial[];
  signal: AbortSignal;
  /** Told how much is done, of 1. */
  progress: (share: number) => void;
};

/** How many files are proven and kept in one step. */
const filesInStep = 64;
/** While one part is proven and kept, the next ones are on their way. */
const partsAtOnce = 4;
/** As many requests as a browser has in flight at once. */
const filesAtOnce = 8;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Fetches what a plan names, proves each file before it is kept, and puts the version into use at the very end: if
 * anything fails before, what was in use stays in use, and what was proven does not have to be fetched again.
 * @throws NotFetched, NotAsListed, DOMException of a full disk
 */
export async function takeCopy(taking: Taking): Promise<void> {
  const { base, store, contents, plan, staying, signal, progress } = taking;
  let done = 0;
  const arrived = (bytes: number) => {
    done += bytes;
    progress(Math.min(1, done / Math.max(1, plan.bytes)));
  };
  await atOnce(partsAtOnce, plan.parts, async (part) => {
    const [, bytes] = part.part;
    await takePart(part, base, store, signal, (share) => arrived(share * bytes));
  });
  await atOnce(partsAtOnce, await notKept(plan.added, store), async (added) => {
    await store.keep([[added[2], await fetchAdded(added, base, signal)]]);
    arrived(added[0]);
  });
  const unmade = await makeFiles(plan, store, signal);
  await atOnce(filesAtOnce, [...plan.files, ...unmade], async (file) => {
    const [, bytes, digest] = file;
    await store.keep([[digest, await fetchPackedFile(file, base, signal)]]);
    arrived(bytes);
  });
  const materials = [...staying];
  for (const material of plan.materials) {
    const content = await fetchMaterial(material, signal, arrived);
    await store.keep([[material.checksum, content]]);
    materials.push({ ...material, saved: new Date().toISOString() });
  }
  signal.throwIfAborted();
  const { note, digests } = contents;
  const now = new Date().toISOString();
  const before = await store.read('copy');
  const copy: SavedCopy = {
    ...note,
    since: before?.since ?? now,
    updated: now,
    ...endOfCopy(note.days, new Date(now)),
  };
  await store.putIntoUse(copy, { version: note.version, digests }, materials);
}

/** What has not arrived yet. */
async function notKept(all: readonly AddedBytes[], store: CopyStore): Promise<AddedBytes[]> {
  const here = await store.digests();
  return all.filter(([, , digest]) => !here.has(digest));
}

/** Fetches what was added to files, whole, since they are put together of all of it. */
async function fetchAdded(
  [, inflatedBytes, name]: AddedBytes,
  base: string,
  signal: AbortSignal,
): Promise<Bytes> {
  const address = addressOfFile(offlineFiles.part(name), base);
  for await (const content of streamOf(address, [inflatedBytes], signal)) {
    if ((await packDigest(content)) === name) return content;
  }
  throw new NotAsListed(address);
}

/**
 * Fetches a stream and cuts it into files while it arrives.
 * @throws NotFetched, NotAsListed
 */
async function* streamOf(
  address: string,
  lengths: readonly number[],
  signal: AbortSignal,
): AsyncGenerator<Bytes> {
  const response = await fetchFresh(address, signal);
  if (!response.body) throw new NotFetched(address);
  try {
    yield* cutPack(await inflated(response.body), lengths);
  } catch (error) {
    if (error instanceof PackBroken) throw new NotAsListed(address);
    // A connection that breaks, and gzip that does not end, are both a TypeError.
    throw error instanceof TypeError ? new NotFetched(address, error) : error;
  }
}

/**
 * Fetches a part of the pack, cuts it into files while it arrives and keeps them.
 * @param arrived is told which share of the part was kept
 */
async function takePart(
  { part: [, , name], files }: PartToTake,
  base: string,
  store: CopyStore,
  signal: AbortSignal,
  arrived: (share: number) => void,
): Promise<void> {
  const lengths = files.map(([, bytes]) => bytes);
  const total = lengths.reduce((sum, bytes) => sum + bytes, 0);
  let step: { file: PackedFile; content: Bytes }[] = [];
  const keepStep = async () => {
    const digests = await Promise.all(step.map(({ content }) => packDigest(content)));
    const proven = step.map(({ file: [path, , digest], content }, index) => {
      if (digests[index] !== digest) throw new NotAsListed(path);
      return [digest, content] as const;
    });
    await store.keep(proven);
    arrived(proven.reduce((sum, [, { length }]) => sum + length, 0) / total);
    step = [];
  };
  let next = 0;
  for await (const content of streamOf(
    addressOfFile(offlineFiles.part(name), base),
    lengths,
    signal,
  )) {
    step.push({ file: files[next] as PackedFile, content });
    next += 1;
    if (step.length === filesInStep) await keepStep();
  }
  await keepStep();
}

/** Does a task for each item, some at once, in order; after a failure no other is begun. */
async function atOnce<Item>(
  most: number,
  items: readonly Item[],
  task: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const inTurn = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await task(item);
  };
  try {
    await Promise.all(Array.from({ length: most }, inTurn));
  } finally {
    waiting.length = 0;
  }
}
