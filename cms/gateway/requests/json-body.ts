import type { Context } from 'hono';
import { RefusedRequest } from './refused-request.ts';
import { sentences } from './sentences.ts';

/** More than anything that an editor sends has: what is nested deeper, or is nothing but names, costs more than it says. */
const mostDepth = 32;
const mostValues = 5000;

/**
 * Reads a body as JSON, after one walk over its signs that costs the same whatever they are.
 * @throws RefusedRequest where it is none, nests too deep or has too many parts, or holds half a sign, which no file can keep
 */
export const jsonOf = async (c: Context): Promise<unknown> => {
  const text = decoded(await c.req.arrayBuffer());
  const flaw = text === null ? 'unreadable' : flawIn(text);
  if (text === null || flaw === 'unreadable') throw new RefusedRequest(400, sentences.unreadable);
  if (flaw === 'half-sign') throw new RefusedRequest(422, sentences.halfSign);
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedRequest(400, sentences.unreadable);
  }
};

const decoded = (bytes: ArrayBuffer): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const backslash = 0x5c;
const quote = 0x22;
const comma = 0x2c;

/** What keeps a text from being parsed; null where nothing does. Looks at each sign once. */
export const flawIn = (text: string): 'unreadable' | 'half-sign' | null => {
  let depth = 0;
  let values = 1;
  let isInString = false;
  /** Whether the sign before was the first half of one, written as `\ud83d`. */
  let isHalf = false;
  let hasHalf = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (isInString) {
      const escaped = sign === backslash ? halfAt(text, at) : null;
      const isSecond = escaped !== null && escaped >= 0xdc00 && escaped <= 0xdfff;
      if (isHalf !== isSecond) hasHalf = true;
      isHalf = escaped !== null && escaped >= 0xd800 && escaped <= 0xdbff;
      if (escaped !== null) at += 5;
      else if (sign === backslash) at += 1;
      else if (sign === quote) isInString = false;
    } else if (sign === quote) {
      isInString = true;
    } else if (sign === 0x5b || sign === 0x7b) {
      depth += 1;
      if (depth > mostDepth) return 'unreadable';
    } else if (sign === 0x5d || sign === 0x7d) {
      depth -= 1;
    } else if (sign === comma) {
      values += 1;
      if (values > mostValues) return 'unreadable';
    }
  }
  return hasHalf ? 'half-sign' : null;
};

/** The half of a sign that `\uXXXX` stands for; null for everything else, which the parser will judge. */
const halfAt = (text: string, at: number): number | null => {
  // Halves begin with D8 to DF: of other escapes nothing is read.
  if (text[at + 1] !== 'u' || (text.charCodeAt(at + 2) | 0x20) !== 0x64) return null;
  const digits = text.slice(at + 2, at + 6);
  return /^d[89a-f][0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : null;
};
