import { createHash } from 'node:crypto';

/** The SHA-256 of bytes in hexadecimal: what a file is known by, whatever its name and place. */
export const checksumOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
