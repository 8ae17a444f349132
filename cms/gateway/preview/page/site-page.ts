import type { EntryPageData } from '../../../../src/catalog/entry-page.ts';
import type { GlossaryPageData } from '../../../../src/catalog/glossary-page.ts';
import type { InstitutionProfile } from '../../../../src/catalog/institution-profile.ts';
import type { KitPageData } from '../../../../src/catalog/kit-page.ts';
import type { PortalPageData } from '../../../../src/catalog/portal-page.ts';
import type { ScenePageData } from '../../../../src/catalog/scene-page.ts';
import type { Shown } from '../../../../src/catalog/shown-content.ts';

/** Which of the site's layouts shows a piece of content, with what it shows. */
export type SitePage =
  | { layout: 'entry'; page: EntryPageData }
  | { layout: 'scene'; page: ScenePageData }
  | { layout: 'kit'; page: KitPageData }
  | { layout: 'term'; page: GlossaryPageData }
  | { layout: 'words'; rings: readonly Shown<'rings'>[] }
  | { layout: 'institution'; profile: InstitutionProfile }
  | { layout: 'portal'; shown: PortalPageData };
