import { useRef, useState } from 'react';
import { currentDraft, fillIn } from '../decap/draft.ts';
import { editorWords as words } from '../words.ts';
import { takenOver } from './taken-over.ts';

/** The files beside the entry in the form. */
type Files = { names(): string[]; add(file: File): string };

/**
 * Makes the button that opens the import of a Word file, which is loaded when somebody uses it for the first time.
 * @param files where its pictures are laid
 */
export const createImportButton = (files: Files) => () => {
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready');
  const button = useRef<HTMLButtonElement>(null);
  const open = async () => {
    setState('loading');
    const loaded = await import('../import-panel/import-panel.ts').catch(() => null);
    setState(loaded ? 'ready' : 'failed');
    // What went in stands below this button, wherever the panel was asked for.
    if (loaded && (await importWord(loaded.openImportPanel, files))) button.current?.focus();
  };
  return (
    <div className="portal-word">
      <button
        ref={button}
        type="button"
        className="portal-button"
        aria-haspopup="dialog"
        // A button that is disabled loses the keyboard, which the panel gives back to where it was.
        aria-disabled={state === 'loading'}
        onClick={() => state === 'loading' || void open()}
      >
        {words.importDocument}
      </button>
      {state === 'failed' && (
        <p role="alert" className="portal-error">
          {words.importFailed}
        </p>
      )}
    </div>
  );
};

type OpenImportPanel = typeof import('../import-panel/import-panel.ts').openImportPanel;

/** @returns whether something went in */
const importWord = async (openImportPanel: OpenImportPanel, beside: Files): Promise<boolean> => {
  const before = currentDraft();
  if (!before) return false;
  const accepted = await openImportPanel({
    hasText: typeof before.data['body'] === 'string' && before.data['body'].trim() !== '',
    headings: /^(?:case-studies|best-practices)$/.test(before.collection) ? 'practice' : 'free',
  });
  const draft = currentDraft();
  if (!accepted || !draft) return false;
  const { fields, files } = takenOver(accepted, { data: draft.data, fileNames: beside.names() });
  for (const { name, bytes } of files) beside.add(new File([new Uint8Array(bytes)], name));
  for (const [name, value] of Object.entries(fields)) fillIn(name, value);
  return true;
};
