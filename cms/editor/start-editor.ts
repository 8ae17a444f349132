import DecapCmsCore from 'decap-cms-core';
import type { Map as ImmutableMap } from 'immutable';
import { createElement } from 'react';
import { dayInJapan } from '../../src/formats/time-in-japan.ts';
import { type CollectionName, collectionNames, collections } from '../../src/schema/collections.ts';
import type { NamedContributor } from '../wire/contributor.ts';
import { routes } from '../wire/routes.ts';
import { createPortalBody } from './body/portal-body.tsx';
import { optionsOf } from './choices.ts';
import { currentDraft, fileNames, markChanged, onDraftChange, storedName } from './decap/draft.ts';
import { translateMessages } from './decap/translate-messages.ts';
import { decapConfig, registered } from './decap-config.ts';
import { formatOf, namingInstitution } from './entry-format.ts';
import { completed } from './form/completed.ts';
import type { FormWorld } from './form/form-world.ts';
import { keepInConfidenceOneChoice } from './form/one-choice.ts';
import { createPortalAddress } from './form/portal-address.tsx';
import { createPortalField } from './form/portal-field.tsx';
import { PortalSection } from './form/portal-section.tsx';
import { askGateway } from './gateway/ask-gateway.ts';
import { createGatewayBackend } from './gateway/gateway-backend.ts';
import { sendFile } from './gateway/send-file.ts';
import { localeJa } from './locale-ja.ts';
import { addressProblem, newAddress } from './new-address.ts';
import { createNotices, listProblemsOf } from './notices/notices.ts';
import { createBar } from './page/bar.ts';
import { createPreviewPane } from './preview/preview-pane.tsx';
import { keptUploads } from './uploads/kept-uploads.ts';
import { createUploads, newForm, type Uploads } from './uploads/uploads.ts';
import { createWordButton } from './word-import/word-button.tsx';
import { editorWords } from './words.ts';

/**
 * Starts Decap for the person who is signed in.
 * @throws Refusal where the gateway does not tell what the pickers offer
 */
export const startEditor = async (who: NamedContributor): Promise<void> => {
  const choices = await askGateway(routes.choices);
  const bar = createBar(who);
  const panel = document.createElement('aside');
  panel.id = 'portal-notices';
  panel.setAttribute('aria-live', 'polite');
  const root = document.createElement('div');
  root.id = 'nc-root';
  document.body.replaceChildren(bar.element, root, panel);
  translateMessages(root);

  const notices = createNotices(panel);
  const uploads = createUploads({
    send: sendFile,
    form: formInUse,
    kept: keptUploads(localStorage, who.name, Date.now),
    onKept: markChanged,
    mostFileBytes: choices.mostFileBytes,
    now: Date.now,
  });
  const world: FormWorld = { choices, files: filesBeside(uploads) };
  keepInConfidenceOneChoice();
  const address = addressOfNewDraft(uploads.forgetNew);
  register(world, address);
  DecapCmsCore.registerBackend(
    registered.backend,
    createGatewayBackend({
      who,
      notices,
      files: uploads,
      signInAgain: () =>
        createElement(
          'p',
          { role: 'alert', className: 'portal-sign-in' },
          editorWords.lost,
          createElement(
            'button',
            { type: 'button', className: 'portal-button', onClick: () => location.reload() },
            editorWords.signInAgain,
          ),
        ),
      openList: (collection) => location.assign(`#/collections/${collection}`),
      leave: () => location.reload(),
    }),
  );
  whenAnotherOpens((path) => {
    uploads.forgetSaved();
    bar.show(path);
    notices.clearProblems();
    if (path) void listProblemsOf(path, notices);
  });

  // The gateway's own session says who this is; Decap looks for a name that it wrote down itself.
  localStorage.setItem(
    'decap-cms-user',
    JSON.stringify({ backendName: registered.backend, login: who.name, name: who.name }),
  );
  // Side by side needs room: on a narrow screen the form has all of it, and the preview comes at a button.
  if (!localStorage.getItem('cms.right-pane')) {
    localStorage.setItem('cms.right-pane', innerWidth < 1100 ? 'none' : 'preview');
  }
  type Init = NonNullable<Parameters<typeof DecapCmsCore.init>[0]>;
  // Decap's own type of a configuration knows none but its own backends and widgets.
  DecapCmsCore.init({ config: decapConfig(who, choices) } as unknown as Init);
};

/** Which form is open, as `Uploads` knows it. */
const formInUse = (): string => {
  const draft = currentDraft();
  if (!draft) return '';
  return draft.isNew ? newForm(draft.collection) : draft.path;
};

/** The files beside the entry in the form: what lies there, and what was chosen and is on its way. */
const filesBeside = (uploads: Uploads): FormWorld['files'] => ({
  names: () =>
    [...new Set([...fileNames(), ...uploads.names()])].sort((a, b) => a.localeCompare(b, 'ja')),
  add(file) {
    const name = storedName(file.name);
    uploads.add(name, file);
    return name;
  },
  stateOf: uploads.stateOf,
  sendAgain: uploads.sendAgain,
  cancel: uploads.cancel,
  onChange(listener) {
    const ends = [onDraftChange(listener), uploads.onChange(listener)];
    return () => {
      for (const end of ends) end();
    };
  },
});

/** Tells Decap of everything that its configuration names. */
const register = (world: FormWorld, address: () => string): void => {
  type Register = (name: string, control: unknown) => void;
  const registerWidget = DecapCmsCore.registerWidget as unknown as Register;
  registerWidget(registered.field, createPortalField(world));
  registerWidget(registered.body, createPortalBody(world, createWordButton(world.files)));
  registerWidget(registered.section, PortalSection);
  registerWidget(registered.address, createPortalAddress(world.choices));

  DecapCmsCore.registerLocale('ja', localeJa);
  const names = new Map(
    optionsOf(world.choices, 'owners').map(({ value, label }) => [value, label]),
  );
  for (const collection of collectionNames) {
    DecapCmsCore.registerCustomFormat(
      registered.format(collection),
      collections[collection].layout === 'file' ? 'yaml' : 'mdx',
      namingInstitution(formatOf(collection), (id) => names.get(id) ?? null),
    );
    DecapCmsCore.registerPreviewTemplate(collection, createPreviewPane(address));
  }
  // Files lie beside entries and are chosen in the form: there is no library of them to browse.
  DecapCmsCore.registerMediaLibrary({
    name: registered.mediaLibrary,
    init: () => ({ show() {}, hide() {}, enableStandalone: () => false }),
  } as never);
  DecapCmsCore.registerEventListener({
    name: 'preSave',
    handler: ({ entry }) => {
      const data = entry.get('data') as ImmutableMap<string, unknown>;
      const isNew = entry.get('newRecord') === true;
      const problem = isNew
        ? addressProblem(
            world.choices,
            entry.get('collection') as CollectionName,
            data.get('address'),
          )
        : null;
      if (problem) throw new Error(problem);
      const name = isNew ? address() : null;
      return data.merge(completed(data.toObject(), dayInJapan(new Date()), name));
    },
  });
};

/**
 * The address of the new entry in the form: the same for its preview and each attempt to save it.
 * @param onAnother hears that another was begun; the first of a page may be one that was begun before it was loaded anew
 */
const addressOfNewDraft = (onAnother: () => void): (() => string) => {
  const make = () => newAddress(new Date(), Math.random);
  let address = make();
  let wasNew = false;
  let isFirst = true;
  onDraftChange(() => {
    const isNew = currentDraft()?.isNew === true;
    if (isNew && !wasNew) {
      address = make();
      if (!isFirst) onAnother();
      isFirst = false;
    }
    wasNew = isNew;
  });
  return () => address;
};

/** Calls whenever another entry stands in the form. `path` is empty where there is none, or a new one. */
const whenAnotherOpens = (listener: (path: string) => void): void => {
  let last = '';
  onDraftChange(() => {
    const draft = currentDraft();
    const path = draft && !draft.isNew ? draft.path : '';
    if (path === last) return;
    last = path;
    // Not from within the reducer that told of the change.
    queueMicrotask(() => listener(path));
  });
};
