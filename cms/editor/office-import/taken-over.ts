import type { AcceptedDocument } from '../import-panel/import-panel.ts';
import { withFreeNotes } from '../word/free-notes.ts';
import { withFreePictures } from '../word/free-pictures.ts';

/** What a document changes in the form: the fields to fill in, and the files to lay beside the entry. */
export type TakenOver = {
  readonly fields: { readonly title?: string; readonly summary?: string; readonly body: string };
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

type Form = {
  readonly data: Readonly<Record<string, unknown>>;
  readonly fileNames: readonly string[];
};

/**
 * Works out what a document changes. What somebody has written already is replaced only if they said so, and a picture
 * never takes the place of a file of the same name.
 */
export const takenOver = (
  { title, summary, body, figures, placement }: AcceptedDocument,
  { data, fileNames }: Form,
): TakenOver => {
  const free = withFreePictures(body, figures, fileNames);
  const before = typeof data['body'] === 'string' ? data['body'].trim() : '';
  const isKept = placement === 'append' && before !== '';
  return {
    fields: {
      ...(title && (isBlank(data['title']) || placement === 'replace') ? { title } : {}),
      ...(summary && isBlank(data['summary']) ? { summary } : {}),
      body: isKept ? `${before}\n\n${withFreeNotes(free.body, before).trim()}\n` : free.body,
    },
    files: free.files,
  };
};

const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';
