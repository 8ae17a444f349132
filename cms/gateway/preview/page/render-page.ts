import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { pageOfEntry } from '../../../../src/catalog/entry-page.ts';
import { glossaryPages } from '../../../../src/catalog/glossary-page.ts';
import { institutionProfiles } from '../../../../src/catalog/institution-profile.ts';
import { kitPages } from '../../../../src/catalog/kit-page.ts';
import { portalPages } from '../../../../src/catalog/portal-page.ts';
import { scenePages } from '../../../../src/catalog/scene-page.ts';
import {
  type Catalog,
  catalogOf,
  type Shown,
  type StoredDocument,
  shownDocument,
} from '../../../../src/catalog/shown-content.ts';
import type { CollectionName } from '../../../../src/schema/collections.ts';
import DraftPage from './DraftPage.astro';
import type { DraftFrame } from './draft-frame.ts';
import type { SitePage } from './site-page.ts';

/** A document of the content as the loader would store it. */
export type RenderedContent = StoredDocument & { collection: CollectionName };

export type PageRequest = {
  /** What is published, with the draft in its place. */
  documents: readonly RenderedContent[];
  /** The draft's own content path. */
  draft: string;
  /** The address that the page will have. */
  address: string;
  frame: DraftFrame;
};

/**
 * The page of a draft as HTML, made of the site's own layout and components. This is what the bundle for drafts exports.
 * It carries no script: the layout's own elements are taken out, exactly as Astro writes them; no text of a draft can
 * look like one, since its quotes are escaped.
 */
export async function renderPage({
  documents,
  draft,
  address,
  frame,
}: PageRequest): Promise<string> {
  const from = catalogOf(documents.map((document) => shownDocument(document.collection, document)));
  const document = frame.isWithheld ? undefined : from.at(draft);
  const page = document ? sitePage(document, from) : null;
  // A new one each time: a container keeps every page that it has rendered.
  const container = await AstroContainer.create();
  const html = await container.renderToString(DraftPage, {
    props: { page, frame },
    partial: false,
    request: new Request(new URL(address, 'http://localhost')),
  });
  return html.replace(/<script type="module" src="[^"<>]*"><\/script>/g, '');
}

const sitePage = (document: Shown, from: Catalog): SitePage | null => {
  switch (document.collection) {
    case 'scenes': {
      const page = scenePages(from).find(({ scene }) => scene.id === document.id);
      return page ? { layout: 'scene', page } : null;
    }
    case 'kits': {
      const page = kitPages(from).find(({ kit }) => kit.id === document.id);
      return page ? { layout: 'kit', page } : null;
    }
    case 'glossary': {
      const page = glossaryPages(from).find(({ term }) => term.id === document.id);
      return page ? { layout: 'term', page } : null;
    }
    case 'institutions': {
      const profile = institutionProfiles(from).find(
        ({ institution }) => institution.id === document.id,
      );
      return profile ? { layout: 'institution', profile } : null;
    }
    case 'pages': {
      const shown = portalPages(from).find(({ page }) => page.id === document.id);
      return shown ? { layout: 'portal', shown } : null;
    }
    default:
      return { layout: 'entry', page: pageOfEntry(document, from) };
  }
};
