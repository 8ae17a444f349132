import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { mediaType } from '../offline/media-type.ts';

/** A served site that counts what it is asked for. */
export type CountingSite = {
  origin: string;
  /** The addresses asked for since the last call, and the bytes of all answers. */
  taken(): { paths: string[]; bytes: number };
  /** Breaks the next answer for a path off after so many bytes. */
  breakOff(path: string, after: number): void;
  /** Leaves the next request for a path without an answer. */
  hold(path: string): void;
  /** Ends the server with all its connections; the same port may be served again. */
  stop(): Promise<void>;
};

/**
 * Serves a folder as plainly as a static host can, without compression or caching, and counts what it sends.
 * @param base the path that the site was built to stand under, with a slash at both ends
 * @param port a port to serve again; a free one unless said otherwise
 */
export async function serveCounted(folder: string, base = '/', port = 0): Promise<CountingSite> {
  let paths: string[] = [];
  let bytes = 0;
  const breaks = new Map<string, number>();
  const held = new Set<string>();
  const fileOf = async (pathname: string): Promise<string | undefined> => {
    const path = decodeURIComponent(pathname).slice(base.length);
    const file = join(folder, path.endsWith('/') || path === '' ? `${path}index.html` : path);
    const found = await stat(file).catch(() => undefined);
    return found?.isFile() ? file : undefined;
  };
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://site.invalid');
    paths.push(pathname);
    if (held.delete(pathname)) return;
    const file = pathname.startsWith(base) ? await fileOf(pathname) : undefined;
    if (!file) {
      response
        .writeHead(404, { 'content-type': 'text/html' })
        .end('<!doctype html><title>404</title>');
      return;
    }
    const { size } = await stat(file);
    response.setHeader('content-type', mediaType(file));
    response.setHeader('content-length', size);
    const until = breaks.get(pathname);
    breaks.delete(pathname);
    const stream = createReadStream(file, until === undefined ? {} : { end: until - 1 });
    stream.on('data', (chunk) => {
      bytes += chunk.length;
    });
    stream.on('end', () => (until === undefined ? response.end() : response.destroy()));
    stream.pipe(response, { end: false });
  });
  await listen(server, port);
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken() {
      const since = { paths, bytes };
      paths = [];
      bytes = 0;
      return since;
    },
    breakOff: (path, after) => breaks.set(path, Math.floor(after)),
    hold: (path) => held.add(path),
    async stop() {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await ended;
    },
  };
}

/**
 * Below the ports that systems give to connections going out (RFC 6335, section 6, and Linux from 32768 on): while the
 * server is gone, one of those could take its port, even a browser's own try to reach it.
 */
const ports = { from: 20_000, count: 12_000 };
const tries = 100;

/** Listens on a port, which may take a moment to be free again; on any free one for 0. */
async function listen(server: Server, port: number): Promise<void> {
  for (let left = tries; ; left -= 1) {
    const wanted = port || ports.from + Math.floor(Math.random() * ports.count);
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(wanted, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || left === 0) throw error;
      await pause(50);
    }
  }
}
