/** What a page from a disk can never use. */
const serverOnly = /^(?:connect-src|manifest-src|worker-src|child-src)\b/;

/**
 * The security policy of a page, for a disk. Chromium and Firefox take 'self' for files there, but for the search box:
 * Firefox lets a form lead to a file only where the policy says `file:`. Without `connect-src` no script reaches any
 * network, since `default-src` forbids it.
 */
export const folderPolicy = (policy: string): string =>
  policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && !serverOnly.test(directive))
    .map((directive) => (directive.startsWith('form-action') ? 'form-action file:' : directive))
    .join('; ');
