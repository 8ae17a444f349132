import { mainBranch } from './git-folder.ts';
import { collection, type Draft, textPath } from './world.ts';

/** What a server said. The bytes are read to their end, and not taken apart while the time runs. */
export type Answer = { status: number; body: Buffer };

type Params = Readonly<Record<string, unknown>>;

/** A question of Decap's proxy protocol, which both servers speak. */
export type Question = { action: string; params: Params };

/** Asks a server. @param headers beside the type of the body: a cookie, where the server wants one */
export async function ask(
  address: string,
  { action, params }: Question,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      branch: mainBranch,
      action,
      params: { branch: mainBranch, ...params },
    }),
  });
  return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
}

/** The questions as Decap asks them for a collection with `path: '{{institution}}/{{slug}}/index'`. */
export const questions = {
  list: (): Question => ({
    action: 'entriesByFolder',
    params: { folder: `content/${collection}`, extension: 'mdx', depth: 3 },
  }),
  entry: (draft: Pick<Draft, 'contentPath'>): Question => ({
    action: 'getEntry',
    params: { path: textPath(draft) },
  }),
  /** @param more what one server wants beyond the protocol */
  save: (draft: Draft, more: Params = {}): Question => ({
    action: 'persistEntry',
    params: {
      dataFiles: [{ slug: slugOf(draft), path: textPath(draft), raw: draft.text }],
      assets: [],
      options: {
        collectionName: collection,
        commitMessage: `Update ${collection} “${slugOf(draft)}”`,
        useWorkflow: true,
        status: 'draft',
        hasSubfolders: true,
      },
      ...more,
    },
  }),
  /** What the editor's page asks when somebody opens a draft. */
  open: (draft: Draft): Question => ({
    action: 'unpublishedEntry',
    params: { collection, slug: slugOf(draft) },
  }),
  /** @param seen what the answer to `open` said was seen; nothing is approved without it */
  move: (
    draft: Draft,
    newStatus: 'pending_review' | 'pending_publish',
    seen?: string | null,
  ): Question => ({
    action: 'updateUnpublishedEntryStatus',
    params: { collection, slug: slugOf(draft), newStatus, ...asSeen(seen) },
  }),
  publish: (draft: Draft, seen?: string | null): Question => ({
    action: 'publishUnpublishedEntry',
    params: { collection, slug: slugOf(draft), ...asSeen(seen) },
  }),
} as const;

/** What Decap calls the slug: the path below the collection's folder, without the ending. */
const slugOf = ({ contentPath }: Draft): string =>
  `${contentPath.slice(collection.length + 1)}/index`;

const asSeen = (seen: string | null | undefined): Params => (seen === undefined ? {} : { seen });

/** Which content of a draft the answer to `open` shows; undefined where it shows none. */
export const seenIn = ({ status, body }: Answer): string | null | undefined =>
  status === 200 ? (JSON.parse(body.toString()) as { seen?: string | null }).seen : undefined;

/** How many entries a list holds. */
export const entriesIn = ({ body }: Answer): number =>
  (JSON.parse(body.toString()) as unknown[]).length;

/** The name of the version that an entry was answered in; null where there is none. */
export const versionIn = ({ body }: Answer): string | null =>
  (JSON.parse(body.toString()) as { file?: { id?: string | null } }).file?.id ?? null;

/**
 * Takes an answer as it should be.
 * @throws Error with what the server said instead
 */
export async function expectDone(answer: Promise<Answer>): Promise<Answer> {
  const { status, body } = await answer;
  if (status !== 200)
    throw new Error(`A server answered ${status}: ${body.toString().slice(0, 500)}`);
  return { status, body };
}
