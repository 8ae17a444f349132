import type { UploadId } from '../../wire/upload.ts';
import type { FileState } from '../form/form-world.ts';

/** How far a file is, as its row shows it; one that waits for the save with the id that the save names. */
export type UploadState =
  | Exclude<FileState, { kind: 'kept' }>
  | (Extract<FileState, { kind: 'kept' }> & { readonly upload: UploadId });
