import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '../../../src/refusal.ts';
import { isLoopback } from '../settings.ts';
import type { Measures } from './measures.ts';

/**
 * Tells figures at `/metrics` to programs on this machine: on a port of the loopback address of its own, which no proxy
 * leads to, and under no name that a page elsewhere could have lead here.
 * @returns the port, and what ends it
 * @throws Refusal where the port cannot be used
 */
export const serveMeasures = async (
  port: number,
  measures: Measures,
): Promise<{ readonly port: number; close(): Promise<void> }> => {
  const server = createServer(async ({ method, url, headers }, response) => {
    const host = (headers.host ?? '').replace(/:\d{1,5}$/, '');
    if (!isLoopback(host)) return void response.writeHead(403).end();
    if (url !== '/metrics') return void response.writeHead(404).end();
    if (method !== 'GET') return void response.writeHead(405, { Allow: 'GET' }).end();
    const text = await measures.text().catch(() => null);
    if (text === null) return void response.writeHead(500).end();
    response
      .writeHead(200, { 'Content-Type': measures.contentType, 'Cache-Control': 'no-store' })
      .end(text);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', () =>
      reject(
        new Refusal(
          `設定 METRICS_PORT のポート ${port} を使えませんので、ほかのプログラムが使っていない、1024 以上の番号を指定してください。`,
        ),
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
