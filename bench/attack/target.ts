import { connect, type Socket } from 'node:net';
import type { Answer, Question } from '../gateway/decap-protocol.ts';
import type { Desk, Person } from '../gateway/gateway-server.ts';
import type { Told } from './attack.ts';

/** The portal as somebody who attacks it sees it. */
export type Target = {
  readonly port: number;
  readonly origin: string;
  /** An officer of a made-up university, signed in. */
  readonly officer: Attacker;
  readonly editor: Attacker;
  signIn(person: Person): Promise<Attacker>;
};

/** Somebody signed in who means no good. */
export type Attacker = Desk & {
  read(path: string): Promise<Told>;
  /** Sends a value as JSON. */
  post(path: string, value: unknown): Promise<Told>;
  /** The same, and is gone before the answer comes. */
  abandoned(path: string, value: unknown): Promise<void>;
};

/** How long somebody stays who doesn't wait for the answer. */
const hurryMs = 40;

/** Has a signed-in person attack. */
export const attackerAt = (desk: Desk): Attacker => {
  const json = (value: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  const told = async (answer: Promise<Response>): Promise<Told> => {
    const { status, text } = await answer.then(async (response) => ({
      status: response.status,
      text: await response.text(),
    }));
    return { status, text };
  };
  return {
    ...desk,
    read: (path) => told(desk.request(path)),
    post: (path, value) => told(desk.request(path, json(value))),
    async abandoned(path, value) {
      const signal = AbortSignal.timeout(hurryMs);
      await desk.request(path, { ...json(value), signal }).catch(() => {});
    },
  };
};

/** As long as somebody waits who attacks. */
const patienceMs = 60_000;

/** Turns the answer of a person's request into what was told. */
export const toldBy = async (answer: Promise<Answer>): Promise<Told[]> => {
  const { status, body } = await answer;
  return [{ status, text: body.toString() }];
};

/** Asks in Decap's protocol as the officer. */
export const asOfficer = (on: Target, question: Question): Promise<Told[]> =>
  toldBy(on.officer.say(question));

/**
 * Writes bytes as they are and reads until the line is closed.
 * @param parts written one after the other, `pauseMs` apart
 * @returns the answers' status and text as far as they came
 */
export const rawRequest = async (
  { port }: Pick<Target, 'port'>,
  parts: Iterable<string | Uint8Array>,
  { pauseMs = 0, waitMs = patienceMs }: { pauseMs?: number; waitMs?: number } = {},
): Promise<Told[]> => {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk)).on('error', () => {});
  // Not once() of node:events, which fails for a line that is cut.
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const giveUp = setTimeout(() => socket.destroy(), waitMs);
  try {
    for (const part of parts) {
      if (socket.destroyed) break;
      if (!socket.write(part)) await Promise.race([drained(socket), closed]);
      if (pauseMs > 0) await Promise.race([pause(pauseMs), closed]);
    }
    // What is under way is answered, and the line is closed by whoever is done with it.
    const answered = async () => {
      while (chunks.length === 0 && !socket.destroyed) await pause(20);
      await pause(100);
    };
    await Promise.race([closed, answered()]);
  } finally {
    clearTimeout(giveUp);
    socket.destroy();
  }
  return [
    ...Buffer.concat(chunks)
      .toString('latin1')
      .matchAll(/HTTP\/1\.[01] (\d{3})/g),
  ].map(([, status]) => ({ status: Number(status), text: bodyOf(Buffer.concat(chunks)) }));
};

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => socket.once('drain', () => resolve()));

/** Without the heads, in which no sentence stands. */
const bodyOf = (answer: Buffer): string => answer.toString().replace(/^.*?\r\n\r\n/s, '');

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
