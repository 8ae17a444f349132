import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context, MiddlewareHandler } from 'hono';
import { keptForever, policyOfFile, sitePolicy } from '../../../src/file-policies.ts';
import { listedChecksum } from '../../../src/materials/site-materials.ts';
import { mostBytesBeforeSendingOn, sentOnTo } from '../../../src/schema/former-addresses.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentencePage } from '../requests/sentence-page.ts';
import { sentences } from '../requests/sentences.ts';
import type { Standing } from '../takedown/standing.ts';
import type { Takedown } from '../takedown/takedown.ts';
import { fileType } from './file-type.ts';
import { answerWithFound, type Found, findFile } from './static-files.ts';
import { answerWithBundle } from './streamed-bundles.ts';

/** A built site as it is served. */
export type ServedSite = {
  /** Where it lies now; null where none was built yet. */
  folder(): string | null | Promise<string | null>;
  /** What readers may not get any more; null where a site is served that follows its own build alone. */
  readonly takedown?: Takedown | null;
};

/** The edition that members of the network read at the addresses of the public one. */
export type MembersSite = ServedSite & {
  /** Whether a request is that of somebody who is signed in, and may read it. */
  isFor(c: Context): Promise<boolean>;
};

/**
 * Makes the handler that serves the built site.
 * @param everybodys the public edition where there is one for members too
 * @param members null where all readers get the same. To whom it is not for, nothing of it is looked at: whatever they ask
 *   for is found, or not, in the other alone, so that an address of members is one that does not exist
 */
export const createSitePages =
  (everybodys: ServedSite, members: MembersSite | null = null): MiddlewareHandler =>
  async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      c.header('Allow', 'GET, HEAD');
      throw new RefusedRequest(405, sentences.method);
    }
    if (members === null) return answerFrom(c, everybodys);
    if (!(await members.isFor(c))) return forAnybody(c, await answerFrom(c, everybodys));
    if (isNamedAfterContent(c)) {
      // What both editions have under one name is one file.
      const shared = await fileFrom(c, everybodys);
      if (shared) return shared;
    }
    const isBuilt = (await members.folder()) !== null;
    return forOneAlone(await answerFrom(c, isBuilt ? members : everybodys, 'whatever is known'));
  };

/** Which version of a file a browser may have already: what it says, or none, so that it is given the file. */
type Known = 'as asked' | 'whatever is known';

const answerFrom = async (
  c: Context,
  site: ServedSite,
  known: Known = 'as asked',
): Promise<Response> => (await fileFrom(c, site, known)) ?? notFound(c, site);

/** The answer with what a site has at the address that is asked for; null where it has nothing there. */
const fileFrom = async (
  c: Context,
  site: ServedSite,
  known: Known = 'as asked',
): Promise<Response | null> => {
  const folder = await site.folder();
  if (folder === null) return null;
  const tag = known === 'as asked' ? (c.req.header('if-none-match') ?? null) : null;
  const { pathname } = new URL(c.req.url);
  const answer = async (): Promise<Response | null> => {
    const found = await findFile(folder, pathname);
    const elsewhere = found && sentOnFrom(found);
    if (elsewhere) return movedFor(c, elsewhere);
    if (!found) return streamedBundle(c, folder, site, tag);
    const standing = site.takedown ? await site.takedown.now() : null;
    return (
      (standing && (await keptBack(c, found.path, standing, tag, found.kind === 'folder'))) ??
      (await answerWithFound(c, found, tag, (path) => listedChecksum(folder, path)))
    );
  };
  let file = await answer();
  if (!file) {
    await untilThere(folder);
    file = await answer();
  }
  if (!file || file.status === 301 || file.status === 410 || file.status === 503) return file;
  const type = file.headers.get('Content-Type') ?? '';
  if (type !== '') {
    file.headers.set('Content-Security-Policy', policyOfFile(type));
  }
  // Every file but these may be new with the next publication.
  file.headers.set('Cache-Control', isNamedAfterContent(c) ? keptForever : 'no-cache');
  return file;
};

/** Whether a file is asked for whose name changes with what is in it. */
const isNamedAfterContent = (c: Context): boolean =>
  new URL(c.req.url).pathname.startsWith('/assets/');

/** An answer that somebody who is signed in would not get: no cache may give it to both. */
const forAnybody = (c: Context, answer: Response): Response => {
  if (!answer.ok || !isNamedAfterContent(c)) answer.headers.append('Vary', 'Cookie');
  return answer;
};

/** An answer for somebody who is signed in: nobody on the way may keep it, and no other site show it or measure it. */
const forOneAlone = (answer: Response): Response => {
  const { headers } = answer;
  headers.set('Cache-Control', 'private, no-store');
  headers.append('Vary', 'Cookie');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  // What is not kept is not asked for again by what it was.
  headers.delete('ETag');
  return answer;
};

/** Where a page at a former address sends its readers, which it says itself so that any host can serve it. */
const sentOnFrom = (found: Found): string | null => {
  if (found.kind !== 'file' || !found.path.endsWith('.html')) return null;
  const head = Buffer.alloc(mostBytesBeforeSendingOn);
  try {
    const file = openSync(found.file, 'r');
    try {
      return sentOnTo(head.subarray(0, readSync(file, head)).toString());
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
};

/** Asked again each time: an entry may get back an address that it had before. */
const movedFor = (c: Context, address: string): Response => {
  c.header('Cache-Control', 'no-cache');
  return c.redirect(address, 301);
};

/** The answer with a bundle that lies nowhere as a file, without what is gone while it is sent. */
const streamedBundle = async (
  c: Context,
  folder: string,
  { takedown }: ServedSite,
  knownTag: string | null,
): Promise<Response | null> => {
  const { pathname } = new URL(c.req.url);
  const path = pathname.slice(1);
  const request = {
    method: c.req.method,
    knownTag,
    range: c.req.header('range'),
    ifRange: c.req.header('if-range'),
  };
  const isWhole = async () =>
    ((await (await takedown?.now())?.fileAt(path)) ?? { kind: 'same' }).kind === 'same';
  const bundle = await answerWithBundle(folder, pathname, request, isWhole);
  if (!bundle) return null;
  const standing = await takedown?.now();
  return (standing && (await keptBack(c, path, standing, knownTag))) ?? bundle;
};

const mostWaits = 20;
const waitMilliseconds = 10;

/** A new site takes the place of the old one in two steps, between which there is none: waits, but not for long. */
const untilThere = async (folder: string): Promise<void> => {
  for (let waited = 0; waited < mostWaits && !existsSync(folder); waited += 1) {
    await pause(waitMilliseconds);
  }
};

/** The answer with a file from which something is gone; null where it is served as it lies there. */
const keptBack = async (
  c: Context,
  path: string,
  standing: Standing,
  knownTag: string | null,
  lacksSlash = false,
): Promise<Response | null> => {
  const now = await standing.fileAt(path);
  if (now.kind === 'same') return null;
  // Where a slash is missing, the page itself is asked for next.
  if (lacksSlash && now.kind !== 'gone') return null;
  if (now.kind === 'without') {
    const tag = `W/"${createHash('sha256').update(now.bytes).digest('base64url').slice(0, 22)}"`;
    if (knownTag === tag) {
      return new Response(null, { status: 304, headers: { ETag: tag } });
    }
    return new Response(now.bytes as Uint8Array<ArrayBuffer>, {
      headers: { 'Content-Type': fileType(path), ETag: tag },
    });
  }
  const headers = {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': sitePolicy,
    'X-Robots-Tag': 'noindex',
  };
  return now.kind === 'gone'
    ? c.html(sentencePage(sentences.takenDown), 410, headers)
    : c.html(sentencePage(sentences.beingUpdated), 503, { ...headers, 'Retry-After': '30' });
};

const notFound = async (c: Context, { folder, takedown }: ServedSite): Promise<Response> => {
  const headers = { 'Cache-Control': 'no-cache', 'Content-Security-Policy': sitePolicy };
  const at = await folder();
  const found = at === null ? null : await findFile(at, '404.html');
  const now = found && (await (await takedown?.now())?.fileAt(found.path));
  const page =
    now?.kind === 'without'
      ? new Response(now.bytes as Uint8Array<ArrayBuffer>)
      : found && (now ?? { kind: 'same' }).kind === 'same'
        ? await answerWithFound(c, found, null)
        : null;
  if (!page?.ok) return c.html(sentencePage(sentences.notFound), 404, headers);
  return new Response(page.body, {
    status: 404,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  });
};
