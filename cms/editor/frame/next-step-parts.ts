import type { StepName } from '../../wire/step.ts';
import type { BarButton, StagePath, Standing } from './standing.ts';
import { stateWords as words } from './state-words.ts';

/** The buttons that no state has to allow. */
export const button = {
  save: { label: words.save, act: { kind: 'save' } },
  saveChanges: { label: words.saveChanges, act: { kind: 'save' } },
  word: { label: words.word, act: { kind: 'word' } },
  start: { label: words.start, act: { kind: 'write' } },
  mendMyself: { label: words.mendMyself, act: { kind: 'write' } },
  review: { label: words.review, act: { kind: 'review' } },
  callThem: { label: words.callThem, act: { kind: 'notes' } },
  leaveNote: { label: words.leaveNote, act: { kind: 'notes' } },
  download: { label: words.download, act: { kind: 'download' } },
  copyReport: { label: words.copyReport, act: { kind: 'copy-report' } },
} as const satisfies Record<string, BarButton>;

/** Makes the button of a step, where the gateway lets this person take it. */
export const ifMay =
  ({ state }: Pick<Standing, 'state'>) =>
  (step: StepName, label: string): BarButton | null =>
    state?.may.includes(step) ? { label, act: { kind: 'step', step } } : null;

/** The button of a step that comes after a save, and that the gateway has not been asked about yet. */
export const stepButton = (step: StepName, label: string): BarButton => ({
  label,
  act: { kind: 'step', step },
});

const { draft, review, published, returned, takenDown } = words.stages;

export const paths = {
  draft: { names: [draft, review, published], at: 0 },
  returned: { names: [returned, review, published], at: 0 },
  review: { names: [draft, review, published], at: 1 },
  approved: { names: [draft, review, published], at: 1 },
  published: { names: [draft, review, published], at: 2 },
  takenDown: { names: [draft, review, takenDown], at: 2 },
} as const satisfies Record<string, StagePath>;
