import type { NamedContributor } from '../../wire/contributor.ts';
import type { EntryState } from '../../wire/entry-state.ts';
import type { StepName } from '../../wire/step.ts';

/** What a button of the bar does. */
export type Act =
  | { readonly kind: 'save' }
  /** Saves what is unsaved, then takes the step. */
  | { readonly kind: 'step'; readonly step: StepName }
  /** Goes to the first field of the form. */
  | { readonly kind: 'write' }
  | { readonly kind: 'word' }
  | { readonly kind: 'review' }
  | { readonly kind: 'approval-link' }
  | { readonly kind: 'notes' }
  | { readonly kind: 'download' }
  | { readonly kind: 'copy-report' };

export type BarButton = {
  readonly label: string;
  readonly act: Act;
  /** It says what comes next, and can't be pressed yet. */
  readonly isOff?: boolean;
};

/** How far an entry is, in three steps. */
export type StagePath = { readonly names: readonly string[]; readonly at: number };

/** What the frame says of an entry, and offers next. */
export type NextStep = {
  readonly sentence: string;
  readonly main: BarButton | null;
  readonly quiet: BarButton | null;
  readonly path: StagePath;
};

/** Where an entry stands before a person. */
export type Standing = {
  readonly who: NamedContributor;
  /** What its kind is called in a sentence: 事例, 用語. */
  readonly noun: string;
  /** It is what an institution does: it has a title, and may begin from a document. */
  readonly isPractice: boolean;
  /** The name of the institution whose entry it is; null for the portal's own content, or while it is not chosen. */
  readonly owner: string | null;
  readonly isNew: boolean;
  /** Something in the form is not saved. */
  readonly hasChanged: boolean;
  /** null for a new entry, and where the gateway could not say. */
  readonly state: EntryState | null;
  /** What keeps it from the review, as the last save told: the names of the fields, each once. */
  readonly missing: readonly string[];
  /** All of these are blank, and none is written wrongly. */
  readonly areMissingBlank: boolean;
  /** How many places differ from what readers see; null where nobody has counted. */
  readonly changes: number | null;
  /** Which parts of the screen there are. */
  readonly has: { readonly review: boolean; readonly approvalLink: boolean };
};
