import { useId, useSyncExternalStore } from 'react';
import { namesFile } from '../../../src/schema/named-files.ts';
import { FileStateLine } from '../form/controls/file-state.tsx';
import { type EntryFiles, useFormWorld } from '../form/form-world.ts';
import { bodyWords as words } from './words.ts';

type Props = {
  /** The whole text of the entry. */
  readonly text: string;
  /** Files that are told of elsewhere, as they are when they are asked for: each has a row of its own. */
  readonly withRow: () => readonly string[];
};

/**
 * What became of pictures and files that stand in the text and in no row: those that were pasted, or came with a Word file.
 * One of which there is nothing to tell is not named.
 */
export const FilesInText = ({ text, withRow }: Props) => {
  const { files } = useFormWorld();
  const titleId = useId();
  const told = useSyncExternalStore(files.onChange, () => namesToTell(files, withRow()));
  const names = told.split('/').filter((name) => name !== '' && namesFile(text, name));
  return (
    // It is there before anything is said, so that those who listen hear it.
    <div role="status">
      {names.length > 0 && (
        <section className="portal-files-in-text" aria-labelledby={titleId}>
          <p id={titleId} className="portal-file-name">
            {words.files}
          </p>
          <ul className="portal-file-list">
            {names.map((name) => (
              <li key={name}>
                <div>
                  <p className="portal-file-name">{name}</p>
                  <FileStateLine name={name} onCancel={() => {}} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};

/** In one text, so that a state that tells nothing new draws nothing anew; names of files have no stroke. */
const namesToTell = (files: EntryFiles, withRow: readonly string[]): string =>
  files
    .names()
    .filter((name) => !withRow.includes(name))
    .filter((name) => {
      const state = files.stateOf(name);
      if (state?.kind === 'kept') return state.taken.length + state.problems.length > 0;
      return state?.kind === 'refused' || state?.kind === 'failed';
    })
    .join('/');
