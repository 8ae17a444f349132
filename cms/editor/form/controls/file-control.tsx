import { useEffect, useId, useState } from 'react';
import { attachmentEndings } from '../../../../src/schema/body.ts';
import { useFormWorld } from '../form-world.ts';
import { type ControlProps, textOf } from './control-props.ts';
import { FileStateLine } from './file-state.tsx';

/** The names of the files beside the entry, as they come and go. */
export const useFileNames = (): string[] => {
  const { files } = useFormWorld();
  const [names, setNames] = useState(files.names);
  useEffect(
    () =>
      files.onChange(() =>
        setNames((before) => {
          const now = files.names();
          return before.join('/') === now.join('/') ? before : now;
        }),
      ),
    [files],
  );
  return names;
};

/** A file beside the entry: one that is there, or a new one from the person's computer. */
export const FileControl = ({ id, hintId, value, onChange }: ControlProps<'file'>) => (
  <FileChoice
    id={id}
    hintId={hintId}
    value={textOf(value)}
    endings={attachmentEndings}
    onChange={(name) => onChange(name || undefined)}
  />
);

type FileChoiceProps = {
  readonly id: string;
  readonly hintId: string | undefined;
  readonly value: string;
  readonly endings: readonly string[];
  readonly onChange: (name: string) => void;
};

export const FileChoice = ({ id, hintId, value, endings, onChange }: FileChoiceProps) => {
  const { files } = useFormWorld();
  const pickerId = useId();
  const names = useFileNames().filter((name) => hasEnding(name, endings));
  const listed = value && !names.includes(value) ? [...names, value] : names;
  return (
    <div className="portal-file">
      <select
        id={id}
        aria-describedby={hintId}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">（ファイルを選んでください）</option>
        {listed.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <label className="portal-button" htmlFor={pickerId}>
        パソコンから選ぶ
        <input
          id={pickerId}
          type="file"
          accept={endings.join(',')}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onChange(files.add(file));
            event.target.value = '';
          }}
        />
      </label>
      {value && <FileStateLine name={value} onCancel={() => onChange('')} />}
    </div>
  );
};

const hasEnding = (name: string, endings: readonly string[]): boolean =>
  endings.some((ending) => name.toLowerCase().endsWith(ending));
