import { currentDraft } from '../decap/draft.ts';
import { NotesTab } from '../review/notes-tab.tsx';
import type { OpenEntry } from './open-entry.ts';
import { useParts } from './use-frame.ts';

/** What the office and its editors write each other about the entry in the form, each note at its words. */
export const NotesBeside = ({ entry: { entry, state } }: { readonly entry: OpenEntry }) => {
  const { session, showField } = useParts();
  return (
    entry && (
      <NotesTab
        entry={entry}
        version={state?.version ?? null}
        textNow={wordsInForm}
        onShowField={(field) => void showField(field)}
        onChange={() => void session.refresh()}
      />
    )
  );
};

/** Everything that is written in the form. */
const wordsInForm = (): string => textsIn(currentDraft()?.data).join('\n');

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
