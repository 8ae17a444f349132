import type { Asset } from '../../wire/sent.ts';
import { fileName } from '../repository/content-address.ts';
import { RefusedRequest } from '../requests/refused-request.ts';
import { sentences } from '../requests/sentences.ts';
import type { GatewaySettings } from '../settings.ts';

/**
 * The bytes of a file as they were sent.
 * @throws RefusedRequest where they are more than a file may have, or not sent as base64
 */
export const uploadedBytes = (
  { path, content, encoding }: Asset,
  { maxFileBytes }: Pick<GatewaySettings, 'maxFileBytes'>,
): Uint8Array => {
  if ((content.length / 4) * 3 > maxFileBytes + 2) {
    const most = Math.floor(maxFileBytes / 1024 / 1024);
    throw new RefusedRequest(413, sentences.fileTooLarge(fileName(path), most));
  }
  // Buffer passes over what is no base64, so that a damaged file would be stored without a word.
  const bytes = Buffer.from(content, encoding);
  if (bytes.toString(encoding) !== content) {
    throw new RefusedRequest(422, sentences.unreadableFile);
  }
  return bytes;
};
