import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { addressOf, isTrusted, subscriberAt } from './requests/sender.ts';
import type { TrustedProxies } from './settings/operation-settings.ts';
import { isLoopback } from './settings.ts';

/** How long anybody may hold a connection without using it; times in milliseconds. */
export type ConnectionLimits = {
  /**
   * Open at once, in all and from one address. A proxy on this machine brings everybody over the loopback address; of one
   * that is trusted it is known for whom each request is.
   */
  readonly most: number;
  readonly mostOfAddress: number;
  /** From the beginning of a connection, or of a request, until its headers are there. */
  readonly headers: number;
  /** From the beginning of a request until its body is there: a large file over a slow line. */
  readonly request: number;
  /** Between two requests of one connection. */
  readonly idle: number;
  /** In each stretch of this length, a body has to bring so many bytes. */
  readonly stretch: number;
  readonly bytesInStretch: number;
  /** How long somebody may leave an answer lying. */
  readonly unread: number;
  /** How often all this is looked at. */
  readonly interval: number;
};

/** What the portal allows: a line of 8 kbit a second is slower than any that an office has. */
export const connectionLimits: ConnectionLimits = {
  most: 500,
  mostOfAddress: 200,
  headers: 10_000,
  // The body of a file may take 30 minutes (requests/body-kinds.ts).
  request: 31 * 60_000,
  idle: 5_000,
  stretch: 20_000,
  bytesInStretch: 20_000,
  unread: 120_000,
  interval: 1_000,
};

/**
 * What a connection does. `new` has sent no whole request yet, `idle` has been answered; only `working`, whose answer is
 * being made, is never ended from here.
 */
type Stage = 'new' | 'receiving' | 'idle' | 'sending' | 'working';

/** Which makes room first where there are too many. */
const firstToEnd: readonly Stage[] = ['new', 'receiving', 'idle', 'sending'];

/** As much of a connection as is looked at. */
type Connection = {
  readonly socket: Pick<
    Socket,
    'bytesRead' | 'bytesWritten' | 'writableLength' | 'remoteAddress' | 'destroy'
  >;
  /** Whose it is, by where it comes from; behind a trusted proxy that of its latest request. */
  sender: string;
  exchange: {
    readonly request: Pick<IncomingMessage, 'complete' | 'readableLength'>;
    readonly response: Pick<ServerResponse, 'headersSent' | 'writableFinished'>;
  } | null;
  /** When its present stretch began, what it did then, and how many bytes had moved. */
  since: number;
  stage: Stage;
  moved: number;
};

export type ConnectionBook = {
  /** Takes a connection up, and ends another, or this one, where there are too many. */
  open(socket: Connection['socket']): void;
  close(socket: Connection['socket']): void;
  /** Notes what a connection is about now, and for whom, where it is a trusted proxy's. */
  exchange(
    socket: Connection['socket'],
    exchange: NonNullable<Connection['exchange']>,
    sender?: string,
  ): void;
  /** Ends what is too slow. */
  look(): void;
  /** Ends what has no request under way. */
  endUnused(): void;
};

/**
 * Makes the book of open connections.
 * @param now milliseconds of a clock that only goes forward
 * @param bringsOthers whether an address is that of a proxy, from which there may be as many as there are in all
 */
export const createConnectionBook = (
  limits: ConnectionLimits,
  now: () => number,
  bringsOthers: (address: string) => boolean = isLoopback,
): ConnectionBook => {
  // Oldest first.
  const book = new Map<Connection['socket'], Connection>();

  const end = ({ socket }: Connection) => {
    book.delete(socket);
    socket.destroy();
  };
  const makeRoom = (among: readonly Connection[]): boolean => {
    for (const stage of firstToEnd) {
      const found = among.find((connection) => stageOf(connection) === stage);
      if (!found) continue;
      end(found);
      return true;
    }
    return false;
  };
  const isTooSlow = (connection: Connection, time: number): boolean => {
    const stage = stageOf(connection);
    const moved = movedBytes(connection, stage);
    const passed = time - connection.since;
    const goesOn = { since: time, stage, moved };
    if (stage !== connection.stage) Object.assign(connection, goesOn);
    // Node itself has no limit for a connection on which nothing comes.
    else if (stage === 'new') return passed >= limits.headers;
    else if (stage === 'idle') return passed >= limits.idle + limits.headers;
    else if (stage === 'receiving' && passed >= limits.stretch) {
      if (moved - connection.moved < limits.bytesInStretch) return true;
      Object.assign(connection, goesOn);
    } else if (stage === 'sending') {
      if (moved > connection.moved) Object.assign(connection, goesOn);
      else return passed >= limits.unread;
    }
    return false;
  };

  return {
    open(socket) {
      const { remoteAddress = '' } = socket;
      const all = [...book.values()];
      const sender = subscriberAt(remoteAddress);
      const neighbours = all.filter((other) => other.sender === sender);
      const isCrowd = !bringsOthers(remoteAddress) && neighbours.length >= limits.mostOfAddress;
      const isFull = isCrowd || all.length >= limits.most;
      if (isFull && !makeRoom(isCrowd ? neighbours : all)) {
        socket.destroy();
        return;
      }
      book.set(socket, { socket, sender, exchange: null, since: now(), stage: 'new', moved: 0 });
    },
    close: (socket) => void book.delete(socket),
    exchange(socket, exchange, sender) {
      const connection = book.get(socket);
      if (!connection) return;
      if (sender !== undefined) {
        const neighbours = [...book.values()].filter(
          (other) => other !== connection && other.sender === sender && stageOf(other) !== 'idle',
        );
        connection.sender = sender;
        if (neighbours.length >= limits.mostOfAddress && !makeRoom(neighbours)) {
          end(connection);
          return;
        }
      }
      connection.exchange = exchange;
      const stage = stageOf(connection);
      Object.assign(connection, { since: now(), stage, moved: movedBytes(connection, stage) });
    },
    look() {
      const time = now();
      for (const connection of book.values()) if (isTooSlow(connection, time)) end(connection);
    },
    endUnused() {
      for (const connection of book.values()) {
        if (['new', 'idle'].includes(stageOf(connection))) end(connection);
      }
    },
  };
};

const stageOf = ({ exchange }: Connection): Stage => {
  if (!exchange) return 'new';
  const { request, response } = exchange;
  if (response.headersSent && !response.writableFinished) return 'sending';
  // Somebody was refused, and still sends.
  if (response.headersSent) return request.complete ? 'idle' : 'receiving';
  // What lies here unread is the portal's own delay.
  return request.complete || request.readableLength > 0 ? 'working' : 'receiving';
};

const movedBytes = ({ socket }: Connection, stage: Stage): number =>
  stage === 'sending' ? socket.bytesWritten - socket.writableLength : socket.bytesRead;

/**
 * Keeps watch over the connections of a server until it is closed.
 * @returns the book, for the end
 */
export const watchConnections = (
  server: Server,
  limits: ConnectionLimits,
  trusted: TrustedProxies | null,
): ConnectionBook => {
  const book = createConnectionBook(
    limits,
    () => performance.now(),
    (address) => isLoopback(address) || isTrusted(address, trusted),
  );
  server.headersTimeout = limits.headers;
  server.requestTimeout = limits.request;
  server.keepAliveTimeout = limits.idle;
  // Some versions of Node leave out silently what is more: the guards have to see every header.
  server.maxHeadersCount = 0;
  server.on('connection', (socket) => {
    book.open(socket);
    socket.once('close', () => book.close(socket));
  });
  server.prependListener('request', (request, response) =>
    book.exchange(request.socket, { request, response }, senderBehindProxy(request, trusted)),
  );
  const timer = setInterval(book.look, limits.interval).unref();
  server.once('close', () => clearInterval(timer));
  return book;
};

/** For whom a trusted proxy sends; undefined where no such proxy does. */
const senderBehindProxy = (
  { headers, socket: { remoteAddress = '' } }: IncomingMessage,
  trusted: TrustedProxies | null,
): string | undefined => {
  if (!isTrusted(remoteAddress, trusted)) return undefined;
  const forwardedFor = headers['x-forwarded-for'];
  const address = addressOf({ remoteAddress, forwardedFor: forwardedFor?.toString() }, trusted);
  return address === remoteAddress ? undefined : subscriberAt(address);
};
