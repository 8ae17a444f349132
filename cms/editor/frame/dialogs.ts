import type { ReactNode } from 'react';

/** What stands in a window over the page, with the way to answer it. */
export type ShownDialog = { readonly id: number; readonly content: ReactNode };

/** Windows over the page, one after the other: who asks gets the answer as a promise. */
export type Dialogs = {
  /**
   * Shows a window once those before it are answered.
   * @param draw gives its content; it calls `answer` once
   */
  ask<Answer>(draw: (answer: (value: Answer) => void) => ReactNode): Promise<Answer>;
  shown(): ShownDialog | null;
  onChange(listener: () => void): () => void;
};

export const createDialogs = (): Dialogs => {
  const waiting: ShownDialog[] = [];
  const listeners = new Set<() => void>();
  let count = 0;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    ask: (draw) =>
      new Promise((resolve) => {
        count += 1;
        const id = count;
        const content = draw((value) => {
          const place = waiting.findIndex((each) => each.id === id);
          if (place === -1) return;
          waiting.splice(place, 1);
          tell();
          resolve(value);
        });
        waiting.push({ id, content });
        tell();
      }),
    shown: () => waiting[0] ?? null,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
