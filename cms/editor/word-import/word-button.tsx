import { useState } from 'react';
import { addFile, currentDraft, fileNames, fillIn } from '../decap/draft.ts';
import { editorWords as words } from '../words.ts';
import { takenOver } from './taken-over.ts';

/** Opens the import of a Word file, which is loaded when somebody uses it for the first time. */
export const WordButton = () => {
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready');
  const open = async () => {
    setState('loading');
    const loaded = await import('../word/word-panel.ts').catch(() => null);
    setState(loaded ? 'ready' : 'failed');
    if (loaded) await importWord(loaded.openWordPanel);
  };
  return (
    <div className="portal-word">
      <button
        type="button"
        className="portal-button portal-main"
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

const importWord = async (openWordPanel: OpenWordPanel): Promise<void> => {
  const before = currentDraft();
  if (!before) return;
  const accepted = await openWordPanel({
    hasText: typeof before.data['body'] === 'string' && before.data['body'].trim() !== '',
    headings: /^(?:case-studies|best-practices)$/.test(before.collection) ? 'practice' : 'free',
  });
  const draft = currentDraft();
  if (!accepted || !draft) return;
  const { fields, files } = takenOver(accepted, { data: draft.data, fileNames: fileNames() });
  for (const { name, bytes } of files) addFile(new File([new Uint8Array(bytes)], name));
  for (const [name, value] of Object.entries(fields)) fillIn(name, value);
};
