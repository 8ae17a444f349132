import type { FileState } from '../form/form-world.ts';
import type { KeptFile } from '../kept/kept-text.ts';

/** The bytes of the files that were chosen in the form, until they are stored: the browser keeps them with the text. */
export type FilesAtHand = {
  chosen(name: string, file: File): void;
  forget(name: string): void;
  /** Those that are not stored yet. */
  unsaved(): readonly KeptFile[];
  /** Another form was opened. */
  clear(): void;
};

/** @param stateOf how far a file is on its way; null where its row is gone */
export const createFilesAtHand = (stateOf: (name: string) => FileState | null): FilesAtHand => {
  const files = new Map<string, File>();
  return {
    chosen: (name, file) => void files.set(name, file),
    forget: (name) => void files.delete(name),
    unsaved: () =>
      [...files].flatMap(([name, file]) => {
        const state = stateOf(name);
        const isStored = state === null || state.kind === 'saved' || state.kind === 'refused';
        return isStored ? [] : [{ name, file }];
      }),
    clear: () => files.clear(),
  };
};
