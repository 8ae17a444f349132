import type { Context } from 'hono';
import { attachmentPolicy } from '../../../src/file-policies.ts';
import { fileType } from '../pages/file-type.ts';

/** A file that somebody sent in, as it is opened by itself or beside the form: it can do nothing on this origin. */
export const fileAnswer = (c: Context, name: string, bytes: Uint8Array): Response => {
  const type = fileType(name);
  return c.body(Buffer.from(bytes), 200, {
    'Content-Type': type,
    'Content-Security-Policy': attachmentPolicy(type),
    'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
  });
};
