import type { CollectionName } from '../../../src/schema/collections.ts';
import type { NamedContributor } from '../../wire/contributor.ts';
import type { ToldConflict } from '../../wire/refusal.ts';
import type { Draft } from '../decap/draft.ts';
import type { Saver } from '../gateway/saver.ts';
import type { KeptFile, KeptText } from '../kept/kept-text.ts';
import type { KeptTexts } from '../kept/kept-texts.ts';
import type { Keeping } from './keeping.ts';
import type { Lacking } from './lacking.ts';
import type { MergedFields } from './merge-fields.ts';
import type { Navigation } from './navigation.ts';
import type { EntryStore } from './open-entry.ts';

type Data = Readonly<Record<string, unknown>>;

/** What the open entry asks the person, each in a window. */
export type SessionAsks = {
  /** A text was kept here that is not stored. @returns the fields to go on with; or to leave it kept, or to drop it */
  aboutKept(asked: {
    readonly collection: CollectionName;
    readonly kept: KeptText;
    /** Brought together with what is stored; null for a new entry. */
    readonly merged: MergedFields | null;
  }): Promise<Data | 'leave' | 'drop'>;
  /** Somebody else changed the same fields. @returns the fields to store, or null to leave theirs for now */
  aboutConflict(asked: {
    readonly collection: CollectionName;
    readonly conflicts: readonly ToldConflict[];
    readonly merged: MergedFields;
  }): Promise<Data | null>;
  /** Somebody else changed files of the same name. @returns whether the own ones take their place */
  aboutFiles(conflicts: readonly ToldConflict[]): Promise<boolean>;
  /** The session has ended. @returns whether the same person is signed in again */
  signInAgain(): Promise<boolean>;
};

/** The files that were chosen in the form. */
export type ChosenFiles = {
  /** Puts files back that were kept. */
  bringBack(files: readonly KeptFile[]): void;
  /** Another entry was opened. @param isNew it has no address yet */
  another(isNew: boolean): void;
};

/** What opening, saving and stepping work with. */
export type SessionParts = {
  readonly who: NamedContributor;
  readonly store: EntryStore;
  readonly saver: Saver;
  readonly kept: KeptTexts;
  readonly keeping: Keeping;
  readonly files: ChosenFiles;
  readonly asks: SessionAsks;
  readonly navigation: Navigation;
  /** What keeps even a draft from being stored; null where nothing does. */
  lacking(draft: Draft): Lacking | null;
  /** What of an address fills a new form. @param asked not trusted */
  askedFields(
    collection: CollectionName,
    asked: Readonly<Record<string, string>>,
  ): Readonly<Record<string, string>>;
  /** Says sentences below fields, in the place of those that were said there before. */
  tellAtFields(sentences: readonly { readonly field: string; readonly sentence: string }[]): void;
  /** Brings a field into view, and the keyboard to it. */
  showField(path: string, line?: number): void;
  readonly now: () => Date;
  /** A new name for an entry's folder. */
  newAddress(): string;
};
