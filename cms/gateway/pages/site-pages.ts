import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context, MiddlewareHandler } from 'hono';
import { keptForever, policyOfFile, sitePolicy } from '../../../src/file-policies.ts';
import { mostBytesBeforeSendingOn, sentOnTo } from '../../../src/schema/former-addresses.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentencePage } from '../requests/sentence-page.ts';
import { sentences } from '../requests/sentences.ts';
import type { Standing } from '../takedown/standing.ts';
import type { Takedown } from '../takedown/takedown.ts';
import { fileType } from './file-type.ts';
import { answerWithFound, type Found, findFile } from './static-files.ts';

/**
 * Makes the handler that serves the built site.
 * @param folderOf where it lies now; null where none was built yet
 * @param takedown what readers may not get any more; null where a site is served that follows its own build alone
 */
export const createSitePages =
  (folderOf: () => string | null, takedown: Takedown | null = null): MiddlewareHandler =>
  async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      c.header('Allow', 'GET, HEAD');
      throw new RefusedRequest(405, sentences.method);
    }
    const folder = folderOf();
    const { pathname } = new URL(c.req.url);
    const answer = async (): Promise<Response | null> => {
      const found = folder === null ? null : await findFile(folder, pathname);
      const elsewhere = found && sentOnFrom(found);
      if (elsewhere) return movedFor(c, elsewhere);
      const standing = found && takedown ? await takedown.now() : null;
      return (
        found &&
        ((standing && (await keptBack(c, found, standing))) ?? (await answerWithFound(c, found)))
      );
    };
    let file = await answer();
    if (!file && folder !== null) {
      await untilThere(folder);
      file = await answer();
    }
    if (!file) return notFound(c, folder, takedown);
    if (file.status === 301 || file.status === 410 || file.status === 503) return file;
    const type = file.headers.get('Content-Type') ?? '';
    if (type !== '') {
      file.headers.set('Content-Security-Policy', policyOfFile(type));
    }
    // These names change with what is in the files; every other file may be new with the next publication.
    const isLasting = pathname.startsWith('/assets/');
    file.headers.set('Cache-Control', isLasting ? keptForever : 'no-cache');
    return file;
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

const mostWaits = 20;
const waitMilliseconds = 10;

/** A new site takes the place of the old one in two steps, between which there is none: waits, but not for long. */
const untilThere = async (folder: string): Promise<void> => {
  for (let waited = 0; waited < mostWaits && !existsSync(folder); waited += 1) {
    await pause(waitMilliseconds);
  }
};

/** The answer with a file from which something is gone; null where it is served as it lies there. */
const keptBack = async (c: Context, found: Found, standing: Standing): Promise<Response | null> => {
  const now = await standing.fileAt(found.path);
  if (now.kind === 'same') return null;
  // Where a slash is missing, the page itself is asked for next.
  if (found.kind === 'folder' && now.kind !== 'gone') return null;
  if (now.kind === 'without') {
    const tag = `W/"${createHash('sha256').update(now.bytes).digest('base64url').slice(0, 22)}"`;
    if (c.req.header('if-none-match') === tag) {
      return new Response(null, { status: 304, headers: { ETag: tag } });
    }
    return new Response(now.bytes as Uint8Array<ArrayBuffer>, {
      headers: { 'Content-Type': fileType(found.path), ETag: tag },
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

const notFound = async (
  c: Context,
  folder: string | null,
  takedown: Takedown | null,
): Promise<Response> => {
  const headers = { 'Cache-Control': 'no-cache', 'Content-Security-Policy': sitePolicy };
  const found = folder === null ? null : await findFile(folder, '404.html');
  const now = found && (await (await takedown?.now())?.fileAt(found.path));
  const page =
    now?.kind === 'without'
      ? new Response(now.bytes as Uint8Array<ArrayBuffer>)
      : found && (now ?? { kind: 'same' }).kind === 'same'
        ? await answerWithFound(c, found)
        : null;
  if (!page?.ok) return c.html(sentencePage(sentences.notFound), 404, headers);
  return new Response(page.body, {
    status: 404,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  });
};
