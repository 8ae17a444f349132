import { routes } from '../../wire/routes.ts';
import type { UploadId } from '../../wire/upload.ts';

const storedFiles = '/admin/files/';

/**
 * Where the bytes of a file of the form are: a file that was sent and not saved yet waits by itself.
 * @param entry the path of the entry below content/, `case-studies/sakura-u/x`
 * @param upload the id under which it waits; null where it is stored
 */
export const attachedAddress = (entry: string, name: string, upload: UploadId | null): string =>
  upload === null
    ? `${storedFiles}${entry}/${encodeURIComponent(name)}`
    : `${routes.upload.address}${upload}`;

/** What is asked for the text of the file at an address; null where nobody can tell it: it is in the browser alone. */
export const textRouteOf = (
  address: string,
): {
  readonly route: typeof routes.attachmentText | typeof routes.uploadText;
  readonly entry: string;
} | null => {
  if (address.startsWith(storedFiles)) {
    return { route: routes.attachmentText, entry: address.slice(storedFiles.length) };
  }
  const { address: uploads } = routes.uploadText;
  return address.startsWith(uploads)
    ? { route: routes.uploadText, entry: `${address.slice(uploads.length)}/text` }
    : null;
};

/** How a file is shown: a picture, a document in the browser's own viewer, or its text. */
export const wayToShow = (name: string): 'picture' | 'document' | 'text' => {
  if (/\.(?:png|jpe?g|webp|svg)$/i.test(name)) return 'picture';
  return /\.pdf$/i.test(name) ? 'document' : 'text';
};
