import type { MiddlewareHandler } from 'hono';

/** Set on every answer. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
} as const;

/** What may run where. An attachment is content that somebody sent in, which may do nothing at all on this origin. */
export const contentPolicies = {
  /**
   * The editor. Emotion and the widgets write style elements; files chosen and previews live in blobs and data
   * addresses; scripts come from the editor's own bundle alone.
   */
  editor: policy({
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
  still: policy({
    'default-src': "'none'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self' data:",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'self'",
  }),
  /** An answer for a program. */
  nothing: policy({ 'default-src': "'none'", 'frame-ancestors': "'none'" }),
  /** A page of the site: it sets its own rules, but for these. */
  site: policy({ 'object-src': "'none'", 'base-uri': "'self'", 'frame-ancestors': "'self'" }),
  /** A file that somebody sent in, opened by itself. */
  attachment: policy({
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    'img-src': 'data:',
    'frame-ancestors': "'self'",
    sandbox: '',
  }),
  /** As above; the viewer of the browser for PDF does not run in a sandbox, and runs no script of the page's origin. */
  document: policy({
    'default-src': "'none'",
    'object-src': "'self'",
    'frame-ancestors': "'self'",
  }),
} as const;

/** The policy for a file that is no page, by its type. */
export const attachmentPolicy = (type: string): string =>
  type.startsWith('application/pdf') ? contentPolicies.document : contentPolicies.attachment;

/** Sets what every answer says; what a handler says of its own answer stays. */
export const securityHeaders = (): MiddlewareHandler => async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(always)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
};

/** For files whose name changes with what is in them, and which are the same for everybody. */
export const keptForever = 'public, max-age=31536000, immutable';

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

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');
}
