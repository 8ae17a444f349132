import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFormWorld } from '../form/form-world.ts';
import { usePaste } from '../paste/use-paste.tsx';
import { BodyTools } from './body-tools.tsx';
import { InsertDialog } from './insert-dialog.tsx';
import type { Insertion } from './insertions.ts';
import type { Change, Selected } from './snippets.ts';
import { typeInto } from './typing.ts';
import { bodyWords as words } from './words.ts';

type Props = {
  readonly id: string;
  /** What heads the box; it is shown unless the form has said it already. */
  readonly label: string;
  readonly isLabelShown: boolean;
  readonly hint: string;
  /** What is said below the text, where it is read out with this box. */
  readonly noteId: string | undefined;
  readonly text: string;
  /** The whole text that this is a part of. */
  readonly whole: string;
  readonly isPart: boolean;
  /** The number of the first line after the box, in the whole text. */
  readonly lineAfter: number;
  /** A heading that is not one of the known can be written anew; null where it can't. */
  readonly ownHeading: string | null;
  readonly onHeading: (heading: string) => void;
  readonly known: readonly string[];
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
};

/** A box for a part of an entry's text, with a button for everything that may stand in it. */
export const BodyBox = (props: Props) => {
  const { id, label, isLabelShown, hint, text, whole, isPart, lineAfter, onText, onLeave } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const [asking, setAsking] = useState<{ insertion: Insertion; selected: Selected } | null>(null);
  const hintId = `${id}-hint`;

  const selected = (): Selected => ({
    text: area.current?.value ?? '',
    start: area.current?.selectionStart ?? 0,
    end: area.current?.selectionEnd ?? 0,
    whole,
  });
  const apply = (changes: readonly Change[]) => {
    if (!area.current) return;
    for (const change of changes) typeInto(area.current, change);
    onText(area.current.value);
  };
  const { files } = useFormWorld();
  const paste = usePaste({
    area,
    selected,
    apply,
    whole: () => whole,
    // A heading that is settled leads to its own box, once the box is left.
    headings: isPart ? 'section' : 'free',
    files,
  });

  return (
    <div className="portal-box" data-line-after={lineAfter}>
      {isLabelShown && props.ownHeading === null && (
        <label htmlFor={id} className="portal-box-label">
          {label}
        </label>
      )}
      {props.ownHeading !== null && (
        <OwnHeading
          heading={props.ownHeading}
          known={props.known}
          onHeading={props.onHeading}
          onLeave={onLeave}
        />
      )}
      {hint && (
        <p id={hintId} className="portal-hint">
          {hint}
        </p>
      )}
      <div className="portal-write">
        <BodyTools
          of={label}
          isPart={isPart}
          onMark={(change) => apply([change(selected())])}
          onInsertion={(insertion) => setAsking({ insertion, selected: selected() })}
        />
        <textarea
          id={id}
          ref={area}
          className="portal-write-text"
          aria-label={props.ownHeading === null ? undefined : label}
          aria-describedby={[hint && hintId, props.noteId].filter(Boolean).join(' ') || undefined}
          rows={Math.max(isPart ? 3 : 12, text.split('\n').length + 1)}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onPaste={paste.onPaste}
          onBlur={onLeave}
        />
      </div>
      {paste.told}
      {asking && (
        <InsertDialog
          insertion={asking.insertion}
          selection={asking.selected.text.slice(asking.selected.start, asking.selected.end)}
          onInsert={(answers) => {
            const changes = asking.insertion.changes(asking.selected, answers);
            // The text takes no input while the dialog stands.
            flushSync(() => setAsking(null));
            apply(changes);
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
};

type OwnHeadingProps = {
  readonly heading: string;
  readonly known: readonly string[];
  readonly onHeading: (heading: string) => void;
  readonly onLeave: () => void;
};

/** A heading that readers do not compare by: it stays what it is until somebody says better. */
const OwnHeading = ({ heading, known, onHeading, onLeave }: OwnHeadingProps) => {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="portal-box-label">
        {words.heading}
      </label>
      <p id={`${id}-hint`} className="portal-hint">
        {words.headingHint}
      </p>
      <input
        id={id}
        type="text"
        className="portal-own-heading"
        aria-describedby={`${id}-hint`}
        list={`${id}-list`}
        maxLength={300}
        value={heading}
        onChange={(event) => onHeading(event.target.value)}
        onBlur={onLeave}
      />
      <datalist id={`${id}-list`}>
        {known.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
};
