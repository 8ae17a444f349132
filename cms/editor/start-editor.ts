import { createElement, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { collectionNames, collections } from '../../src/schema/collections.ts';
import type { NamedContributor } from '../wire/contributor.ts';
import { routes } from '../wire/routes.ts';
import { createApprovalLink } from './approval/approval-link.tsx';
import { ApprovalLinkButton } from './approval/approval-link-button.tsx';
import { AttachedFile } from './attached/attached-file.tsx';
import { createPortalBody } from './body/portal-body.tsx';
import { optionsOf } from './choices.ts';
import { registry } from './decap/core.ts';
import { startStore } from './decap/stored-entry.ts';
import { decapConfig, registered } from './decap-config.ts';
import { formatOf, namingInstitution } from './entry-format.ts';
import { tellAtFields } from './form/field-notes.ts';
import type { FormWorld } from './form/form-world.ts';
import { keepInConfidenceOneChoice } from './form/one-choice.ts';
import { createPortalAddress } from './form/portal-address.tsx';
import { createPortalField } from './form/portal-field.tsx';
import { PortalSection } from './form/portal-section.tsx';
import { App } from './frame/app.tsx';
import { createAppParts } from './frame/create-app-parts.ts';
import { tellPresence } from './frame/presence.ts';
import { askGateway } from './gateway/ask-gateway.ts';
import { localeJa } from './locale-ja.ts';
import { createImportButton } from './office-import/import-button.tsx';
import { createReviewScreen } from './review/review-screen.tsx';

/**
 * Starts the editor for the person who is signed in.
 * @throws Refusal where the gateway does not tell what the pickers offer
 */
export const startEditor = async (who: NamedContributor): Promise<void> => {
  const choices = await askGateway(routes.choices);
  const config = decapConfig(who, choices);
  const { parts, world, backend, store } = await createAppParts({
    who,
    choices,
    collections: config.collections,
    tellAtFields,
    screens: {
      review: createReviewScreen({ who, choices }),
      approvalLink: createApprovalLink,
      attached: AttachedFile,
    },
  });
  keepInConfidenceOneChoice();
  const Window = parts.screens.approvalLink;
  register({
    ...world,
    belowHints: Window
      ? {
          // 承認リンク beside 機関の決裁, of the entry that stands in the form.
          approval: () => {
            const entry = useSyncExternalStore(store.onChange, store.now)?.entry ?? null;
            const onClose = () => void parts.session.refresh();
            return createElement(ApprovalLinkButton, { entry, Window, onClose });
          },
        }
      : {},
  });
  registry.registerBackend(registered.backend, backend);
  await startStore(config);
  tellPresence(store);

  const root = document.createElement('div');
  root.id = 'portal-root';
  document.body.replaceChildren(root);
  createRoot(root).render(createElement(App, { parts }));
};

/** Tells Decap of everything that its configuration names. */
const register = (world: FormWorld): void => {
  registry.registerWidget(registered.field, createPortalField(world));
  registry.registerWidget(
    registered.body,
    createPortalBody(world, createImportButton(world.files)),
  );
  registry.registerWidget(registered.section, PortalSection);
  registry.registerWidget(registered.address, createPortalAddress(world.choices));
  registry.registerLocale('ja', localeJa);
  const names = new Map(
    optionsOf(world.choices, 'owners').map(({ value, label }) => [value, label]),
  );
  for (const collection of collectionNames) {
    registry.registerCustomFormat(
      registered.format(collection),
      collections[collection].layout === 'file' ? 'yaml' : 'mdx',
      namingInstitution(formatOf(collection), (id) => names.get(id) ?? null),
    );
  }
};
