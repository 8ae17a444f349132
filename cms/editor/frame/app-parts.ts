import type { ComponentType } from 'react';
import type { Choices } from '../../wire/choices.ts';
import type { NamedContributor } from '../../wire/contributor.ts';
import type { ConfigCollection } from '../decap-config.ts';
import type { KeptTexts } from '../kept/kept-texts.ts';
import type { Dialogs } from './dialogs.ts';
import type { EntrySession } from './entry-session.ts';
import type { Navigation } from './navigation.ts';
import type { SideViews } from './side-views.ts';

/** What of the screen others draw. Where one is missing, nothing leads to it. */
export type ScreenParts = {
  /** The difference to what is live, with the notes (review/). */
  readonly review?: ComponentType<{ readonly entry: string }>;
  /** The window of the link for the approval inside an institution (approval/). */
  readonly approvalLink?: ComponentType<{
    /** null where the entry was never stored. */
    readonly entry: string | null;
    readonly onClose: () => void;
  }>;
  /** A file beside the entry, as it reads (attached/). */
  readonly attached?: ComponentType<{
    readonly name: string;
    readonly address: string;
    readonly onClose: () => void;
  }>;
};

/** The same as it is given, where a part needs something of the page. */
export type ScreenMakers = Omit<ScreenParts, 'approvalLink'> & {
  readonly approvalLink?: (page: {
    /** Stores what is not stored yet. @returns whether all of it is */
    save(): Promise<boolean>;
  }) => NonNullable<ScreenParts['approvalLink']>;
};

/** What every part of the screen can reach. */
export type AppParts = {
  readonly who: NamedContributor;
  readonly choices: Choices;
  readonly collections: readonly ConfigCollection[];
  readonly navigation: Navigation;
  readonly session: EntrySession;
  readonly dialogs: Dialogs;
  readonly kept: KeptTexts;
  readonly screens: ScreenParts;
  readonly sideViews: SideViews;
  /** The page that the form would be (preview/). */
  /** The page that the draft will be; `standing` is another whenever what is stored or seen of the entry is. */
  readonly Preview: ComponentType<{ readonly standing: string }>;
  /** Gives what stands in the form as a file. */
  download(): void;
  /** Leaves the editor for the page that asks who somebody is. */
  signOut(): Promise<void>;
  showField(path: string, line?: number): boolean;
};
