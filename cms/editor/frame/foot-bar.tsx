import { timeWords } from './day-words.ts';
import { frameWords as words } from './frame-words.ts';
import { MoreMenu } from './more-menu.tsx';
import type { OpenEntry } from './open-entry.ts';
import type { Act, BarButton, NextStep } from './standing.ts';
import { takenWords } from './taken-words.ts';
import { useHasChanged } from './use-frame.ts';

type Props = {
  readonly entry: OpenEntry;
  readonly step: NextStep;
  readonly onAct: (act: Act) => void;
};

/** What to do next: what is stored and what is not, and at most two buttons beside the menu. */
export const FootBar = ({ entry, step, onAct }: Props) => {
  const isBusy = entry.isSaving || entry.isStepping;
  return (
    <section className="portal-next" aria-label={words.next}>
      <SavedWords entry={entry} />
      <div className="portal-next-buttons">
        <MoreMenu entry={entry} step={step} onAct={onAct} />
        {step.quiet && <Button button={step.quiet} isBusy={isBusy} onAct={onAct} />}
        {step.main && <Button button={step.main} isBusy={isBusy} onAct={onAct} isMain />}
      </div>
    </section>
  );
};

type ButtonProps = {
  readonly button: BarButton;
  readonly isBusy: boolean;
  readonly isMain?: boolean;
  readonly onAct: (act: Act) => void;
};

/** One that can't be pressed stays in reach of the keyboard: it says what comes next. */
const Button = ({ button: { label, act, isOff = false }, isBusy, isMain, onAct }: ButtonProps) => (
  <button
    type="button"
    className={`portal-button${isMain ? ' portal-main' : ''}`}
    aria-disabled={isOff || isBusy}
    onClick={() => isOff || isBusy || onAct(act)}
  >
    {label}
  </button>
);

const SavedWords = ({ entry }: { readonly entry: OpenEntry }) => {
  const hasChanged = useHasChanged();
  const { trouble, keepingTrouble, isSaving, isStepping, savedAt, slug } = entry;
  if (trouble && !isSaving) {
    return (
      <p className="portal-saved portal-error" role="alert">
        {trouble.sentence}
      </p>
    );
  }
  const isHereOnly = entry.state?.isHereOnly ?? false;
  const said = (): [string, string] => {
    if (isSaving) return [words.saving, ''];
    if (isStepping) return [words.stepping, ''];
    const rest = keepingTrouble ?? (savedAt ? words.restIsKept : words.isKept);
    if (hasChanged) return [savedAt ? words.savedAt(timeWords(savedAt)) : words.notSent, rest];
    if (isHereOnly) return [savedAt ? words.savedHereOnly(timeWords(savedAt)) : '', words.hereOnly];
    const taken = entry.taken && takenWords(entry.taken, entry.state?.publication?.state);
    if (taken) return [taken, savedAt ? words.savedAt(timeWords(savedAt)) : ''];
    if (savedAt) return [words.savedAt(timeWords(savedAt)), ''];
    return ['', slug === null ? '' : words.nothingNew];
  };
  const [first, rest] = said();
  return (
    <p className="portal-saved" role="status" data-saved={!hasChanged && !isSaving}>
      <strong>{first}</strong> {rest}
    </p>
  );
};
