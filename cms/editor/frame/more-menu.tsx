import { useEffect, useRef, useState } from 'react';
import type { StepName } from '../../wire/step.ts';
import { frameWords as words } from './frame-words.ts';
import { stepsBeside } from './next-step.ts';
import type { OpenEntry } from './open-entry.ts';
import type { Act, NextStep } from './standing.ts';
import { stateWords } from './state-words.ts';
import { useParts } from './use-frame.ts';

type Props = {
  readonly entry: OpenEntry;
  readonly step: NextStep;
  readonly onAct: (act: Act) => void;
};

type Item =
  | { readonly label: string; readonly act: Act }
  | { readonly label: string; href: string };

/** Steps that the menu offers where the bar does not; the others have a state of their own in which they come. */
const stepLabels: Partial<Record<StepName, string>> = {
  return: stateWords.return,
  'take-back': stateWords.takeBack,
  'ask-withdrawal': stateWords.askWithdrawal,
  withdraw: stateWords.withdraw,
  delete: words.remove,
};

/** What there is beside the next step. A list of buttons that folds out, and closes with Escape or beside it. */
export const MoreMenu = ({ entry, step, onAct }: Props) => {
  const { screens } = useParts();
  const [isOpen, setIsOpen] = useState(false);
  const self = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const closeBeside = (event: Event) => {
      if (!self.current?.contains(event.target as Node)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', closeBeside);
    document.addEventListener('focusin', closeBeside);
    return () => {
      document.removeEventListener('pointerdown', closeBeside);
      document.removeEventListener('focusin', closeBeside);
    };
  }, [isOpen]);

  const items: Item[] = [
    ...(entry.entry ? [{ label: words.print, href: `/admin/approval/${entry.entry}` }] : []),
    ...(entry.entry && screens.review && step.main?.act.kind !== 'review'
      ? [{ label: words.see, act: { kind: 'review' } as const }]
      : []),
    ...(entry.entry && screens.approvalLink && entry.state?.mayAskApproval
      ? [{ label: words.approvalLink, act: { kind: 'approval-link' } as const }]
      : []),
    { label: words.download, act: { kind: 'download' } },
    ...stepsBeside(entry, step).flatMap((name) => {
      const label = stepLabels[name];
      return label ? [{ label, act: { kind: 'step', step: name } as const }] : [];
    }),
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard wherever in the menu the keyboard is
    <div
      ref={self}
      className="portal-more"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        setIsOpen(false);
        opener.current?.focus();
      }}
    >
      <button
        ref={opener}
        type="button"
        className="portal-link"
        aria-expanded={isOpen}
        onClick={() => setIsOpen((now) => !now)}
      >
        {words.more}
      </button>
      {isOpen && (
        <ul>
          {items.map((item) => (
            <li key={item.label}>
              {'href' in item ? (
                <a href={item.href} target="_blank" rel="noreferrer">
                  {item.label}
                </a>
              ) : (
                <button
                  type="button"
                  onClick={() => {
                    setIsOpen(false);
                    opener.current?.focus();
                    onAct(item.act);
                  }}
                >
                  {item.label}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
