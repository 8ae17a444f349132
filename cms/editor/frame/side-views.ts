export type SideView = 'page' | 'file' | 'notes';

/** A file beside the entry that is shown as it reads. */
export type ShownFile = { readonly name: string; readonly title: string; readonly address: string };

type Now = { readonly view: SideView; readonly file: ShownFile | null };

/** What stands beside the form. */
export type SideViews = {
  now(): Now;
  show(view: SideView): void;
  openFile(file: ShownFile): void;
  /** Back to the page. */
  closeFile(): void;
  onChange(listener: () => void): () => void;
};

export const createSideViews = (): SideViews => {
  let now: Now = { view: 'page', file: null };
  const listeners = new Set<() => void>();
  const set = (next: Now) => {
    now = next;
    for (const listener of listeners) listener();
  };
  return {
    now: () => now,
    show: (view) => set({ ...now, view }),
    openFile: (file) => set({ view: 'file', file }),
    closeFile: () => set({ view: 'page', file: null }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
