import { useId, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { fileSize } from '../../../../src/formats/file-size.ts';
import type { RowFields } from '../attachment-row.ts';
import type { FormField } from '../form-field.ts';
import { useFormWorld } from '../form-world.ts';
import { fileWords as words } from '../words.ts';
import type { AnyControl } from './control-props.ts';
import { FileStateLine } from './file-state.tsx';
import { GroupFields } from './group-fields.tsx';

type Props = {
  readonly place: number;
  readonly count: number;
  readonly row: RowFields;
  readonly item: FormField;
  readonly Control: AnyControl;
  readonly onChange: (row: RowFields) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
};

/** A file with what readers are told of it. Its fields are open as long as one that must be written is not. */
export const AttachmentRow = (props: Props) => {
  const { place, count, row, item, Control, onChange, onMove, onRemove } = props;
  const nameId = useId();
  const fields = item.kind === 'group' ? item.fields : [];
  const [isOpen, setIsOpen] = useState(() =>
    fields.some(({ name, isRequired }) => isRequired && !row[name]),
  );
  const title = row.title || row.file || words.noFile;
  return (
    <li data-row={place} aria-labelledby={nameId}>
      <span className="portal-badge" aria-hidden="true">
        {badgeOf(row.file ?? '')}
      </span>
      <div>
        <p id={nameId} className="portal-file-name">
          {title}
        </p>
        <Facts row={row} fields={fields} />
        {row.file && !isOpen && <FileStateLine name={row.file} onCancel={onRemove} />}
        <div className="portal-file-acts">
          {row.file && <OpenBeside name={row.file} title={title} />}
          <button
            type="button"
            className="portal-button portal-small"
            aria-expanded={isOpen}
            aria-label={words.of(title, words.edit)}
            data-opens-row
            // At once: whoever opens it from elsewhere goes on to a field in it.
            onClick={() => flushSync(() => setIsOpen((now) => !now))}
          >
            {words.edit}
          </button>
          <button
            type="button"
            className="portal-button portal-small portal-bare"
            aria-label={words.of(title, words.remove)}
            onClick={onRemove}
          >
            {words.remove}
          </button>
        </div>
        {isOpen && (
          <div className="portal-file-fields">
            <GroupFields
              fields={fields}
              value={row}
              onChange={(next) => onChange((next ?? {}) as RowFields)}
              Control={Control}
            />
            {count > 1 && (
              <div className="portal-file-acts">
                <MoveButton label={words.up} isOff={place === 0} act={() => onMove(place - 1)} />
                <MoveButton
                  label={words.down}
                  isOff={place === count - 1}
                  act={() => onMove(place + 1)}
                />
              </div>
            )}
          </div>
        )}
      </div>
    </li>
  );
};

/** What a reader would be told beside the title. */
const Facts = ({ row, fields }: { row: RowFields; fields: readonly FormField[] }) => {
  const { files } = useFormWorld();
  // What something was taken out of is smaller than what was chosen.
  const size = useSyncExternalStore(files.onChange, () => files.sizeOf?.(row.file ?? '') ?? null);
  const kinds = fields.find(({ name }) => name === 'kind');
  const kind =
    kinds?.kind === 'one-of' ? kinds.options.find(({ value }) => value === row.kind) : null;
  const facts = [kind?.label, size === null ? null : fileSize(size), row.rights].filter(Boolean);
  return (
    <p className="portal-file-facts">
      {facts.join('　')}
      {!row.rights && <span className="portal-warning"> {words.noRights}</span>}
    </p>
  );
};

const OpenBeside = ({ name, title }: { readonly name: string; readonly title: string }) => {
  const { beside } = useFormWorld();
  const isShown = useSyncExternalStore(beside?.onChange ?? never, () => beside?.shown() === name);
  if (!beside) return null;
  return (
    <button
      type="button"
      className="portal-button portal-small"
      aria-pressed={isShown}
      aria-label={words.of(title, isShown ? words.isBeside : words.beside)}
      onClick={() => beside.open(name, title)}
    >
      {isShown ? words.isBeside : words.beside}
    </button>
  );
};

const never = () => () => {};

type MoveButtonProps = {
  readonly label: string;
  readonly isOff: boolean;
  readonly act: () => void;
};

const MoveButton = ({ label, isOff, act }: MoveButtonProps) => (
  <button type="button" className="portal-button portal-small" disabled={isOff} onClick={act}>
    {label}
  </button>
);

/** The ending of a file's name, as people call its kind: PDF, DOCX. */
export const badgeOf = (name: string): string =>
  /\.([^.]{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? '－';
