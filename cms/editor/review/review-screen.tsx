import { type ComponentType, useEffect, useMemo, useState } from 'react';
import { laterText } from '../../difference/runs.ts';
import type { Choices } from '../../wire/choices.ts';
import type { NamedContributor } from '../../wire/contributor.ts';
import { routes } from '../../wire/routes.ts';
import { optionsOf } from '../choices.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { keptPerson } from '../kept/kept-person.ts';
import { AgainstChoice } from './against-choice.tsx';
import { type Change, changesOf, contentsOf } from './change-list.ts';
import { ChangesNav } from './changes-nav.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { DifferencePart } from './difference-part.tsx';
import { fieldLabel } from './field-label.ts';
import { sentenceOf } from './head-words.ts';
import { NotesPart } from './notes-part.tsx';
import { stands } from './pins.ts';
import { ProblemsPart } from './problems-part.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { ReviewHead } from './review-head.tsx';
import { type ChosenPlace, chosenPlace } from './selected-words.ts';
import { useNoteDrafts } from './use-note-drafts.ts';
import { type Looked, useReview } from './use-review.ts';
import { reviewWords as words } from './words.ts';

/** What the review screen is made from. */
export type ReviewScreenParts = {
  readonly who: NamedContributor;
  readonly choices: Choices;
  /** The proposal was published or returned here. */
  readonly onDecided?: (entry: string) => void;
};

/** The screen at `#/review/<entry>`: what changed, the notes, and the decision about exactly that. */
export type ReviewScreen = ComponentType<{ readonly entry: string }>;

/** Makes the review screen of a person. */
export const createReviewScreen = ({
  who,
  choices,
  onDecided,
}: ReviewScreenParts): ReviewScreen => {
  const names = new Map(
    optionsOf(choices, 'institutions').map(({ value, label }) => [value, label]),
  );
  const isEditor = who.role === 'editor';

  return ({ entry }) => {
    const work = useReview(entry, choices);
    const { looked, trouble } = work;
    const notes = useNoteDrafts(entry, keptPerson(who), work.takeNotes);
    const [current, setCurrent] = useState<Change | null>(null);
    const [isReturning, setIsReturning] = useState(false);
    const changes = useMemo(
      () =>
        looked?.difference
          ? isCompared(looked)
            ? changesOf(looked.difference)
            : contentsOf(looked.difference)
          : [],
      [looked],
    );
    const textNow = useMemo(() => (looked ? allWords(looked) : ''), [looked]);
    useEffect(() => {
      if (!looked?.overtaken) return;
      setIsReturning(false);
      setCurrent(null);
      document.querySelector('.portal-review-head')?.scrollIntoView({ block: 'center' });
    }, [looked?.overtaken]);

    if (!looked) {
      return (
        <div className="portal-review">
          {trouble ? (
            <main className="portal-review-trouble">
              <p role="alert">{trouble}</p>
              <div className="portal-dialog-buttons">
                <button type="button" className="portal-button" onClick={work.reload}>
                  {words.again}
                </button>
                <a className="portal-button" href="#/">
                  {words.toList}
                </a>
              </div>
            </main>
          ) : (
            <p role="status" className="portal-review-trouble">
              {words.opening}
            </p>
          )}
        </div>
      );
    }

    const { review, difference, state } = looked;
    const institution = names.get(entry.split('/')[1] ?? '') ?? null;
    const come = (change: Change) => {
      setCurrent(change);
      document.getElementById(change.id)?.scrollIntoView({ block: 'center' });
    };
    const go = (change: Change) => {
      come(change);
      document.getElementById(change.id)?.focus({ preventScroll: true });
    };
    const begin = (place: ChosenPlace | null) => notes.begin(chosenPlace(getSelection()) ?? place);
    const publish = async () => {
      if (!(await notes.saveAll())) return;
      if (await work.take('publish')) onDecided?.(entry);
    };
    const giveBack = async () => {
      if (!(await notes.saveAll())) return;
      if (!(await work.take('return', notes.reason.trim()))) return;
      notes.writeReason('');
      setIsReturning(false);
      onDecided?.(entry);
    };
    const mended = review.problems
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => message)
      .join('\n');
    const openReturn = () => {
      if (notes.reason === '' && mended !== '') notes.writeReason(mended.slice(0, 2000));
      setIsReturning(true);
    };

    return (
      <div className="portal-review">
        <ReviewHead
          entry={entry}
          looked={looked}
          isPublished={work.ending === 'published'}
          sentence={sentenceOf(looked, isEditor, institution, new Date(), work.ending)}
        />
        <div className="portal-review-columns">
          <ChangesNav
            changes={changes}
            isWhole={looked.against === 'nothing'}
            current={current?.id ?? null}
            onCome={come}
            onGo={go}
            onNote={() => begin(current && { field: current.field, quote: null })}
          />
          <div className="portal-difference">
            <p role="status" className="portal-hidden">
              {current?.said}
            </p>
            {difference && (
              <>
                <AgainstChoice looked={looked} onChoose={work.compareWith} />
                <DifferencePart
                  entry={entry}
                  looked={looked}
                  difference={difference}
                  current={current?.id ?? null}
                />
              </>
            )}
          </div>
          <aside className="portal-review-notes" aria-label={words.keys.note}>
            <ProblemsPart problems={review.problems} />
            <NotesPart
              notes={review.notes}
              drafts={notes.drafts}
              begun={notes.begun}
              isWithReturn={state.may.includes('return')}
              isStanding={({ place }) => !place?.quote || stands(textNow, place.quote)}
              labelOf={(field) => fieldLabel(entry, field)}
              onBegin={() => begin(null)}
              onWrite={notes.write}
              onThrowAway={notes.throwAway}
              onSave={(id) => void notes.save(id)}
              onAnswer={(note, text) =>
                work.takeNotes(
                  askGateway(routes.addNote, {
                    body: { entry, text, place: note.place, answers: note.id },
                  }),
                )
              }
              onDone={({ id }, isResolved) =>
                void work.takeNotes(
                  askGateway(routes.resolveNote, { body: { entry, id, isResolved } }),
                )
              }
              onRemove={({ id }) =>
                void work.takeNotes(askGateway(routes.deleteNote, { body: { entry, id } }))
              }
            />
          </aside>
        </div>
        <DecisionBar
          entry={entry}
          work={work}
          isReturning={isReturning}
          onPublish={() => void publish()}
          onReturn={openReturn}
        />
        {isReturning && (
          <ReasonDialog
            whose={review.begun.by}
            notes={
              notes.drafts.filter(({ text }) => text.trim() !== '').length +
              review.notes.filter(({ isResolved, answers }) => !isResolved && answers === null)
                .length
            }
            reason={notes.reason}
            isBusy={work.isBusy}
            trouble={trouble}
            onWrite={notes.writeReason}
            onReturn={() => void giveBack()}
            onStop={() => setIsReturning(false)}
          />
        )}
      </div>
    );
  };
};

/** Whether there is an earlier version: of what is new everything is shown, and nothing is marked. */
const isCompared = ({ against }: Looked): boolean => against !== 'nothing';

/** All that the proposal says, to tell which quoted words still stand. */
const allWords = ({ difference }: Looked): string => {
  if (!difference) return '';
  const { fields, sameFields, sections, files } = difference;
  return [
    ...fields.flatMap(({ items }) => items.map(laterText)),
    ...sameFields.map(({ words: said }) => said),
    ...sections.flatMap(({ headingRuns, lines }) => [
      laterText(headingRuns),
      ...lines.map(({ runs }) => laterText(runs)),
    ]),
    ...files.flatMap(({ pages }) => (pages ?? []).map(({ runs }) => laterText(runs))),
  ].join('\n');
};
