import type { FieldProblem } from '../../wire/field-problem.ts';
import type { UploadId } from '../../wire/upload.ts';

/** A file that was sent, by the name under which the text refers to it. */
export type SentFile = { readonly name: string; readonly upload: UploadId };

/** The files that were chosen in the form and are not in the draft yet. */
export type FormFiles = {
  /**
   * Begins a save of the form that is open, and waits for what is still being sent.
   * @param text of the entry: a file that it does not name is not waited for, and not saved
   */
  toSave(text: string): Promise<FilesOfSave>;
  /** Sends a file at once, whatever the form says. @throws Refusal as sendFile */
  send(name: string, file: Blob): Promise<SentFile>;
};

/** The files of one save, which stay those of its form whatever is opened meanwhile. */
export type FilesOfSave = {
  /** What the save can name. */
  readonly sent: readonly SentFile[];
  /** Says at its row why a file could not be saved. */
  refuse(name: string, sentence: string, problems: readonly FieldProblem[]): void;
  /** Says at its row that a file is kept no longer, and has to be sent again. */
  lose(name: string, sentence: string): void;
  /** The files are in the draft now. @param path of the entry's text */
  saved(path: string, files: readonly SentFile[]): void;
  /** Whether a file did not arrive that the text names, and nothing is wrong with: only this browser has it. */
  areLacking(): boolean;
};
