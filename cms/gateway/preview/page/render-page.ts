import { renderComponent } from '../../../../src/astro-internals/render-component.ts';
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
  type StoredEntry,
  shownEntry,
} from '../../../../src/catalog/shown-content.ts';
import type { CollectionName } from '../../../../src/schema/collections.ts';
import DraftPage from './DraftPage.astro';
import type { DraftFrame } from './draft-frame.ts';
import type { SitePage } from './site-page.ts';

/** An entry of the content as the loader would store it. */
export type RenderedContent = StoredEntry & { collection: CollectionName };

export type PageRequest = {
  /** What is published, with the draft in its place. */
  entries: readonly RenderedContent[];
  /** The draft's own content path. */
  draft: string;
  /** The address that the page will have. */
  address: string;
  frame: DraftFrame;
};

/**
 * The page of a draft as HTML, made of the site's own layout and components. This is what the bundle for drafts exports.
 * It carries no script.
 */
export async function renderPage({ entries, draft, address, frame }: PageRequest): Promise<string> {
  const from = catalogOf(entries.map((entry) => shownEntry(entry.collection, entry)));
  const entry = frame.isWithheld ? undefined : from.at(draft);
  const page = entry ? sitePage(entry, from) : null;
  return renderComponent(DraftPage, { page, frame }, address);
}

const sitePage = (entry: Shown, from: Catalog): SitePage | null => {
  switch (entry.collection) {
    case 'scenes': {
      const page = scenePages(from).find(({ scene }) => scene.id === entry.id);
      return page ? { layout: 'scene', page } : null;
    }
    case 'kits': {
      const page = kitPages(from).find(({ kit }) => kit.id === entry.id);
      return page ? { layout: 'kit', page } : null;
    }
    case 'glossary': {
      const page = glossaryPages(from).find(({ term }) => term.id === entry.id);
      return page ? { layout: 'term', page } : null;
    }
    case 'rings':
      return { layout: 'words', rings: [entry] };
    case 'institutions': {
      const profile = institutionProfiles(from).find(
        ({ institution }) => institution.id === entry.id,
      );
      return profile ? { layout: 'institution', profile } : null;
    }
    case 'pages': {
      const shown = portalPages(from).find(({ page }) => page.id === entry.id);
      return shown ? { layout: 'portal', shown } : null;
    }
    default:
      return { layout: 'entry', page: pageOfEntry(entry, from) };
  }
};
