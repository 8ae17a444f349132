import { useState } from 'react';
import { currentDraft, fillIn } from '../decap/draft.ts';
import { editorWords as words } from '../words.ts';
import { takenOver } from './taken-over.ts';

/** The files beside the entry in the form. */
type Files = { names(): string[]; add(file: File): string };

/**
 * Makes the button that opens the import of a Word file, which is loaded when somebody uses it for the first time.
 * @param files where its pictures are laid
 */
export const createWordButton = (files: Files) => () => {
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready');
  const open = async () => {
    setState('loading');
    const loaded = await import('../word/word-panel.ts').catch(() => null);
    setState(loaded ? 'ready' : 'failed');
    if (loaded) await importWord(loaded.openWordPanel, files);
  };
  return (
    <div className="portal-word">
      <button
        type="button"
        className="portal-button"
        aria-haspopup="dialog"
        disabled={state === 'loading'}
        onClick={() => void open()}
      >
        {words.word}
      </button>
      {state === 'failed' && (
        <p role="alert" className="portal-error">
          {words.wordFailed}
        </p>
      )}
    </div>
  );
};

type OpenWordPanel = typeof import('../word/word-panel.ts').openWordPanel;

const importWord = async (openWordPanel: OpenWordPanel, beside: Files): Promise<void> => {
  const before = currentDraft();
  if (!before) return;
  const accepted = await openWordPanel({
    hasText: typeof before.data['body'] === 'string' && before.data['body'].trim() !== '',
    headings: /^(?:case-studies|best-practices)$/.test(before.collection) ? 'practice' : 'free',
  });
  const draft = currentDraft();
  if (!accepted || !draft) return;
  const { fields, files } = takenOver(accepted, { data: draft.data, fileNames: beside.names() });
  for (const { name, bytes } of files) beside.add(new File([new Uint8Array(bytes)], name));
  for (const [name, value] of Object.entries(fields)) fillIn(name, value);
};
