import { fromJS, isCollection } from 'immutable';
import type { FunctionComponent } from 'react';
import { Control } from './controls/control.tsx';
import { type DecapControlProps, useDecapControl } from './decap-control.ts';
import { FieldNote, useFieldNote } from './field-note.tsx';
import { forgetNote } from './field-notes.ts';
import type { FormField } from './form-field.ts';
import { type FormWorld, FormWorldProvider } from './form-world.ts';

/** Makes the control for every field that is made from the schema, as Decap shows it. */
export const createPortalField =
  (world: FormWorld): FunctionComponent<DecapControlProps> =>
  ({ forID, field, value, onChange, ref }) => {
    useDecapControl(ref, forID);
    const spec = plain(field.get('spec')) as FormField;
    const hintId = spec.hint ? `${forID}-hint` : undefined;
    const note = useFieldNote(spec.name);
    const Below = world.belowHints?.[spec.name];
    const noteId = `${forID}-note`;
    const described = [hintId, note === '' ? undefined : noteId].filter(Boolean).join(' ');
    return (
      <FormWorldProvider value={world}>
        <div className="portal-field" data-field={spec.name}>
          {spec.hint && (
            <p id={hintId} className="portal-hint">
              {spec.hint}
            </p>
          )}
          {Below && <Below />}
          <Control
            id={forID}
            hintId={described || undefined}
            field={spec}
            value={plain(value)}
            onChange={(next) => {
              forgetNote(spec.name);
              onChange(fromJS(next));
            }}
          />
          <FieldNote id={noteId} note={note} />
        </div>
      </FormWorldProvider>
    );
  };

/** Decap keeps lists and groups as immutable collections. */
const plain = (value: unknown): unknown => (isCollection(value) ? value.toJS() : value);
