import { useSyncExternalStore } from 'react';
import { noteOf, onNotesChange } from './field-notes.ts';

/** What is said below a field now. */
export const useFieldNote = (name: string): string =>
  useSyncExternalStore(onNotesChange, () => noteOf(name));

/** Shows it. @param id by which the control is described */
export const FieldNote = ({ id, note }: { readonly id: string; readonly note: string }) =>
  note !== '' && (
    <p id={id} className="portal-ask">
      {note}
    </p>
  );
