/** A content security policy as a header has it. @param directives each name with its sources */
export const contentPolicy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');

/** What every answer says, whoever serves the site. */
export const headersOfAll = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
} as const;

/** For files whose name changes with what is in them, and which are the same for everybody. */
export const keptForever = 'public, max-age=31536000, immutable';

/** A page of the site, and whatever it loads: it sets its own rules, but for these. */
export const sitePolicy = contentPolicy({
  'object-src': "'none'",
  'base-uri': "'self'",
  'frame-ancestors': "'self'",
});

/** Content that may do nothing at all on this origin. */
const inertPolicy = contentPolicy({
  'default-src': "'none'",
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'frame-ancestors': "'self'",
  sandbox: '',
});

/** As above; the viewer of the browser for PDF does not run in a sandbox, and runs no script of the page's origin. */
const documentPolicy = contentPolicy({
  'default-src': "'none'",
  'object-src': "'self'",
  'frame-ancestors': "'self'",
});

/** The policy for a file that somebody sent in, opened by itself. @param type its media type */
export const attachmentPolicy = (type: string): string =>
  type.startsWith('application/pdf') ? documentPolicy : inertPolicy;

/** Whatever a page loads; all else that is no page was sent in by somebody. */
const partOfPage =
  /^(?:text\/(?:html|css|javascript)|font\/|application\/(?:wasm|json|manifest\+json))/;

/**
 * The policy under which whoever serves a file of the site serves it: the gateway, and the worker from a copy.
 * @param type its media type
 */
export const policyOfFile = (type: string): string =>
  partOfPage.test(type) ? sitePolicy : attachmentPolicy(type);
