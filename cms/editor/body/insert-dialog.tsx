import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { FileChoice } from '../form/controls/file-control.tsx';
import { useFormWorld } from '../form/form-world.ts';
import type { Insertion, Question } from './insertions.ts';

type Props = {
  readonly insertion: Insertion;
  /** What was selected in the text, as the first answer to a question for words. */
  readonly selection: string;
  readonly onInsert: (answers: Record<string, string>) => void;
  readonly onClose: () => void;
};

/** Asks what is to be put into the text. */
export const InsertDialog = ({ insertion, selection, onInsert, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { files } = useFormWorld();
  const [answers, setAnswers] = useState<Record<string, string>>(() =>
    firstAnswers(insertion, selection),
  );
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A file that may not be stored would be named and never be there; its row in the dialog says why.
    const isRefused = insertion.questions.some(
      ({ kind, name }) => kind === 'file' && files.stateOf(answers[name] ?? '')?.kind === 'refused',
    );
    if (!isRefused) onInsert(answers);
  };
  return (
    <dialog ref={dialog} className="portal-dialog" aria-labelledby={titleId} onClose={onClose}>
      <form onSubmit={submit}>
        <h2 id={titleId}>{insertion.label}を入れる</h2>
        {insertion.hint && <p>{insertion.hint}</p>}
        {insertion.questions.map((question) => (
          <Answer
            key={question.name}
            question={question}
            value={answers[question.name] ?? ''}
            onChange={(answer) => setAnswers((now) => ({ ...now, [question.name]: answer }))}
          />
        ))}
        <div className="portal-dialog-buttons">
          <button type="submit" className="portal-button portal-main">
            本文に入れる
          </button>
          <button type="button" className="portal-button" onClick={() => dialog.current?.close()}>
            やめる
          </button>
        </div>
      </form>
    </dialog>
  );
};

const firstAnswers = ({ questions }: Insertion, selection: string): Record<string, string> =>
  Object.fromEntries(
    questions.map(({ name, kind, ...rest }) => {
      if (kind === 'choice' && 'options' in rest) return [name, rest.options[0]?.value ?? ''];
      return [name, name === 'words' || name === 'inner' ? selection : ''];
    }),
  );

type AnswerProps = {
  readonly question: Question;
  readonly value: string;
  readonly onChange: (answer: string) => void;
};

const Answer = ({ question, value, onChange }: AnswerProps) => {
  const id = useId();
  const hintId = question.hint ? `${id}-hint` : undefined;
  return (
    <div className="portal-labelled">
      <label htmlFor={id}>
        {question.label}
        {question.isRequired && <span className="portal-required">（必須）</span>}
      </label>
      {question.hint && (
        <p id={hintId} className="portal-hint">
          {question.hint}
        </p>
      )}
      <AnswerControl {...{ id, hintId, question, value, onChange }} />
    </div>
  );
};

type AnswerControlProps = AnswerProps & {
  readonly id: string;
  readonly hintId: string | undefined;
};

const AnswerControl = ({ id, hintId, question, value, onChange }: AnswerControlProps) => {
  const shared = { id, 'aria-describedby': hintId, value, required: question.isRequired };
  switch (question.kind) {
    case 'file':
      return (
        <FileChoice
          id={id}
          hintId={hintId}
          value={value}
          endings={question.endings}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <select {...shared} onChange={(event) => onChange(event.target.value)}>
          {question.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'lines':
      return <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />;
    case 'line':
      return <input {...shared} type="text" onChange={(event) => onChange(event.target.value)} />;
  }
};
