import { useId, useState } from 'react';
import type { Option } from '../../choices.ts';
import { useFormWorld } from '../form-world.ts';
import { type ControlProps, textOf, textsOf } from './control-props.ts';

/** One of a few words: two stand side by side, more in a list. */
export const OneOfControl = (props: ControlProps<'one-of'>) =>
  props.field.options.length <= 2 ? <OneOfTwo {...props} /> : <OneOfList {...props} />;

const OneOfTwo = ({ id, hintId, field, value, onChange }: ControlProps<'one-of'>) => (
  <fieldset className="portal-checks" id={id} tabIndex={-1} aria-describedby={hintId}>
    <legend className="portal-hidden">{field.label}</legend>
    {field.options.map((option) => (
      <label key={option.value} className="portal-check">
        <input
          type="radio"
          name={id}
          checked={textOf(value) === option.value}
          onChange={() => onChange(option.value)}
        />
        {option.label}
      </label>
    ))}
  </fieldset>
);

const OneOfList = ({ id, hintId, field, value, onChange }: ControlProps<'one-of'>) => (
  <select
    id={id}
    aria-describedby={hintId}
    value={textOf(value)}
    onChange={(event) => onChange(event.target.value || undefined)}
  >
    <option value="">（選んでください）</option>
    {field.options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);

/** Some of a few words. */
export const SomeOfControl = ({ id, hintId, field, value, onChange }: ControlProps<'some-of'>) => (
  <CheckList
    id={id}
    hintId={hintId}
    label={field.label}
    options={field.options}
    chosen={textsOf(value)}
    onChange={onChange}
  />
);

type CheckListProps = {
  readonly id: string;
  readonly hintId: string | undefined;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChange: (value: unknown) => void;
};

/** A long list of boxes to tick, folded away once something is chosen: what is chosen stands over it. */
export const FoldedCheckList = (props: CheckListProps & { readonly summary: string }) => {
  const { summary, options, chosen, onChange } = props;
  const [isOpen, setIsOpen] = useState(chosen.length === 0);
  const without = (value: string) => {
    const rest = chosen.filter((each) => each !== value);
    onChange(rest.length > 0 ? rest : undefined);
  };
  return (
    <>
      <ChosenWords options={options} chosen={chosen} onRemove={without} />
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{summary}</summary>
        <CheckList {...props} />
      </details>
    </>
  );
};

type ChosenProps = {
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onRemove: (value: string) => void;
};

/** What is chosen of a list, each with a button that takes it away. */
export const ChosenWords = ({ options, chosen, onRemove }: ChosenProps) => {
  if (chosen.length === 0) return null;
  const labelOf = (value: string) =>
    options.find((option) => option.value === value)?.label ?? `${value}（一覧にありません）`;
  return (
    <ul className="portal-chosen">
      {chosen.map((value) => (
        <li key={value}>
          {labelOf(value)}
          <button
            type="button"
            aria-label={`${labelOf(value)}を外す`}
            onClick={() => onRemove(value)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
};

/** Boxes to tick. What is chosen and no longer on the list stays until somebody takes the tick away. */
export const CheckList = ({ id, hintId, label, options, chosen, onChange }: CheckListProps) => {
  const unlisted = chosen.filter((value) => !options.some((option) => option.value === value));
  const all = [...options, ...unlisted.map((value) => ({ value, label: value }))];
  const toggle = (value: string, isChosen: boolean) => {
    const next = all
      .map((option) => option.value)
      .filter((each) => (each === value ? isChosen : chosen.includes(each)));
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <fieldset className="portal-checks" id={id} tabIndex={-1} aria-describedby={hintId}>
      <legend className="portal-hidden">{label}</legend>
      {all.length === 0 && <p className="portal-note">選べるものがまだありません。</p>}
      {all.map((option) => (
        <label key={option.value} className="portal-check">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={(event) => toggle(option.value, event.target.checked)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
};

/** The edition of a guideline that an entry follows: any text, with the editions that are on record offered. */
export const EditionControl = ({ id, hintId, value, onChange }: ControlProps<'edition'>) => {
  const listId = useId();
  const { choices } = useFormWorld();
  const editions = [...new Set(choices.guidelines.flatMap((guideline) => guideline.editions))];
  return (
    <>
      <input
        id={id}
        aria-describedby={hintId}
        type="text"
        list={listId}
        maxLength={300}
        value={textOf(value)}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
      <datalist id={listId}>
        {editions.map((edition) => (
          <option key={edition} value={edition} />
        ))}
      </datalist>
    </>
  );
};
