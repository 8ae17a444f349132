import type { GatewaySettings } from '../settings.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** What can be sent in a body, each with its type and the most bytes. The list is closed: nothing else is ever read. */
export type BodyKind = 'sign-in' | 'text' | 'form' | 'answer' | 'call' | 'file';

/** How a kind of body is recognised, how much of it is read, and for how long. */
export type BodyLimit = {
  readonly type: string;
  readonly mostBytes: number;
  /** In which time it has to have come, whole. */
  readonly mostSeconds: number;
};

/** Whoever sends nothing for so long sends nothing any more. */
export const mostIdleSeconds = 60;

/** The limits of a portal. @param settings what it allows a file to have */
export const bodyLimits = ({
  maxFileBytes,
}: Pick<GatewaySettings, 'maxFileBytes'>): Readonly<Record<BodyKind, BodyLimit>> => ({
  /** Who somebody is; asked of everybody. */
  'sign-in': { type: 'application/json', mostBytes: 4 * kilobyte, mostSeconds: 10 },
  /** A text with its fields, by JSON; small files may lie in it as base64. */
  text: { type: 'application/json', mostBytes: megabyte, mostSeconds: 120 },
  /** A form of the desk has two short fields. */
  form: { type: 'application/x-www-form-urlencoded', mostBytes: 16 * kilobyte, mostSeconds: 30 },
  /** The answer of somebody who holds a link, and is not signed in. */
  answer: { type: 'application/x-www-form-urlencoded', mostBytes: 16 * kilobyte, mostSeconds: 30 },
  /** What a git host says happened there: of all that, only its signature is looked at. */
  call: { type: 'application/json', mostBytes: megabyte, mostSeconds: 30 },
  /** The bytes of a file as they are. */
  file: { type: 'application/octet-stream', mostBytes: maxFileBytes, mostSeconds: 30 * 60 },
});
