import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Hono } from 'hono';
import { sentences } from './requests/sentences.ts';
import type { GatewaySettings } from './settings.ts';

/** A gateway that answers. */
export type Listening = {
  readonly port: number;
  /** Lets what is under way end, and takes nothing new. */
  close(): Promise<void>;
};

/** Has the app answer over HTTP. @throws where the address or the port cannot be used */
export const listen = async (
  app: Hono,
  { address, port }: Pick<GatewaySettings, 'address' | 'port'>,
  onTrouble: (error: unknown) => void,
): Promise<Listening> => {
  const server = createServer(
    getRequestListener(app.fetch, {
      overrideGlobalObjects: false,
      errorHandler(error) {
        // What is no request at all never reaches the app.
        const isTheirs = error instanceof RequestError;
        if (!isTheirs) onTrouble(error);
        const sentence = isTheirs ? sentences.unreadable : sentences.failed;
        const headers = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };
        return Response.json({ error: sentence }, { status: isTheirs ? 400 : 500, headers });
      },
    }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closed(server),
  };
};

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
