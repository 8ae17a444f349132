import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createSitePages } from '../../cms/gateway/pages/site-pages.ts';

/** Run by stream-part.ts in a process of its own, whose memory is measured: `FOLDER`. Sends the port that it listens on. */
const [folder = ''] = process.argv.slice(2);
const app = new Hono().all('/*', createSitePages({ folder: () => folder }));
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.(port));
process.once('disconnect', () => process.exit());
