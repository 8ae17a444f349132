import type { Context, MiddlewareHandler } from 'hono';
import { policyOfFile, sitePolicy } from '../../../src/file-policies.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentencePage } from '../requests/sentence-page.ts';
import { sentences } from '../requests/sentences.ts';
import { answerWithFile } from './static-files.ts';

/**
 * Makes the handler that serves the built site.
 * @param folderOf where it lies now; null where none was built yet
 */
export const createSitePages =
  (folderOf: () => string | null): MiddlewareHandler =>
  async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      c.header('Allow', 'GET, HEAD');
      throw new RefusedRequest(405, sentences.method);
    }
    const folder = folderOf();
    const { pathname } = new URL(c.req.url);
    const file = folder === null ? null : await answerWithFile(c, folder, pathname);
    if (!file) return notFound(c, folder);
    const type = file.headers.get('Content-Type') ?? '';
    if (type !== '') {
      file.headers.set('Content-Security-Policy', policyOfFile(type));
    }
    // These names change with what is in the files; every other file may be new with the next publication.
    const isLasting = pathname.startsWith('/assets/');
    file.headers.set(
      'Cache-Control',
      isLasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    return file;
  };

const notFound = async (c: Context, folder: string | null): Promise<Response> => {
  const page = folder === null ? null : await answerWithFile(c, folder, '404.html');
  const headers = { 'Cache-Control': 'no-cache', 'Content-Security-Policy': sitePolicy };
  if (!page?.ok) return c.html(sentencePage(sentences.notFound), 404, headers);
  return new Response(page.body, {
    status: 404,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  });
};
