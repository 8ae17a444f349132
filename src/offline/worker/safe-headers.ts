import { policyOfFile } from '../../file-policies.ts';
import { mediaType } from '../media-type.ts';

/** What the worker says of a file of the copy, as the portal's own server does. @param path of the file, for its type */
export const safeHeaders = (path: string): Record<string, string> => {
  const type = mediaType(path);
  return {
    'content-type': type,
    'content-security-policy': policyOfFile(type),
    'x-content-type-options': 'nosniff',
  };
};

/**
 * An answer of the network to somebody who opens an address, under the same policy where the server sets none: on a host
 * for files, a picture that somebody sent in would be opened without any. Pages have a policy of their own, and PDFs a
 * viewer of their own.
 */
export const underPolicy = (answer: Response): Response => {
  const policy = policyOfFile(answer.headers.get('content-type') ?? '');
  // What cannot be looked into, as a redirection, is followed by the browser, and asked for again.
  const isFile = answer.type === 'basic' && !answer.redirected && answer.body !== null;
  const isTold = answer.headers.has('content-security-policy');
  if (!isFile || isTold || !policy.includes('sandbox')) return answer;
  const headers = new Headers(answer.headers);
  headers.set('content-security-policy', policy);
  headers.set('x-content-type-options', 'nosniff');
  // The body is decoded already.
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return new Response(answer.body, { status: answer.status, headers });
};
