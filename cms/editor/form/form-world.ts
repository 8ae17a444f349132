import { createContext, type FunctionComponent, useContext } from 'react';
import type { Choices } from '../../wire/choices.ts';
import type { FieldProblem } from '../../wire/field-problem.ts';
import type { TakenOut } from '../../wire/upload.ts';
import type { RowFields } from './attachment-row.ts';

/** What the controls of the form know of the world around it. */
export type FormWorld = {
  readonly choices: Choices;
  readonly files: EntryFiles;
  /** What stands below the hints of fields, by their names: 承認リンク beside the approval. */
  readonly belowHints?: Readonly<Record<string, FunctionComponent>>;
  /** Shows a file beside the form; without it there is no button for that. */
  readonly beside?: BesideForm;
};

/** The pane beside the form, as the rows of files know it. */
export type BesideForm = {
  /** @param title what the tab calls the file */
  open(name: string, title: string): void;
  /** The name of the file that is shown there now; null for none. */
  shown(): string | null;
  onChange(listener: () => void): () => void;
};

/** How far a chosen file is on its way into the draft. */
export type FileState =
  /** `part` of it has gone out, from 0 to 1; then the gateway looks into it. */
  | { readonly kind: 'sending'; readonly part: number }
  /** It waits for the save, with what a person should know of it. */
  | {
      readonly kind: 'kept';
      readonly problems: readonly FieldProblem[];
      /** What it does not hold any more, unlike the file that was chosen. */
      readonly taken: readonly TakenOut[];
      /** Where it can be looked at as it will be stored. */
      readonly address: string;
    }
  | { readonly kind: 'saved' }
  /** It may not be stored: another has to be chosen. */
  | {
      readonly kind: 'refused';
      readonly sentence: string;
      readonly problems: readonly FieldProblem[];
      /** Its author let go of it, to mend it. */
      readonly isDeclined?: true;
    }
  /** It did not arrive, or is kept no longer. `canSendAgain`: its bytes are still at hand. */
  | {
      readonly kind: 'failed';
      readonly sentence: string;
      readonly canSendAgain: boolean;
      readonly isSignedOut: boolean;
    };

/** The files beside the entry in the form. */
export type EntryFiles = {
  names(): string[];
  /** Begins to send a file. @returns the name under which the text refers to it */
  add(file: File): string;
  /** How far a file is that was chosen here; null for others. */
  stateOf(name: string): FileState | null;
  /** In bytes; null where that is not known here. */
  sizeOf?(name: string): number | null;
  /** The file itself, as long as it is at hand in this browser. */
  fileOf?(name: string): File | null;
  sendAgain(name: string): void;
  cancel(name: string): void;
  /** Lets go of a file that waits for the save, since its author would rather mend it: its row says how. */
  decline(name: string): void;
  /** What somebody wrote about a file that was refused, for the one in its place; null where nothing is known. */
  about(name: string): RowFields | null;
  /** A file was refused that has a row: what is written there stays with it. */
  keepAbout(name: string, row: RowFields): void;
  onChange(listener: () => void): () => void;
};

const FormWorldContext = createContext<FormWorld | null>(null);
export const FormWorldProvider = FormWorldContext.Provider;

/** @throws outside of a form */
export const useFormWorld = (): FormWorld => {
  const world = useContext(FormWorldContext);
  if (!world) throw new Error('This control stands outside of the form.');
  return world;
};
