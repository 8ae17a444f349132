import { useEffect, useMemo, useState } from 'react';
import type { StepName } from '../../wire/step.ts';
import { EntryForm } from '../decap/entry-form.tsx';
import { takenStep } from './ask-step.tsx';
import { FootBar } from './foot-bar.tsx';
import { frameWords as words } from './frame-words.ts';
import { nextStep } from './next-step.ts';
import type { OpenEntry } from './open-entry.ts';
import { ProblemList } from './problem-list.tsx';
import { ReturnReason } from './return-reason.tsx';
import { SidePane } from './side-pane.tsx';
import type { Act } from './standing.ts';
import { StateHead } from './state-head.tsx';
import { useParts } from './use-frame.ts';
import { useStanding } from './use-standing.ts';

/** The screen of one entry: what it is, the form, what stands beside it, and what to do next. */
export const EntryScreen = ({ entry }: { readonly entry: OpenEntry }) => {
  const parts = useParts();
  const { session, navigation, screens, collections, sideViews } = parts;
  const standing = useStanding(entry);
  const step = nextStep(standing);
  const [isLinkOpen, setIsLinkOpen] = useState(false);
  /** On a narrow screen the form and what stands beside it take turns. */
  const [isPaneFirst, setIsPaneFirst] = useState(false);
  const hasPage =
    collections.find(({ name }) => name === entry.collection)?.editor.preview ?? false;
  const form = useMemo(() => <EntryForm key={entry.id} />, [entry.id]);

  useEffect(() => {
    const saveByKey = (event: KeyboardEvent) => {
      const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && event.key === 's';
      if (!isSave) return;
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) void session.save();
    };
    addEventListener('keydown', saveByKey);
    return () => removeEventListener('keydown', saveByKey);
  }, [session]);

  const take = async (name: StepName): Promise<void> => {
    await takenStep(parts, name, {
      return: standing.missing.length > 0 ? firstProblem(entry) : '',
      withdraw: entry.state?.removalAsked?.reason ?? '',
    });
  };
  const actions: { [Kind in Act['kind']]: (act: Extract<Act, { kind: Kind }>) => void } = {
    save: () => void session.save(),
    step: (act) => void take(act.step),
    write: () => focusFirstField(),
    word: () => document.querySelector<HTMLElement>('.portal-word button')?.click(),
    review: () => entry.entry && navigation.go({ kind: 'review', entry: entry.entry }),
    'approval-link': () => setIsLinkOpen(true),
    notes: () => {
      sideViews.show('notes');
      setIsPaneFirst(true);
      // The field stands there once the notes are drawn.
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>('.portal-notes-tab form > textarea')?.focus(),
      );
    },
    download: parts.download,
    'copy-report': () =>
      void navigator.clipboard
        .writeText(entry.state?.publication?.message ?? '')
        .then(() => session.say(words.copied)),
  };
  const onAct = (act: Act) => (actions[act.kind] as (act: Act) => void)(act);

  const Link = screens.approvalLink;
  return (
    <div className="portal-frame">
      <StateHead entry={entry} standing={standing} step={step} />
      <div className="portal-two" data-first={isPaneFirst ? 'pane' : 'form'}>
        <main className="portal-form">
          {(hasPage || entry.entry) && (
            <button
              type="button"
              className="portal-button portal-turn"
              onClick={() => setIsPaneFirst(true)}
            >
              {hasPage ? words.showPage : words.notes}
            </button>
          )}
          <ReturnReason state={entry.state} />
          <ProblemList problems={entry.problems} />
          {form}
        </main>
        <button
          type="button"
          className="portal-button portal-turn portal-turn-back"
          onClick={() => setIsPaneFirst(false)}
        >
          {words.showForm}
        </button>
        <SidePane entry={entry} views={sideViews} hasPage={hasPage} />
      </div>
      <FootBar entry={entry} step={step} onAct={onAct} />
      {Link && isLinkOpen && entry.entry && (
        <Link
          entry={entry.entry}
          onClose={() => {
            setIsLinkOpen(false);
            void session.refresh();
          }}
        />
      )}
    </div>
  );
};

const firstProblem = ({ problems }: OpenEntry): string =>
  problems.find(({ severity }) => severity === 'error')?.message ?? '';

const focusFirstField = (): void => {
  const field = document.querySelector<HTMLElement>(
    '.portal-form .portal-field :is(input, textarea, select)',
  );
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
};
