import { useId } from 'react';
import { attachmentEndings } from '../../../../src/schema/body.ts';
import { attachmentRow } from '../attachment-row.ts';
import type { FormField } from '../form-field.ts';
import { useFormWorld } from '../form-world.ts';
import { type AnyControl, type HolderProps, listOf } from './control-props.ts';

type Fields = Record<string, unknown>;
const fieldsIn = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

/** Fields that belong together: a desk, an approval. */
export const GroupControl = ({
  id,
  hintId,
  field,
  value,
  onChange,
  Control,
}: HolderProps<'group'>) => (
  <fieldset className="portal-group" id={id} tabIndex={-1} aria-describedby={hintId}>
    <legend className="portal-hidden">{field.label}</legend>
    <GroupFields fields={field.fields} value={value} onChange={onChange} Control={Control} />
  </fieldset>
);

type GroupFieldsProps = {
  readonly Control: AnyControl;
  readonly fields: readonly FormField[];
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

const GroupFields = ({ fields, value, onChange, Control }: GroupFieldsProps) => {
  const now = fieldsIn(value);
  const change = (name: string, part: unknown) => {
    const next = Object.fromEntries(
      Object.entries({ ...now, [name]: part }).filter(([, each]) => each !== undefined),
    );
    onChange(Object.keys(next).length > 0 ? next : undefined);
  };
  return fields.map((field) => {
    const control = (
      <LabelledControl
        key={field.name}
        field={field}
        value={now[field.name]}
        onChange={(part) => change(field.name, part)}
        Control={Control}
      />
    );
    // A group in a group that may be left out would push everything else out of sight.
    return field.kind === 'group' && !field.isRequired ? (
      <details key={field.name} open={now[field.name] !== undefined}>
        <summary>{field.label}も書く</summary>
        {control}
      </details>
    ) : (
      control
    );
  });
};

type LabelledControlProps = {
  readonly Control: AnyControl;
  readonly field: FormField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

const LabelledControl = ({ field, value, onChange, Control }: LabelledControlProps) => {
  const id = useId();
  const hintId = field.hint ? `${id}-hint` : undefined;
  return (
    <div className="portal-labelled" data-field={field.name}>
      <label htmlFor={id}>
        {field.label}
        {field.isRequired && <span className="portal-required">（必須）</span>}
      </label>
      {field.hint && (
        <p id={hintId} className="portal-hint">
          {field.hint}
        </p>
      )}
      <Control id={id} hintId={hintId} field={field} value={value} onChange={onChange} />
    </div>
  );
};

/** Several of a kind, in an order. */
export const RowsControl = ({
  id,
  hintId,
  field,
  value,
  onChange,
  Control,
}: HolderProps<'rows'>) => {
  const rows = listOf(value);
  const set = (next: unknown[]) => onChange(next.length > 0 ? next : undefined);
  const move = (from: number, to: number) => {
    const next = rows.filter((_, place) => place !== from);
    next.splice(to, 0, rows[from]);
    set(next);
  };
  const { item } = field;
  return (
    <div className="portal-rows" id={id} tabIndex={-1}>
      {rows.map((row, place) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own, and holds no state
          key={place}
          className="portal-row"
          aria-describedby={hintId}
          data-row={place}
        >
          <legend>{`${field.label} ${place + 1}件目`}</legend>
          <div className="portal-row-tools">
            <RowButton
              label="上へ"
              of={place}
              isOff={place === 0}
              act={() => move(place, place - 1)}
            />
            <RowButton
              label="下へ"
              of={place}
              isOff={place === rows.length - 1}
              act={() => move(place, place + 1)}
            />
            <RowButton
              label="削除"
              of={place}
              isOff={false}
              act={() => set(rows.filter((_, other) => other !== place))}
            />
          </div>
          <RowFields
            item={item}
            label={field.label}
            value={row}
            Control={Control}
            onChange={(next) => set(rows.map((each, other) => (other === place ? next : each)))}
          />
        </fieldset>
      ))}
      <div className="portal-row-add">
        {field.name === 'attachments' && (
          <AddFiles onAdd={(names) => set([...rows, ...names.map(attachmentRow)])} />
        )}
        <button
          type="button"
          className="portal-button"
          onClick={() => set([...rows, item.kind === 'group' ? {} : ''])}
        >
          {field.name === 'attachments' ? '空の欄を追加' : `${field.label}を追加`}
        </button>
      </div>
    </div>
  );
};

type RowFieldsProps = {
  readonly Control: AnyControl;
  readonly item: FormField;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

const RowFields = ({ item, label, value, onChange, Control }: RowFieldsProps) => {
  const id = useId();
  if (item.kind === 'group') {
    return (
      <GroupFields
        fields={item.fields}
        value={value}
        onChange={(next) => onChange(next === undefined ? {} : next)}
        Control={Control}
      />
    );
  }
  return (
    <>
      <label htmlFor={id} className="portal-hidden">
        {label}
      </label>
      <Control
        id={id}
        hintId={undefined}
        field={item}
        value={value}
        onChange={(next) => onChange(next === undefined ? '' : next)}
      />
    </>
  );
};

type RowButtonProps = {
  readonly label: string;
  readonly of: number;
  readonly isOff: boolean;
  readonly act: () => void;
};

const RowButton = ({ label, of, isOff, act }: RowButtonProps) => (
  <button
    type="button"
    className="portal-button"
    aria-label={`${of + 1}件目を${label}${label === '削除' ? '' : '移す'}`}
    disabled={isOff}
    onClick={act}
  >
    {label}
  </button>
);

const AddFiles = ({ onAdd }: { readonly onAdd: (names: string[]) => void }) => {
  const { files } = useFormWorld();
  const id = useId();
  return (
    <label className="portal-button" htmlFor={id}>
      ファイルを選んで追加
      <input
        id={id}
        type="file"
        multiple
        accept={attachmentEndings.join(',')}
        onChange={(event) => {
          onAdd([...(event.target.files ?? [])].map((file) => files.add(file)));
          event.target.value = '';
        }}
      />
    </label>
  );
};
