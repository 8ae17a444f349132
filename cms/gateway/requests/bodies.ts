import type { Context, MiddlewareHandler } from 'hono';
import type { Contributor } from '../permissions/contributor.ts';
import type { GatewaySettings } from '../settings.ts';
import { type BodyKind, type BodyLimit, bodyLimits, mostIdleSeconds } from './body-kinds.ts';
import { type BytesInFlight, createBytesInFlight, type Hold } from './bytes-in-flight.ts';
import { RefusedRequest } from './refused-request.ts';
import { senderOf as addressOfSender } from './sender.ts';
import { sentences } from './sentences.ts';

/** The ways in which bodies are read. Each states its limit before a byte is read, and counts what comes. */
export type Bodies = {
  /** Takes the body away from every request; what states a limit gets it back. Goes before everything else. */
  readonly closed: MiddlewareHandler;
  /** Reads a body of this kind whole, for `c.req` to give; goes after the sign-in where there is one. */
  of(kind: Exclude<BodyKind, 'file'>): MiddlewareHandler;
  /** Lets a handler read the bytes of a file as they come (`fileBytes`). */
  readonly file: MiddlewareHandler;
};

/** The bytes of a file on their way: the length that was declared, null where none was, and the bytes themselves. */
export type FileBytes = {
  readonly declared: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
};

const statedLimits = new WeakMap<object, BodyLimit>();
const withheld = new WeakMap<Context, Request>();
const files = new WeakMap<Context, FileBytes>();

/** The limit that a handler states, for the test that holds every route to one; undefined where it states none. */
export const limitStatedBy = (handler: object): BodyLimit | undefined => statedLimits.get(handler);

/** The bytes of the file that a request brings. @throws where its route does not state that it takes one */
export const fileBytes = (c: Context): FileBytes => {
  const found = files.get(c);
  if (!found) throw new Error('This route does not say that it takes a file.');
  return found;
};

/** What counts the bytes on their way: nobody who is not signed in takes room from those who are. */
export type Flights = {
  readonly signIns: BytesInFlight;
  readonly texts: BytesInFlight;
  readonly files: BytesInFlight;
};

/** Makes the ways in which a portal reads bodies, with the bounds of what is on its way at one time. */
export const createBodies = (
  settings: Pick<GatewaySettings, 'maxFileBytes'>,
  {
    flights = flightsOf(settings),
    limits = bodyLimits(settings),
  }: { flights?: Flights; limits?: Readonly<Record<BodyKind, BodyLimit>> } = {},
): Bodies => {
  const flightOf = {
    'sign-in': flights.signIns,
    text: flights.texts,
    form: flights.texts,
    answer: flights.signIns,
    call: flights.signIns,
    file: flights.files,
  } satisfies Record<BodyKind, BytesInFlight>;

  const stating = (kind: BodyKind, read: (c: Context, body: Body) => Promise<void>) => {
    const limit = limits[kind];
    const middleware: MiddlewareHandler = async (c, next) => {
      if (!takesBody(c)) return next();
      const given = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
      if (given !== limit.type) throw new RefusedRequest(415, sentences.contentType);
      const tooLarge = () => new RefusedRequest(413, tooLargeSentence(kind, limit));
      const declared = declaredLength(c);
      if (declared !== null && declared > limit.mostBytes) throw tooLarge();
      const hold = flightOf[kind].hold(senderOf(c), declared ?? 0);
      try {
        const stream = (withheld.get(c) ?? c.req.raw).body;
        const bytes = counted(stream, { declared, limit, hold, tooLarge });
        await read(c, { declared, bytes });
        await next();
      } finally {
        hold.release();
      }
    };
    statedLimits.set(middleware, limit);
    return middleware;
  };

  return {
    async closed(c, next) {
      if (!methods.has(c.req.method)) throw new RefusedRequest(405, sentences.method);
      if (takesBody(c)) {
        withheld.set(c, c.req.raw);
        const { url, method, headers } = c.req.raw;
        c.req.raw = new Request(url, { method, headers });
      }
      await next();
    },
    of: (kind) =>
      stating(kind, async (c, { bytes }) => {
        const { url, method, headers } = c.req.raw;
        c.req.raw = new Request(url, { method, headers, body: await gathered(bytes) });
      }),
    file: stating('file', async (c, body) => {
      files.set(c, body);
    }),
  };
};

type Body = FileBytes;

/** What may be on its way: texts lie in memory until they are answered, files go to the disk as they come. */
export const flightsOf = ({ maxFileBytes }: Pick<GatewaySettings, 'maxFileBytes'>): Flights => {
  const bounds = (unit: number, inAll: number, ofAddress: number, ofPerson: number) =>
    createBytesInFlight({
      inAll: inAll * unit,
      ofAddress: ofAddress * unit,
      ofPerson: ofPerson * unit,
    });
  const megabyte = 1024 * 1024;
  return {
    signIns: bounds(megabyte, 8, 4, 4),
    texts: bounds(megabyte, 32, 16, 4),
    files: bounds(maxFileBytes, 24, 16, 10),
  };
};

/** The methods of HTTP that are answered at all; some of the others can't even be written down as a request. */
const methods = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);

const takesBody = ({ req }: Context): boolean => req.method !== 'GET' && req.method !== 'HEAD';

/** The length that a request says its body has; null where it says none. Node has refused what is no number. */
const declaredLength = (c: Context): number | null => {
  const length = Number(c.req.header('content-length') ?? Number.NaN);
  return Number.isSafeInteger(length) && length >= 0 ? length : null;
};

const senderOf = (c: Context) => {
  const who = c.get('who') as Contributor | undefined;
  return { address: addressOfSender(c), person: who ? JSON.stringify(who) : null };
};

type Bound = {
  readonly declared: number | null;
  readonly limit: BodyLimit;
  readonly hold: Hold;
  tooLarge(): RefusedRequest;
};

/** The bytes of a body, counted as they come, whatever its length was said to be. */
async function* counted(
  stream: ReadableStream<Uint8Array> | null,
  { declared, limit, hold, tooLarge }: Bound,
): AsyncGenerator<Uint8Array> {
  if (!stream) return;
  let come = 0;
  let heldFor = declared ?? 0;
  for await (const chunk of piecesOf(stream, limit)) {
    come += chunk.length;
    if (come > limit.mostBytes) throw tooLarge();
    if (come > heldFor) {
      hold.grow(come - heldFor);
      heldFor = come;
    }
    yield chunk;
  }
}

/**
 * The pieces of a body as they come. A connection that breaks off or falls silent is the sender's doing, and no fault of
 * ours. The stream is never cancelled: that would close the connection before the answer.
 */
async function* piecesOf(
  stream: ReadableStream<Uint8Array>,
  { mostSeconds }: BodyLimit,
): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  const end = Date.now() + mostSeconds * 1000;
  try {
    for (;;) {
      const wait = Math.min(end - Date.now(), mostIdleSeconds * 1000);
      const { done, value } = await within(wait, reader.read());
      if (done) return;
      yield value;
    }
  } catch {
    throw new RefusedRequest(400, sentences.brokenOff);
  } finally {
    reader.releaseLock();
  }
}

/** What comes within so many milliseconds. @throws where nothing does */
const within = async <Value>(milliseconds: number, coming: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  // Whoever gave up on it hears no more of it.
  coming.catch(() => {});
  try {
    return await Promise.race([
      coming,
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('Nothing came.')), milliseconds);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
};

const gathered = async (bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const tooLargeSentence = (kind: BodyKind, { mostBytes }: BodyLimit): string =>
  kind === 'file'
    ? sentences.fileTooLarge(Math.floor(mostBytes / 1024 / 1024))
    : sentences.tooLarge[kind];
