import { resolve } from 'node:path';
import { preview } from 'astro';
import { projectRoot } from '../project-root.ts';

/** A built site while it is served, until it is stopped. */
export type ServedSite = { origin: string; folder: string; stop(): Promise<void> };

/**
 * Serves a built edition on a free port of the loopback address, until it is stopped.
 * @param base the path that it was built to stand under, with a slash at both ends.
 */
export async function serveSite(outDir: string, base = '/'): Promise<ServedSite> {
  const folder = resolve(projectRoot, outDir);
  const server = await preview({
    root: projectRoot,
    outDir: folder,
    base,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0 },
  });
  return { origin: `http://127.0.0.1:${server.port}`, folder, stop: () => server.stop() };
}
