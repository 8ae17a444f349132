import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Hono } from 'hono';
import { type ConnectionBook, connectionLimits, watchConnections } from './connections.ts';
import { unwatched, type Watch, watched } from './operation/watched.ts';
import { failureNumber, type OnTrouble } from './requests/failures.ts';
import { sentences } from './requests/sentences.ts';
import type { GatewaySettings } from './settings.ts';

/** A gateway that answers. */
export type Listening = {
  readonly port: number;
  /** Lets what is under way end, and takes nothing new. */
  close(): Promise<void>;
};

/**
 * Has the app answer over HTTP, and ends connections that nobody uses.
 * @param watch what is seen of every request, and whose word counts of who sends it
 * @throws where the address or the port cannot be used
 */
export const listen = async (
  app: Pick<Hono, 'fetch'>,
  { address, port }: Pick<GatewaySettings, 'address' | 'port'>,
  onTrouble: OnTrouble,
  limits = connectionLimits,
  watch: Watch = unwatched,
): Promise<Listening> => {
  const answers = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler(error) {
      // What is no request at all never reaches the app.
      if (error instanceof RequestError) return refused(400, sentences.unreadable);
      const number = failureNumber();
      onTrouble(error, number);
      return refused(500, sentences.failed(number));
    },
  });
  const server = createServer(
    { connectionsCheckingInterval: limits.interval },
    watched(answers, watch),
  );
  const book = watchConnections(server, limits, watch.trustedProxies);
  server.on('clientError', (_error, socket) => refuseUnread(socket as Socket));
  server.on('connect', (_request, socket) => refuseUnread(socket as Socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closed(server, book),
  };
};

const unkept = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };

const refused = (status: number, sentence: string): Response =>
  Response.json({ error: sentence }, { status, headers: unkept });

/** Answers what is no request to a site, as headers that never end, or CONNECT to a proxy, and ends the connection. */
const refuseUnread = (socket: Socket): void => {
  if (!socket.writable) return void socket.destroy();
  const body = JSON.stringify({ error: sentences.unreadable });
  const headers = {
    ...unkept,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('\r\n')}\r\n\r\n${body}`, () =>
    socket.destroy(),
  );
};

const millisecondsBetweenEnds = 50;

const closed = (server: Server, book: ConnectionBook): Promise<void> =>
  new Promise((resolve) => {
    const endUnused = () => {
      server.closeIdleConnections();
      book.endUnused();
    };
    // A connection that has had its answer would be kept open for the next request.
    const ending = setInterval(endUnused, millisecondsBetweenEnds);
    server.close(() => {
      clearInterval(ending);
      resolve();
    });
    endUnused();
  });
