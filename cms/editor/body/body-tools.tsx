import { type KeyboardEvent, useRef, useState } from 'react';
import { type Insertion, insertions } from './insertions.ts';
import {
  blockChange,
  type Change,
  lineStartChange,
  type Selected,
  skeletonText,
} from './snippets.ts';
import { bodyWords as words } from './words.ts';

/** A button that changes the text without asking. */
type Mark = { readonly label: string; change(selected: Selected): Change };

const heading = (label: string, sign: string): Mark => ({
  label,
  change: (selected) => lineStartChange(selected, () => sign),
});

const marks: readonly Mark[] = [
  { label: '箇条書き', change: (selected) => lineStartChange(selected, () => '- ') },
  {
    label: '番号つき',
    change: (selected) => lineStartChange(selected, (place) => `${place + 1}. `),
  },
  {
    label: '太字',
    change: ({ text, start, end }) => ({
      from: start,
      to: end,
      by: `**${text.slice(start, end) || '強調することば'}**`,
    }),
  },
];

/** Under a heading of its own a box has those of the next level alone. */
const marksOfBox: readonly Mark[] = [heading('小見出し', '### '), ...marks];
const marksOfText: readonly Mark[] = [
  {
    label: '見出しの型を入れる',
    change: (selected) => blockChange(selected, skeletonText(selected.text).trimEnd()),
  },
  heading('見出し', '## '),
  ...marks,
];

/** What is put into most texts; the rest comes at a button, so that the tools of a box are one line. */
const often = new Set(['table', 'Figure', 'footnote', 'link']);

type Props = {
  /** What the box is called. */
  readonly of: string;
  /** The box stands under a heading. */
  readonly isPart: boolean;
  readonly onMark: (change: (selected: Selected) => Change) => void;
  readonly onInsertion: (insertion: Insertion) => void;
};

/** The buttons of a box of text. They are one stop of the tabulator; arrow keys go from one to the next. */
export const BodyTools = ({ of, isPart, onMark, onInsertion }: Props) => {
  const bar = useRef<HTMLDivElement>(null);
  const [hasMore, setHasMore] = useState(false);
  const isShown = ({ name }: Insertion) => hasMore || often.has(name);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const shown = buttons.filter((button) => button.offsetParent !== null);
    const now = shown.indexOf(document.activeElement as HTMLElement);
    if (step === undefined || now === -1) return;
    event.preventDefault();
    const next = shown[(now + step + shown.length) % shown.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={words.tools(of)}
      className="portal-tools"
      onKeyDown={onKeyDown}
    >
      {(isPart ? marksOfBox : marksOfText).map(({ label, change }, place) => (
        <button
          key={label}
          type="button"
          className="portal-tool"
          tabIndex={place === 0 ? 0 : -1}
          onClick={() => onMark(change)}
        >
          {label}
        </button>
      ))}
      {insertions.filter(isShown).map((insertion) => (
        <button
          key={insertion.name}
          type="button"
          className="portal-tool"
          tabIndex={-1}
          aria-haspopup="dialog"
          onClick={() => onInsertion(insertion)}
        >
          {insertion.label}
        </button>
      ))}
      <button
        type="button"
        className="portal-tool"
        tabIndex={-1}
        aria-expanded={hasMore}
        onClick={() => setHasMore((now) => !now)}
      >
        {words.more}
      </button>
    </div>
  );
};
