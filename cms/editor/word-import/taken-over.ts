import { withFreeNotes } from '../word/free-notes.ts';
import type { AcceptedWord } from '../word/word-panel.ts';

/** What a Word file changes in the form: the fields to fill in, and the files to lay beside the entry. */
export type TakenOver = {
  readonly fields: { readonly title?: string; readonly summary?: string; readonly body: string };
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

type Form = {
  readonly data: Readonly<Record<string, unknown>>;
  readonly fileNames: readonly string[];
};

/**
 * Works out what a Word file changes. What somebody has written already is replaced only if they said so, and a picture
 * never takes the place of a file of the same name.
 */
export const takenOver = (
  { title, summary, body, figures, placement }: AcceptedWord,
  { data, fileNames }: Form,
): TakenOver => {
  const names = new Map<string, string>();
  for (const { name } of figures) {
    names.set(name, freeName(name, [...fileNames, ...names.values()]));
  }
  const pointing = body.replace(
    /src="([^"]*)"/g,
    (_, name: string) => `src="${names.get(name) ?? name}"`,
  );
  const before = typeof data['body'] === 'string' ? data['body'].trim() : '';
  const isKept = placement === 'append' && before !== '';
  return {
    fields: {
      ...(title && (isBlank(data['title']) || placement === 'replace') ? { title } : {}),
      ...(summary && isBlank(data['summary']) ? { summary } : {}),
      body: isKept ? `${before}\n\n${withFreeNotes(pointing, before).trim()}\n` : pointing,
    },
    files: figures.map(({ name, bytes }) => ({ name: names.get(name) ?? name, bytes })),
  };
};

const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

/** 図1.png, or 図1-2.png where that is taken. */
const freeName = (name: string, taken: readonly string[]): string => {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let candidate = name;
  for (let count = 2; taken.includes(candidate); count++) candidate = `${stem}-${count}${ending}`;
  return candidate;
};
