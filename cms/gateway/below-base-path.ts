import { Hono } from 'hono';

/**
 * Puts an app whose site begins at `/` below the path that the site was built for.
 * @param basePath begins and ends with a slash
 */
export const belowBasePath = (app: Hono, basePath: string): Hono =>
  basePath === '/'
    ? app
    : new Hono()
        .get('/', (c) => c.redirect(basePath))
        .mount(basePath.slice(0, -1), app.fetch)
        // The editor stays where it is.
        .all('/*', (c) => app.fetch(c.req.raw, c.env));
