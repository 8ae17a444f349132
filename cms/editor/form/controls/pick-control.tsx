import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { type Option, optionsOf } from '../../choices.ts';
import { useFormWorld } from '../form-world.ts';
import { matching } from '../matching.ts';
import { ChosenWords, FoldedCheckList } from './choice-controls.tsx';
import { type ControlProps, textOf, textsOf } from './control-props.ts';

const mostShown = 50;

/** One or several of a long list: type a part of the name, choose with the arrow keys and Enter, or by pointer. */
export const PickControl = ({ id, hintId, field, value, onChange }: ControlProps<'pick'>) => {
  const { choices } = useFormWorld();
  const options = optionsOf(choices, field.from);
  const chosen = field.several ? textsOf(value) : [textOf(value)].filter(Boolean);
  if (field.from === 'scenes') {
    const { label } = field;
    const summary = `${label}を選ぶ（全${options.length}）`;
    return <FoldedCheckList {...{ id, hintId, label, options, chosen, onChange, summary }} />;
  }
  const choose = (picked: string) => onChange(field.several ? [...chosen, picked] : picked);
  const remove = (picked: string) => {
    const rest = chosen.filter((each) => each !== picked);
    onChange(field.several && rest.length > 0 ? rest : undefined);
  };
  return (
    <div className="portal-pick">
      <ChosenWords options={options} chosen={chosen} onRemove={remove} />
      <Combobox
        id={id}
        hintId={hintId}
        label={field.label}
        options={options.filter((option) => !chosen.includes(option.value))}
        placeholder={chosen.length > 0 && !field.several ? '選び直す' : '名前の一部を入力して選ぶ'}
        onChoose={choose}
      />
    </div>
  );
};

type ComboboxProps = {
  readonly id: string;
  readonly hintId: string | undefined;
  readonly label: string;
  readonly options: readonly Option[];
  readonly placeholder: string;
  readonly onChoose: (value: string) => void;
};

const Combobox = ({ id, hintId, label, options, placeholder, onChoose }: ComboboxProps) => {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const shown = isOpen ? matching(options, typed, mostShown) : [];
  const optionId = (place: number) => `${listId}-${place}`;

  const choose = (option: Option | undefined) => {
    if (!option) return;
    onChoose(option.value);
    setTyped('');
    setIsOpen(false);
    setActive(0);
  };
  const move = (by: number) => {
    setIsOpen(true);
    const next = Math.min(Math.max(active + by, 0), Math.max(shown.length - 1, 0));
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends the input of Japanese is not meant for the list.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') isOpen ? move(1) : setIsOpen(true);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter') choose(shown[active]);
    else if (event.key === 'Escape' && isOpen) setIsOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <div className="portal-combobox">
      <input
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-describedby={hintId}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? optionId(active) : undefined}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setIsOpen(true);
          setActive(0);
        }}
        onClick={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        ref={list}
        role="listbox"
        aria-label={`${label}の候補`}
        hidden={!isOpen || shown.length === 0}
      >
        {shown.map((option, place) => (
          // The input keeps the focus, and with it the keyboard: an option is pointed at, never focused.
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
          <div
            key={option.value}
            id={optionId(place)}
            role="option"
            aria-selected={place === active}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(option);
            }}
          >
            {option.label}
          </div>
        ))}
      </div>
      {isOpen && typed !== '' && shown.length === 0 && (
        <p role="status" className="portal-note">
          「{typed}」に当てはまるものがありません。
        </p>
      )}
    </div>
  );
};
