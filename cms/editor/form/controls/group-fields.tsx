import { useId } from 'react';
import type { FormField } from '../form-field.ts';
import { fieldWords } from '../words.ts';
import type { AnyControl } from './control-props.ts';

type Fields = Record<string, unknown>;
const fieldsIn = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

type GroupFieldsProps = {
  readonly Control: AnyControl;
  readonly fields: readonly FormField[];
  /** The whole group may be left out: what is a must in it is one only where something of it is written. */
  readonly mayBeLeftOut?: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

/** The fields of a group, one below the other. What is emptied is gone; with nothing left, so is the group. */
export const GroupFields = ({
  fields,
  mayBeLeftOut = false,
  value,
  onChange,
  Control,
}: GroupFieldsProps) => {
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
        must={mayBeLeftOut ? fieldWords.mustIfWritten : fieldWords.must}
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
  readonly must: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

const LabelledControl = ({ field, must, value, onChange, Control }: LabelledControlProps) => {
  const id = useId();
  const hintId = field.hint ? `${id}-hint` : undefined;
  return (
    <div className="portal-labelled" data-field={field.name}>
      <label htmlFor={id}>
        {field.label}
        {field.isRequired && <span className="portal-required">{must}</span>}
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
