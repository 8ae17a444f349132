/**
 * Whether a request ends a session of this site: with the button of a page, or with that of the editor (cms/gateway/login).
 * The gateway's own pages stand at the root of its host, wherever the site stands.
 */
export const isSignOut = ({ method, url }: Pick<Request, 'method' | 'url'>): boolean => {
  const { pathname } = new URL(url);
  return (
    (method === 'POST' && pathname === '/admin/session/end') ||
    (method === 'DELETE' && /^\/admin\/session\/?$/.test(pathname))
  );
};
