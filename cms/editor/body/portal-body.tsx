import { type FunctionComponent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type DecapControlProps, useDecapControl } from '../form/decap-control.ts';
import { type FormWorld, FormWorldProvider } from '../form/form-world.ts';
import { usePaste } from '../paste/use-paste.tsx';
import { InsertDialog } from './insert-dialog.tsx';
import { type Insertion, insertions } from './insertions.ts';
import {
  blockChange,
  type Change,
  lineStartChange,
  type Selected,
  skeletonText,
} from './snippets.ts';

/** A button that changes the text without asking. */
type Mark = { readonly label: string; change(selected: Selected): Change };

const marks: readonly Mark[] = [
  {
    label: '見出しの型を入れる',
    change: (selected) => blockChange(selected, skeletonText(selected.text).trimEnd()),
  },
  { label: '見出し', change: (selected) => lineStartChange(selected, () => '## ') },
  { label: '箇条書き', change: (selected) => lineStartChange(selected, () => '- ') },
  {
    label: '番号つき',
    change: (selected) => lineStartChange(selected, (place) => `${place + 1}. `),
  },
  {
    label: '太字',
    change: ({ text, start, end }) => ({
      from: start,
      to: end,
      by: `**${text.slice(start, end) || '強調することば'}**`,
    }),
  },
];

/**
 * Makes the control for an entry's text: the text as it is stored, with a button for everything that may stand in it.
 * Decap's own editors of rich text change what they do not know (footnotes, tables, components), so there is none.
 * @param toolbar what stands above the buttons
 */
export const createPortalBody =
  (world: FormWorld, Toolbar: FunctionComponent): FunctionComponent<DecapControlProps> =>
  ({ forID, value, onChange, ref }) => {
    useDecapControl(ref, forID);
    const area = useRef<HTMLTextAreaElement>(null);
    const [asking, setAsking] = useState<{ insertion: Insertion; selected: Selected } | null>(null);
    const hintId = `${forID}-hint`;

    const selected = (): Selected => ({
      text: area.current?.value ?? '',
      start: area.current?.selectionStart ?? 0,
      end: area.current?.selectionEnd ?? 0,
    });
    const apply = (changes: readonly Change[]) => {
      if (!area.current) return;
      for (const change of changes) typeInto(area.current, change);
      onChange(area.current.value);
    };

    const whole = () => area.current?.value ?? '';
    const paste = usePaste({
      area,
      selected,
      apply,
      whole,
      headings: 'section',
      files: world.files,
    });

    return (
      <FormWorldProvider value={world}>
        <div className="portal-field portal-body" data-field="body">
          <p id={hintId} className="portal-hint">
            したことを、そのまま書きます。「見出しの型を入れる」で、課題・体制・手順などの見出しが入ります。
          </p>
          <Toolbar />
          <fieldset aria-label="本文に入れるもの" className="portal-body-buttons">
            {marks.map(({ label, change }) => (
              <button
                key={label}
                type="button"
                className="portal-button"
                onClick={() => apply([change(selected())])}
              >
                {label}
              </button>
            ))}
            {insertions.map((insertion) => (
              <button
                key={insertion.name}
                type="button"
                className="portal-button"
                aria-haspopup="dialog"
                onClick={() => setAsking({ insertion, selected: selected() })}
              >
                {insertion.label}
              </button>
            ))}
          </fieldset>
          <textarea
            id={forID}
            ref={area}
            aria-describedby={hintId}
            rows={18}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => onChange(event.target.value)}
            onPaste={paste.onPaste}
          />
          {paste.told}
          {asking && (
            <InsertDialog
              insertion={asking.insertion}
              selection={asking.selected.text.slice(asking.selected.start, asking.selected.end)}
              onInsert={(answers) => {
                const changes = asking.insertion.changes(asking.selected, answers);
                // The text takes no input while the dialog stands.
                flushSync(() => setAsking(null));
                apply(changes);
              }}
              onClose={() => setAsking(null)}
            />
          )}
        </div>
      </FormWorldProvider>
    );
  };

/** Changes a text area as if it were typed, so that the browser's own undo takes it back. */
const typeInto = (area: HTMLTextAreaElement, { from, to, by }: Change): void => {
  area.focus();
  area.setSelectionRange(from, to);
  // The one way to do this; browsers keep it for that reason. Where it is gone, the text is set without undo.
  if (!document.execCommand('insertText', false, by)) area.setRangeText(by, from, to, 'end');
};
