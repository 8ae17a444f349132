import type { FieldChange, SameField } from '../../difference/compare-fields.ts';
import { idOf } from './change-list.ts';
import { MarkedText } from './marked-text.tsx';
import type { Numbered } from './pins.ts';
import { reviewWords as words } from './words.ts';

type Props = {
  readonly changed: readonly FieldChange[];
  readonly same: readonly SameField[];
  readonly isWhole: boolean;
  readonly notes: readonly Numbered[];
  readonly current: string | null;
};

/** The fields that changed, in the words of the form, and the names of the others. */
export const FieldsPart = ({ changed, same, isWhole, notes, current }: Props) => (
  <>
    {changed.length > 0 && (
      <dl className="portal-rows">
        {changed.map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            notes={notes.filter(({ place }) => place?.field === field.name)}
            isCurrent={current === idOf.field(field.name)}
          />
        ))}
      </dl>
    )}
    {isWhole ? (
      <WholeFields fields={same} notes={notes} />
    ) : (
      <SameFields fields={same} changed={changed} />
    )}
  </>
);

type RowProps = {
  readonly field: FieldChange;
  readonly notes: readonly Numbered[];
  readonly isCurrent: boolean;
};

const FieldRow = ({ field: { name, label, items, isList, sign }, notes, isCurrent }: RowProps) => (
  <div
    id={idOf.field(name)}
    tabIndex={-1}
    className="portal-change"
    data-current={isCurrent}
    data-field={name}
  >
    <dt>{label}</dt>
    <dd>
      {isList ? (
        <ul className="portal-items">
          {items.map((runs, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items of one comparison never change their places
            <li key={index}>
              <MarkedText runs={runs} notes={notes} />
            </li>
          ))}
        </ul>
      ) : (
        items.map((runs, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field with one value has one item
          <p key={index}>
            <MarkedText runs={runs} notes={notes} />
          </p>
        ))
      )}
      {sign === '−' && <small className="portal-soft">{words.removedField}</small>}
    </dd>
  </div>
);

const SameFields = ({
  fields,
  changed,
}: {
  readonly fields: readonly SameField[];
  readonly changed: readonly FieldChange[];
}) =>
  fields.length > 0 && (
    <p className="portal-same-line">
      {words.sameFields}
      {[...new Set(fields.map((field) => sameName(field, changed)))].join('、')}
    </p>
  );

/** A group by its name, if all of it is as before; who may read the entry is said with it. */
const sameName = ({ name, label, of, words: said }: SameField, changed: readonly FieldChange[]) => {
  const [group] = name.split('.');
  const isWhole = !changed.some((field) => field.name.split('.')[0] === group);
  if (name === 'audience') return `${label}（${said}）`;
  return isWhole ? of : label;
};

const WholeFields = ({
  fields,
  notes,
}: {
  readonly fields: readonly SameField[];
  readonly notes: readonly Numbered[];
}) => (
  <dl className="portal-rows">
    {fields.map(({ name, label, words: said }) => (
      <div key={name} data-field={name}>
        <dt>{label}</dt>
        <dd>
          <MarkedText
            runs={[{ kind: 'same', text: said }]}
            notes={notes.filter(({ place }) => place?.field === name)}
          />
        </dd>
      </div>
    ))}
  </dl>
);
