import type { Content, CopyStore } from '../copy-store.ts';
import type { PackedFile } from '../offline-files.ts';
import { packDigest } from './fetch-checked.ts';
import type { UpdatePlan } from './plan-update.ts';
import type { FileToMake } from './version-contents.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** How many files are kept in one step. */
const filesInStep = 64;

/**
 * Puts files together of what the copy holds and what has arrived, proves each and keeps it.
 * @returns those that did not become what they should be: they have to be fetched
 */
export async function makeFiles(
  { making, added }: Pick<UpdatePlan, 'making' | 'added'>,
  store: CopyStore,
  signal: AbortSignal,
): Promise<PackedFile[]> {
  const read = reader(store, new Set(added.map(([, , digest]) => digest)));
  const unmade: PackedFile[] = [];
  let step: [digest: string, content: Content][] = [];
  for (const one of making) {
    signal.throwIfAborted();
    const [, , digest] = one.file;
    const content = await putTogether(one, read);
    if (content && (await packDigest(content)) === digest) step.push([digest, content]);
    else unmade.push(one.file);
    if (step.length < filesInStep) continue;
    await store.keep(step);
    step = [];
  }
  await store.keep(step);
  return unmade;
}

type Read = (digest: string) => Promise<Bytes>;

/** Reads contents; none for one that is not there. @param shared of what many files are made: it is read once */
function reader(store: CopyStore, shared: ReadonlySet<string>): Read {
  const known = new Map<string, Bytes>();
  return async (digest) => {
    const before = known.get(digest);
    if (before) return before;
    const content = await store.content(digest);
    if (!content) return new Uint8Array(0);
    const bytes = new Uint8Array(await new Response(content).arrayBuffer());
    if (shared.has(digest)) known.set(digest, bytes);
    return bytes;
  };
}

/** @returns nothing where a piece is not there, or all together are not as long as the file */
async function putTogether(
  { file: [, bytes], pieces }: FileToMake,
  read: Read,
): Promise<Bytes | undefined> {
  const sources = new Map<string, Bytes>();
  const file = new Uint8Array(bytes);
  let filled = 0;
  for (const [digest, from, count] of pieces) {
    const source = sources.get(digest) ?? (await read(digest));
    sources.set(digest, source);
    const piece = source.subarray(from, from + count);
    if (piece.length !== count || filled + count > bytes) return undefined;
    file.set(piece, filled);
    filled += count;
  }
  return filled === bytes ? file : undefined;
}
