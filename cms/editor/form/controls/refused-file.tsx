import { useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { attachmentEndings } from '../../../../src/schema/body.ts';
import { ownWordsOf, type RowFields } from '../attachment-row.ts';
import type { FormField } from '../form-field.ts';
import { useFormWorld } from '../form-world.ts';
import { fileWords as words } from '../words.ts';
import { badgeOf } from './attachment-row.tsx';
import { HowToMend } from './how-to-mend.tsx';

type Props = {
  readonly name: string;
  /** What a row of a file holds. */
  readonly item: FormField;
  readonly onRemove: () => void;
  readonly onReplace: (file: File) => void;
};

/** A file that may not be stored: why, how to mend it, and that nothing waits for it. */
export const RefusedFile = ({ name, item, onRemove, onReplace }: Props) => {
  const { files } = useFormWorld();
  const state = useSyncExternalStore(files.onChange, () => files.stateOf(name));
  const id = useId();
  const why = useRef<HTMLParagraphElement>(null);
  const isDeclined = state?.kind === 'refused' && state.isDeclined === true;
  // The button that was pressed went with its row.
  useEffect(() => {
    if (isDeclined) why.current?.focus();
  }, [isDeclined]);
  if (state?.kind !== 'refused') return null;
  return (
    <li className="portal-refused" data-declined={isDeclined} aria-labelledby={`${id}-why`}>
      <span className="portal-badge" aria-hidden="true">
        {badgeOf(name)}
      </span>
      <div role="status">
        <p ref={why} id={`${id}-why`} className="portal-file-name" tabIndex={-1}>
          {words.notAttached(name)}
        </p>
        {state.problems.length === 0 && <p>{state.sentence}</p>}
        {state.problems.map(({ code, line, message }) => (
          <p key={`${code} ${line} ${message}`}>
            {message} <HowToMend code={code} />
          </p>
        ))}
        <ol>
          {words.mending.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="portal-note">{words.holdsUpNothing}</p>
        <WrittenAbout name={name} item={item} row={files.about(name)} />
        <div className="portal-file-acts">
          <label className="portal-button" htmlFor={`${id}-file`}>
            {words.attachAgain}
            <input
              id={`${id}-file`}
              type="file"
              accept={attachmentEndings.join(',')}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) onReplace(file);
              }}
            />
          </label>
          <button
            type="button"
            className="portal-button portal-small portal-bare"
            aria-label={words.of(name, words.removeRow)}
            onClick={onRemove}
          >
            {words.removeRow}
          </button>
        </div>
      </div>
    </li>
  );
};

type WrittenProps = {
  readonly name: string;
  readonly item: FormField;
  readonly row: RowFields | null;
};

/** What somebody wrote about the file: it goes to the one that takes its place. */
const WrittenAbout = ({ name, item, row }: WrittenProps) => {
  const own = row ? ownWordsOf(row, name) : {};
  const written = (item.kind === 'group' ? item.fields : []).flatMap((field) => {
    const value = own[field.name];
    return value !== undefined && field.kind === 'line' ? [{ label: field.label, value }] : [];
  });
  if (written.length === 0) return null;
  return (
    <>
      <p className="portal-note">{words.writtenStays}</p>
      <ul className="portal-note">
        {written.map(({ label, value }) => (
          <li key={label}>{words.written(label, value)}</li>
        ))}
      </ul>
    </>
  );
};
