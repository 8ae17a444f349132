/** What is said below fields, by their names, until somebody writes into them. */
let notes: ReadonlyMap<string, string> = new Map();
const listeners = new Set<() => void>();

const change = (next: ReadonlyMap<string, string>): void => {
  notes = next;
  for (const listener of listeners) listener();
};

/**
 * Says something below fields of the form, in the place of what was said before. It is read out with its field.
 * @param sentences by the path of a field (`sources.0.url`, `body`); several of one field stand one after another
 */
export const tellAtFields = (
  sentences: readonly { readonly field: string; readonly sentence: string }[],
): void => {
  const next = new Map<string, string>();
  for (const { field, sentence } of sentences) {
    const [name = ''] = field.split('.');
    next.set(name, `${next.get(name) ?? ''}${sentence}`);
  }
  change(next);
};

/** Takes back what is said below a field. */
export const forgetNote = (name: string): void => {
  if (notes.has(name)) change(new Map([...notes].filter(([each]) => each !== name)));
};

/** What is said below a field; empty for nothing. */
export const noteOf = (name: string): string => notes.get(name) ?? '';

export const onNotesChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
