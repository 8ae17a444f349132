import { createHash } from 'node:crypto';
import { digestBytes } from '../offline-files.ts';

/** The digest by which a pack names a content. */
export const digestOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest().subarray(0, digestBytes).toString('base64url');
