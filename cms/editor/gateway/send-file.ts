import { routes } from '../../wire/routes.ts';
import type { KeptUpload } from '../../wire/upload.ts';
import { Refusal, refusalOf, understood, unreachable } from './ask-gateway.ts';

export type Sending = {
  /** Hears how much of the file has gone out, from 0 to 1. */
  onPart(part: number): void;
  /** Ends the sending; the promise then rejects. */
  readonly signal: AbortSignal;
};

/**
 * Sends a file as it is. `fetch` tells nothing of how far it is.
 * @param name that the file is to have beside its entry
 * @throws Refusal with one Japanese sentence: the gateway's own, with what is wrong with the file, or that it can't be
 * reached
 */
export const sendFile = (
  name: string,
  file: Blob,
  { onPart, signal }: Sending,
): Promise<KeptUpload> =>
  new Promise((resolve, reject) => {
    const { method, address, answer } = routes.upload;
    const request = new XMLHttpRequest();
    const fail = () => reject(new Refusal(unreachable, 0));
    request.open(method, address + encodeURIComponent(name));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onPart(1);
    request.onerror = fail;
    request.onabort = fail;
    request.onload = () => {
      const { status, response } = request;
      try {
        if (status < 200 || status > 299) throw refusalOf(response, status);
        resolve(understood(answer, response, status));
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
