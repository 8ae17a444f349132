import { useState } from 'react';
import type { CollectionName } from '../../../src/schema/collections.ts';
import { labelOf, wordsOf } from './field-words.ts';
import type { MarkedPart, MergedFields } from './merge-fields.ts';
import { NativeDialog } from './native-dialog.tsx';
import { windowWords as words } from './window-words.ts';

type Data = Readonly<Record<string, unknown>>;

type Props = {
  readonly title: string;
  readonly collection: CollectionName;
  readonly sentences: readonly string[];
  readonly merged: MergedFields;
  /** What the two versions are called. */
  readonly mine: string;
  readonly theirs: string;
  readonly goOn: string;
  readonly leave: string;
  /** null: the quiet button, or Escape. */
  readonly onAnswer: (data: Data | null) => void;
  /** What Escape answers, where it is something else than the quiet button. */
  readonly onCancel?: () => void;
};

/** Shows where two versions of an entry differ, field by field, and lets a person choose. */
export const CompareWindow = ({
  title,
  collection,
  sentences,
  merged,
  mine,
  theirs,
  goOn,
  leave,
  onAnswer,
  onCancel = () => onAnswer(null),
}: Props) => {
  const [taken, setTaken] = useState<readonly number[]>([]);
  const finish = () => onAnswer(merged.settled((id) => taken.includes(id)));
  const choose = (id: number, isTheirs: boolean) =>
    setTaken((before) => [...before.filter((each) => each !== id), ...(isTheirs ? [id] : [])]);
  return (
    <NativeDialog title={title} onCancel={onCancel}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {merged.toChoose.map((field) => (
        <fieldset key={field.id} className="portal-compare">
          <legend>{labelOf(collection, field.name)}</legend>
          {[
            { isTheirs: false, name: mine, value: field.mine, marked: field.marked?.mine },
            { isTheirs: true, name: theirs, value: field.theirs, marked: field.marked?.theirs },
          ].map((side) => (
            <label key={side.name} className="portal-compare-side">
              <span>
                <input
                  type="radio"
                  name={`choice-${field.id}`}
                  checked={taken.includes(field.id) === side.isTheirs}
                  onChange={() => choose(field.id, side.isTheirs)}
                />
                {side.name}
              </span>
              <span className="portal-compare-text">
                {side.marked?.length ? (
                  <Marked parts={side.marked} />
                ) : (
                  wordsOf(collection, field.name, side.value) || words.blank
                )}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="portal-dialog-buttons">
        <button type="button" className="portal-button portal-main" onClick={finish}>
          {goOn}
        </button>
        <button type="button" className="portal-button" onClick={() => onAnswer(null)}>
          {leave}
        </button>
      </div>
    </NativeDialog>
  );
};

/** One of the two texts: what the other does not have is underlined, and said to whoever listens. */
const Marked = ({ parts }: { readonly parts: readonly MarkedPart[] }) =>
  parts.map(({ text, isUnlike }, index) =>
    isUnlike ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one comparison never change their places
      <ins key={index}>
        <span className="portal-hidden">{words.unlikeBegins}</span>
        {text}
        <span className="portal-hidden">{words.unlikeEnds}</span>
      </ins>
    ) : (
      text
    ),
  );
