import type { FunctionComponent } from 'react';
import type { FormControl, FormField } from '../form-field.ts';

export type FieldOf<Kind extends FormControl['kind']> = Extract<FormField, { kind: Kind }>;

/** What each control of the form is given. */
export type ControlProps<Kind extends FormControl['kind']> = {
  /** The id that the label points to. */
  readonly id: string;
  /** The id of the hint. */
  readonly hintId: string | undefined;
  readonly field: FieldOf<Kind>;
  readonly value: unknown;
  /** `undefined` empties the field. */
  readonly onChange: (value: unknown) => void;
};

/** The control for a field of any kind. What holds other fields is given it, because it is made of those that hold. */
export type AnyControl = FunctionComponent<{
  readonly id: string;
  readonly hintId: string | undefined;
  readonly field: FormField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}>;
export type HolderProps<Kind extends FormControl['kind']> = ControlProps<Kind> & {
  readonly Control: AnyControl;
};

export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const textsOf = (value: unknown): string[] => listOf(value).map(textOf).filter(Boolean);
