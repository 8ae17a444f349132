import type { MiddlewareHandler } from 'hono';
import { contentPolicy, headersOfAll, keptForever } from '../../../src/file-policies.ts';

/** What may run where, below /admin/; of files of the site and of attachments see src/file-policies.ts. */
export const contentPolicies = {
  /**
   * The editor. Emotion and the widgets write style elements; files chosen and previews live in blobs and data
   * addresses; scripts come from the editor's own bundle alone.
   */
  editor: contentPolicy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' blob: data:",
    'font-src': "'self' data:",
    'media-src': "'self' blob:",
    'connect-src': "'self' blob:",
    'frame-src': "'self' blob:",
    'worker-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'object-src': "'none'",
    'frame-ancestors': "'none'",
  }),
  /** A draft as a page, and the desk: no script. */
  still: contentPolicy({
    'default-src': "'none'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self' data:",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'self'",
  }),
  /** A page of one sentence that tells the others of its browser something by a script of the gateway. */
  ownScript: contentPolicy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'font-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  }),
  /** An answer for a program. */
  nothing: contentPolicy({ 'default-src': "'none'", 'frame-ancestors': "'none'" }),
} as const;

/** Sets what every answer says; what a handler says of its own answer stays. */
export const securityHeaders = (): MiddlewareHandler => async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(headersOfAll)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
};

/** Sets what answers below /admin/ say: nothing but files of the editor is kept, by a browser or on the way. */
export const adminHeaders = (): MiddlewareHandler => async (c, next) => {
  await next();
  const { headers } = c.res;
  if (headers.get('Cache-Control') !== keptForever) headers.set('Cache-Control', 'no-store');
  if (!headers.has('Cross-Origin-Resource-Policy')) {
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  }
  headers.set('Referrer-Policy', 'same-origin');
  if (headers.has('Content-Security-Policy')) return;
  const isPage = headers.get('Content-Type')?.startsWith('text/html') ?? false;
  headers.set('Content-Security-Policy', isPage ? contentPolicies.still : contentPolicies.nothing);
};
