import type { EntryStore } from './open-entry.ts';
import type { SideViews } from './side-views.ts';

/** The pane beside the form, as the rows of files know it. */
export type BesideForm = {
  /** @param title what the tab calls the file */
  open(name: string, title: string): void;
  /** The name of the file that is shown there now; null for none. */
  shown(): string | null;
  onChange(listener: () => void): () => void;
};

/**
 * Lets the form open a file beside it: one that was sent and not saved yet where it waits, every other as it is stored.
 * @param waiting where a file waits; null where it does not
 */
export const createBesideForm = (
  views: SideViews,
  store: EntryStore,
  waiting: (name: string) => string | null,
): BesideForm => {
  const addressOf = (name: string): string | null => {
    const address = waiting(name);
    if (address) return address;
    const entry = store.now()?.entry;
    return entry ? `/admin/files/${entry}/${encodeURIComponent(name)}` : null;
  };
  return {
    open(name, title) {
      const address = addressOf(name);
      if (address) views.openFile({ name, title, address });
    },
    shown() {
      const { view, file } = views.now();
      return view === 'file' ? (file?.name ?? null) : null;
    },
    onChange: views.onChange,
  };
};
