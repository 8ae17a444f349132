import type { Choices } from '../../wire/choices.ts';
import type { NamedContributor } from '../../wire/contributor.ts';
import { routes } from '../../wire/routes.ts';
import {
  currentDraft,
  fileNames,
  hasChanged,
  markChanged,
  onDraftChange,
  storedName,
} from '../decap/draft.ts';
import type { ConfigCollection } from '../decap-config.ts';
import type { FormWorld } from '../form/form-world.ts';
import { showField } from '../form/show-field.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { createGatewayBackend } from '../gateway/gateway-backend.ts';
import { createSaver } from '../gateway/saver.ts';
import { createSeenVersions } from '../gateway/seen-versions.ts';
import { sendFile } from '../gateway/send-file.ts';
import { asFile } from '../kept/as-file.ts';
import { keptPerson } from '../kept/kept-person.ts';
import type { KeptText } from '../kept/kept-text.ts';
import { openKeptTexts } from '../kept/kept-texts.ts';
import { newAddress } from '../new-address.ts';
import { createPreviewPane } from '../preview/preview-pane.tsx';
import { forgetSomebody } from '../sign-in/somebody.ts';
import { keptUploads } from '../uploads/kept-uploads.ts';
import { createUploads, newForm, type Uploads } from '../uploads/uploads.ts';
import type { AppParts, ScreenMakers } from './app-parts.ts';
import { askedFields } from './asked-fields.ts';
import { createBesideForm } from './beside-form.ts';
import { createFilesAtHand } from './chosen-files.ts';
import { timeWords } from './day-words.ts';
import { createDialogs } from './dialogs.ts';
import { createEntrySession } from './entry-session.ts';
import { keepOldCopies } from './keep-old-copies.ts';
import { createKeeping, type Keeping } from './keeping.ts';
import { lackingIn, unusableAddress } from './lacking.ts';
import { createNavigation } from './navigation.ts';
import { createEntryStore, keptName } from './open-entry.ts';
import { createSessionAsks } from './session-asks.tsx';
import type { SessionParts } from './session-parts.ts';
import { createSideViews } from './side-views.ts';
import { windowWords } from './window-words.ts';

type Given = {
  readonly who: NamedContributor;
  readonly choices: Choices;
  readonly collections: readonly ConfigCollection[];
  readonly screens: ScreenMakers;
  /** Says sentences below fields of the form. */
  readonly tellAtFields?: SessionParts['tellAtFields'];
};

/** Puts together what the page works with; nothing is drawn and nothing asked yet. */
export const createAppParts = async ({
  who,
  choices,
  collections,
  screens: { approvalLink, ...screens },
  tellAtFields = () => {},
}: Given) => {
  const store = createEntryStore();
  const dialogs = createDialogs();
  const navigation = createNavigation();
  const sideViews = createSideViews();
  const kept = await openKeptTexts();
  await keepOldCopies(kept, Date.now);
  const seen = createSeenVersions();
  const uploads = createUploads({
    send: sendFile,
    drop: (upload) => askGateway(routes.dropUpload, { entry: upload }),
    form: formInUse,
    kept: keptUploads(localStorage, keptPerson(who), Date.now),
    onKept: markChanged,
    mostFileBytes: choices.mostFileBytes,
    now: Date.now,
  });
  const atHand = createFilesAtHand(uploads.stateOf);
  const saver = createSaver({ seen, files: uploads });

  /** What stands in the form, as it is kept. */
  const textInForm = (): Omit<KeptText, 'revision' | 'savedAt'> | null => {
    const entry = store.now();
    const draft = currentDraft();
    if (entry?.phase !== 'open' || !draft) return null;
    return {
      who: keptPerson(who),
      entry: keptName(entry),
      data: draft.data,
      files: atHand.unsaved(),
      base: entry.base,
      basedOn: draft.path ? saver.basis(draft.path, entry.isDraft) : {},
    };
  };
  const keeping: Keeping = createKeeping({
    kept,
    who: keptPerson(who),
    read: () => (hasChanged() ? textInForm() : null),
    now: Date.now,
    onKept() {
      const now = store.now();
      const sentence = keeping.trouble();
      if (now && now.keepingTrouble !== sentence)
        store.change(now.id, { keepingTrouble: sentence });
    },
  });
  const download = (): void => {
    const text = textInForm();
    if (text) giveFile(asFile({ ...text, revision: 0, savedAt: Date.now() }, choices));
  };
  const chooseAnother = async (): Promise<void> => {
    await keeping.flush();
    forgetSomebody();
    location.reload();
  };
  const asks = createSessionAsks({
    dialogs,
    who,
    whatIsKept: () => whatIsKept(textInForm(), keeping),
    download,
    downloadKept: (text) => giveFile(asFile(text, choices)),
    chooseAnother,
  });
  const session = createEntrySession({
    who,
    store,
    saver,
    kept,
    keeping,
    asks,
    navigation,
    showField,
    files: {
      bringBack(files) {
        for (const { name, file } of files) {
          atHand.chosen(name, file);
          uploads.add(name, file);
        }
      },
      another: forOtherForms(uploads, atHand.clear, sideViews.closeFile),
    },
    lacking: (draft) => lackingIn(collections, draft) ?? unusableAddress(choices, draft),
    askedFields: (name, asked) =>
      askedFields(
        collections.find((each) => each.name === name),
        asked,
      ),
    tellAtFields,
    now: () => new Date(),
    newAddress: () => newAddress(new Date(), Math.random),
  });

  const parts: AppParts = {
    who,
    choices,
    collections,
    navigation,
    session,
    dialogs,
    kept,
    screens: {
      ...screens,
      ...(approvalLink
        ? { approvalLink: approvalLink({ save: async () => !hasChanged() || session.save() }) }
        : {}),
    },
    sideViews,
    Preview: createPreviewPane(
      () => store.now()?.address ?? '',
      () => atHand.unsaved().map(({ name }) => name),
    ),
    download,
    async signOut() {
      await keeping.flush();
      const { goOnAt } = await askGateway(routes.signOut);
      forgetSomebody();
      // Whoever stays signed in at the provider is in again at the next press.
      if (goOnAt === null) location.reload();
      else location.assign(goOnAt);
    },
    showField,
  };
  const beside = createBesideForm(sideViews, store, (name) => {
    const state = uploads.stateOf(name);
    return state?.kind === 'kept' ? state.address : null;
  });
  const world: FormWorld = {
    choices,
    // The rows of files have a button for it where there is a part that shows them.
    ...(screens.attached ? { beside } : {}),
    files: filesBeside(uploads, (name, file) => {
      atHand.chosen(name, file);
      keeping.changed();
    }),
  };
  return { parts, world, store, backend: createGatewayBackend(seen) };
};

/** Which form is open, as `Uploads` knows it. */
const formInUse = (): string => {
  const draft = currentDraft();
  if (!draft) return '';
  return draft.isNew ? newForm(draft.collection) : draft.path;
};

/** What happens to chosen files when another form is opened. The first new one of a page may have been begun before. */
const forOtherForms = (uploads: Uploads, ...clear: (() => void)[]) => {
  let isFirstNew = true;
  return (isNew: boolean): void => {
    for (const each of clear) each();
    uploads.forgetSaved();
    if (isNew && !isFirstNew) uploads.forgetNew();
    if (isNew) isFirstNew = false;
  };
};

/** The files beside the entry in the form: what lies there, and what was chosen and is on its way. */
const filesBeside = (
  uploads: Uploads,
  onChosen: (name: string, file: File) => void,
): FormWorld['files'] => ({
  names: () =>
    [...new Set([...fileNames(), ...uploads.names()])].sort((a, b) => a.localeCompare(b, 'ja')),
  add(file) {
    const name = storedName(file.name);
    uploads.add(name, file);
    onChosen(name, file);
    return name;
  },
  stateOf: uploads.stateOf,
  fileOf: uploads.fileOf,
  sizeOf: uploads.sizeOf,
  sendAgain: uploads.sendAgain,
  cancel: uploads.cancel,
  decline: uploads.decline,
  about: uploads.about,
  keepAbout: uploads.keepAbout,
  onChange(listener) {
    const ends = [onDraftChange(listener), uploads.onChange(listener)];
    return () => {
      for (const end of ends) end();
    };
  },
});

/** What is kept of the open entry, in a sentence. */
const whatIsKept = (
  text: Omit<KeptText, 'revision' | 'savedAt'> | null,
  keeping: Keeping,
): { sentence: string; isKept: boolean } => {
  const trouble = keeping.trouble();
  if (trouble) return { sentence: trouble, isKept: false };
  if (!text || !hasChanged()) return { sentence: windowWords.nothingWritten, isKept: false };
  const letters = lettersIn(text.data);
  return {
    sentence: windowWords.keptUntil(timeWords(new Date()), letters, text.files.length),
    isKept: true,
  };
};

const lettersIn = (value: unknown): number => {
  if (typeof value === 'string') return [...value.replace(/\s/g, '')].length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + lettersIn(each), 0);
};

const giveFile = (file: File): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
