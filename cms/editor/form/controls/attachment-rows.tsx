import { type DragEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { attachmentEndings } from '../../../../src/schema/body.ts';
import { attachmentRowInPlace, type RowFields, rowsWith } from '../attachment-row.ts';
import type { FormField } from '../form-field.ts';
import { type EntryFiles, useFormWorld } from '../form-world.ts';
import { fileWords as words } from '../words.ts';
import { AttachmentRow } from './attachment-row.tsx';
import { type AnyControl, listOf } from './control-props.ts';
import { RefusedFile } from './refused-file.tsx';

type Props = {
  readonly id: string;
  readonly hintId: string | undefined;
  readonly item: FormField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly Control: AnyControl;
};

/**
 * The files that an entry brings, a row for each. A file that may not be stored has a row that is told and never stored, so that
 * it holds up nothing; what was written about it is kept for the file that takes its place.
 */
export const AttachmentRows = ({ id, hintId, item, value, onChange, Control }: Props) => {
  const { files } = useFormWorld();
  const rows = listOf(value) as readonly RowFields[];
  const keys = useRowKeys(rows.length);
  const refused = useRefusedNames(files);
  const [isOver, setIsOver] = useState(false);

  const set = (next: readonly RowFields[]) => onChange(next.length > 0 ? next : undefined);
  const add = (chosen: Iterable<File>) =>
    set([...chosen].reduce((now, file) => rowsWith(now, files.add(file), files.about), rows));

  useEffect(() => {
    const left = rows.filter(({ file }) => !refused.includes(file ?? ''));
    if (left.length === rows.length) return;
    for (const row of rows)
      if (row.file && refused.includes(row.file)) files.keepAbout(row.file, row);
    set(left);
  });

  const onDrop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(false);
    add(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button below is for everybody
    <div
      className="portal-rows portal-files"
      id={id}
      tabIndex={-1}
      data-over={isOver}
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      {rows.length + refused.length > 0 && (
        <ul className="portal-file-list" aria-describedby={hintId}>
          {rows.map((row, place) => (
            <AttachmentRow
              key={keys.current[place]}
              place={place}
              count={rows.length}
              row={row}
              item={item}
              Control={Control}
              onChange={(next) => set(rows.map((each, other) => (other === place ? next : each)))}
              onMove={(to) => {
                keys.move(place, to);
                set(moved(rows, place, to));
              }}
              onRemove={() => {
                keys.remove(place);
                if (row.file && isUnderWay(files, row.file)) files.cancel(row.file);
                set(rows.filter((_, other) => other !== place));
              }}
            />
          ))}
          {refused.map((name) => (
            <RefusedFile
              key={name}
              name={name}
              item={item}
              onRemove={() => files.cancel(name)}
              onReplace={(file) => {
                const about = files.about(name);
                files.cancel(name);
                set([...rows, attachmentRowInPlace(files.add(file), about, name)]);
              }}
            />
          ))}
        </ul>
      )}
      <AddFiles onAdd={add} />
    </div>
  );
};

const AddFiles = ({ onAdd }: { readonly onAdd: (files: Iterable<File>) => void }) => {
  const id = useId();
  return (
    <div className="portal-row-add">
      <label className="portal-button" htmlFor={id}>
        {words.add}
        <input
          id={id}
          type="file"
          multiple
          accept={attachmentEndings.join(',')}
          onChange={(event) => {
            onAdd([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </label>
      <span className="portal-note">{words.dropHere}</span>
    </div>
  );
};

const isUnderWay = (files: EntryFiles, name: string): boolean =>
  ['sending', 'failed'].includes(files.stateOf(name)?.kind ?? '');

const moved = <Row,>(rows: readonly Row[], from: number, to: number): Row[] => {
  const next = rows.filter((_, place) => place !== from);
  next.splice(to, 0, rows[from] as Row);
  return next;
};

/** The names of the files that may not be stored, in the order in which they were chosen. */
const useRefusedNames = (files: EntryFiles): readonly string[] => {
  const names = useSyncExternalStore(files.onChange, () =>
    files
      .names()
      .filter((name) => files.stateOf(name)?.kind === 'refused')
      .join('/'),
  );
  return names === '' ? [] : names.split('/');
};

/** A key for each row, which it keeps while others come and go: rows have no name of their own. */
const useRowKeys = (count: number) => {
  const keys = useRef<number[]>([]);
  const last = useRef(0);
  while (keys.current.length < count) keys.current.push(++last.current);
  keys.current.length = count;
  return {
    get current() {
      return keys.current;
    },
    move(from: number, to: number) {
      keys.current = moved(keys.current, from, to);
    },
    remove(place: number) {
      keys.current.splice(place, 1);
    },
  };
};
