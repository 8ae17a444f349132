import { useEffect, useId, useState } from 'react';
import { type ControlProps, textOf, textsOf } from './control-props.ts';

/** One line of text, an address or a mail address. */
export const LineControl = ({ id, hintId, field, value, onChange }: ControlProps<'line'>) => {
  const listId = useId();
  const { format, most, suggestions } = field;
  return (
    <>
      <input
        id={id}
        aria-describedby={hintId}
        type={format}
        maxLength={most}
        list={suggestions.length > 0 ? listId : undefined}
        value={textOf(value)}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
      {suggestions.length > 0 && <Suggestions id={listId} words={suggestions} />}
    </>
  );
};

const Suggestions = ({ id, words }: { id: string; words: readonly string[] }) => (
  <datalist id={id}>
    {words.map((word) => (
      <option key={word} value={word} />
    ))}
  </datalist>
);

export const ParagraphControl = ({
  id,
  hintId,
  field,
  value,
  onChange,
}: ControlProps<'paragraph'>) => (
  <textarea
    id={id}
    aria-describedby={hintId}
    rows={3}
    maxLength={field.most}
    value={textOf(value)}
    onChange={(event) => onChange(event.target.value || undefined)}
  />
);

/** Several short texts, one a line. What is typed stays as it is typed, with the line that is not begun yet. */
export const LinesControl = ({ id, hintId, value, onChange }: ControlProps<'lines'>) => {
  const stored = textsOf(value).join('\n');
  const [typed, setTyped] = useState(stored);
  useEffect(() => {
    setTyped((now) => (linesOf(now).join('\n') === stored ? now : stored));
  }, [stored]);
  return (
    <>
      <textarea
        id={id}
        aria-describedby={hintId}
        rows={3}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const lines = linesOf(event.target.value);
          onChange(lines.length > 0 ? lines : undefined);
        }}
      />
      <p className="portal-note">1行に一つずつ書きます。</p>
    </>
  );
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const DayControl = ({ id, hintId, value, onChange }: ControlProps<'day'>) => (
  <input
    id={id}
    aria-describedby={hintId}
    type="date"
    value={textOf(value)}
    onChange={(event) => onChange(event.target.value || undefined)}
  />
);

export const NumberControl = ({ id, hintId, field, value, onChange }: ControlProps<'number'>) => (
  <input
    id={id}
    aria-describedby={hintId}
    type="number"
    min={field.least ?? undefined}
    step={1}
    value={textOf(value)}
    onChange={(event) =>
      onChange(Number.isNaN(event.target.valueAsNumber) ? undefined : event.target.valueAsNumber)
    }
  />
);

export const YesNoControl = ({ id, hintId, field, value, onChange }: ControlProps<'yes-no'>) => (
  <span className="portal-check">
    <input
      id={id}
      aria-describedby={hintId}
      type="checkbox"
      checked={value === true}
      onChange={(event) => onChange(event.target.checked)}
    />
    <span aria-hidden="true">{field.label}</span>
  </span>
);
