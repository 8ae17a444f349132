import type { FieldChange, SameField } from '../../difference/compare-fields.ts';
import { isSame, type Run } from '../../difference/runs.ts';
import { aroundChanges, isLong } from './around-changes.ts';
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
      <dl className="portal-field-rows">
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
        <Items items={items} notes={notes} />
      ) : (
        items.map((runs, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field with one value has one item
          <p key={index}>
            <ItemWords runs={runs} notes={notes} />
          </p>
        ))
      )}
      {sign === '−' && <small className="portal-soft">{words.removedField}</small>}
    </dd>
  </div>
);

type ItemsProps = {
  readonly items: FieldChange['items'];
  readonly notes: readonly Numbered[];
};

/** The items of a list; of long ones those that did not change stand behind a button. */
const Items = ({ items, notes }: ItemsProps) => {
  const isFolded = (runs: readonly Run[]) => isSame(runs) && isLong(runs);
  const folded = items.filter(isFolded);
  return (
    <>
      <ItemList items={items.filter((runs) => !isFolded(runs))} notes={notes} />
      {folded.length > 0 && (
        <details className="portal-same">
          <summary>{words.openSameItems(folded.length)}</summary>
          <ItemList items={folded} notes={notes} />
        </details>
      )}
    </>
  );
};

const ItemList = ({ items, notes }: ItemsProps) => (
  <ul className="portal-items">
    {items.map((runs, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: items of one comparison never change their places
      <li key={index} data-is={isLong(runs) ? 'long' : 'short'}>
        <ItemWords runs={runs} notes={notes} />
      </li>
    ))}
  </ul>
);

type WordsProps = { readonly runs: readonly Run[]; readonly notes: readonly Numbered[] };

/** A value; of a long one what is around its changes, and the whole behind a button. */
const ItemWords = ({ runs, notes }: WordsProps) => {
  if (!isLong(runs) || isSame(runs)) return <MarkedText runs={runs} notes={notes} />;
  return (
    <>
      <MarkedText runs={aroundChanges(runs)} notes={notes} />
      <details className="portal-same">
        <summary>{words.openWhole}</summary>
        <MarkedText runs={runs} notes={notes} />
      </details>
    </>
  );
};

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
  <dl className="portal-field-rows">
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
