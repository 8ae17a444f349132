import { useId } from 'react';
import type { FormField } from '../form-field.ts';
import { AttachmentRows } from './attachment-rows.tsx';
import { type AnyControl, type HolderProps, listOf } from './control-props.ts';
import { GroupFields } from './group-fields.tsx';

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
    <GroupFields
      fields={field.fields}
      mayBeLeftOut={!field.isRequired}
      value={value}
      onChange={onChange}
      Control={Control}
    />
  </fieldset>
);

/** Several of a kind, in an order. */
export const RowsControl = ({
  id,
  hintId,
  field,
  value,
  onChange,
  Control,
}: HolderProps<'rows'>) => {
  const { item } = field;
  if (field.name === 'attachments') {
    return <AttachmentRows {...{ id, hintId, item, value, onChange, Control }} />;
  }
  const rows = listOf(value);
  const set = (next: unknown[]) => onChange(next.length > 0 ? next : undefined);
  const move = (from: number, to: number) => {
    const next = rows.filter((_, place) => place !== from);
    next.splice(to, 0, rows[from]);
    set(next);
  };
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
        <button
          type="button"
          className="portal-button"
          onClick={() => set([...rows, item.kind === 'group' ? {} : ''])}
        >
          {`${field.label}を追加`}
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
