import {
  type ClipboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useRef,
  useState,
} from 'react';
import type { Change } from '../body/snippets.ts';
import { stepIn } from '../body/typing.ts';
import { watchHabits } from './clip.ts';
import { createPaste } from './paste.ts';
import type { PasteBox, Told } from './paste-box.ts';
import { pasteWords as words } from './words.ts';

/** What a box gives to those who paste into it. */
export type PasteInto = Pick<PasteBox, 'headings' | 'files' | 'selected' | 'whole'> & {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** Types changes into the box, the later place first, and tells the form what stands there then. */
  apply(changes: readonly Change[]): void;
};

/** What a box needs for pasting. */
export type Pasting = {
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  /** Stands below the box, and says what became of a paste. */
  readonly told: ReactNode;
};

type PasteOfPage = {
  readonly take: ReturnType<typeof createPaste>;
  edits(): number;
};
let pasteOfPage: PasteOfPage | null = null;

/** One for all boxes: pastes come one after the other, and what was copied out of one may be pasted into another. */
const createPasteOfPage = (): PasteOfPage => ({
  take: createPaste({
    load: () => import('./convert.ts'),
    // A document that nobody sees: its scripts do not run, and nothing in it is loaded.
    parse: (html) => new DOMParser().parseFromString(html, 'text/html'),
    habits: watchHabits(document),
  }),
  edits: countEdits(document),
});

const countEdits = (page: Document): (() => number) => {
  let edits = 0;
  page.addEventListener('input', () => (edits += 1), true);
  return () => edits;
};

/** Lets a box take what programs copy, as the import of a Word file does. */
export const usePaste = (into: PasteInto): Pasting => {
  const [told, setTold] = useState<Told | null>(null);
  const now = useRef(into);
  now.current = into;
  pasteOfPage ??= createPasteOfPage();
  const { take, edits } = pasteOfPage;
  const step = (way: 'undo' | 'redo'): void => {
    const { area, apply } = now.current;
    if (area.current) stepIn(area.current, way);
    apply([]);
  };
  const [box] = useState(
    (): PasteBox => ({
      selected: () => now.current.selected(),
      isGone: () => now.current.area.current === null,
      undo: () => step('undo'),
      redo: () => step('redo'),
      edits,
      type: (change) => now.current.apply([change]),
      select: (from, to) => now.current.area.current?.setSelectionRange(from, to),
      whole: () => now.current.whole(),
      get headings() {
        return now.current.headings;
      },
      files: {
        names: () => now.current.files.names(),
        add: (file) => now.current.files.add(file),
      },
      tell: setTold,
    }),
  );
  return {
    onPaste: (event) => void take(event, box),
    told: (
      <PasteTold
        told={told}
        onClose={() => {
          setTold(null);
          into.area.current?.focus();
        }}
      />
    ),
  };
};

type PasteToldProps = { readonly told: Told | null; readonly onClose: () => void };

const PasteTold = ({ told, onClose }: PasteToldProps) => {
  const titleId = useId();
  return (
    <>
      {/* It is there before anything is said, so that those who listen hear it. */}
      <div role="status" className={told ? 'portal-pasted' : 'portal-hidden'}>
        {told && (
          <>
            <p id={titleId} className="portal-pasted-title">
              {words.title}
            </p>
            <ul>
              {told.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {told && (
        <fieldset className="portal-pasted-buttons" aria-labelledby={titleId}>
          {told.plainly && (
            <button type="button" className="portal-button" onClick={told.plainly.paste}>
              {told.plainly.label}
            </button>
          )}
          <button type="button" className="portal-button" onClick={onClose}>
            {words.close}
          </button>
        </fieldset>
      )}
    </>
  );
};
