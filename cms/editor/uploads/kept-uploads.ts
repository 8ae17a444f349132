import { z } from 'zod';
import { fieldProblem } from '../../wire/field-problem.ts';
import { takenOut, uploadId } from '../../wire/upload.ts';

const keptFile = z.strictObject({
  form: z.string(),
  name: z.string(),
  upload: uploadId,
  /** In bytes, as it is kept. */
  size: z.int().nullable().default(null),
  taken: z.array(takenOut).readonly().default([]),
  /** In milliseconds since 1970. */
  until: z.number(),
});

/** A file that may not be stored, of which somebody has written something: that is for the file in its place. */
const refusedFile = z.strictObject({
  form: z.string(),
  name: z.string(),
  refused: z.strictObject({ sentence: z.string(), problems: z.array(fieldProblem).readonly() }),
  about: z.record(z.string(), z.string()),
  until: z.number(),
});

const keptNote = z.union([keptFile, refusedFile]);
export type KeptNote = z.infer<typeof keptNote>;

/**
 * Where a browser writes down which files the gateway keeps, and what was written of those that may not be stored, so that a
 * page that is loaded anew knows them.
 */
export type KeptUploads = {
  read(): readonly KeptNote[];
  write(notes: readonly KeptNote[]): void;
};

/**
 * Makes the notes of one office: another that uses the same browser would not get its files.
 * @param storage of the browser; what it does not take is forgotten with the page
 */
export const keptUploads = (
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  office: string,
  now: () => number,
): KeptUploads => {
  const key = `portal-uploads:${office}`;
  return {
    read() {
      try {
        const notes = z.array(keptNote).safeParse(JSON.parse(storage.getItem(key) ?? '[]'));
        return notes.success ? notes.data.filter(({ until }) => until > now()) : [];
      } catch {
        return [];
      }
    },
    write(notes) {
      try {
        storage.setItem(key, JSON.stringify(notes));
      } catch {
        // A full or closed storage: the files are known as long as the page is open.
      }
    },
  };
};
