import type { Shown } from '../catalog/catalog.ts';
import type { FilePageData } from '../catalog/file-page.ts';
import type { JudgedEdition } from '../rule-editions/edition-status.ts';
import { collections } from '../schema/collections.ts';
import type { PageSearchData } from '../search/indexing/page-record.ts';
import { fileWords as words } from '../strings/files.ts';
import { entrySearchData, kitSearchData, pageSearchData, sceneSearchData } from './search-data.ts';

/** What results of a search show of a file, and what they can be narrowed by: what its entry can be, and that it is a file. */
export function fileSearchData({
  file,
  kind,
  belongsTo,
  owner,
  scenes,
  judged,
  membersOnly,
}: FilePageData): PageSearchData {
  const { institution, date, themes, facets, edition } = searchDataOf(
    belongsTo,
    owner,
    scenes,
    judged,
  );
  return {
    // The editors' own forms are never told as an institution's.
    kind:
      belongsTo.collection === 'kits'
        ? collections.kits.label
        : words.kinds[kind === 'form' ? 'form' : 'other'],
    ...(institution ? { institution } : {}),
    ...(date ? { date } : {}),
    ...(themes ? { themes } : {}),
    ...(edition ? { edition } : {}),
    ...(membersOnly ? { membersOnly } : {}),
    ...(facets ? { facets } : {}),
    file: { opensAtPage: file.unit === 'page' ? withoutBase(file.address) : null },
  };
}

/** Search keeps addresses from the root of the site. */
const withoutBase = (address: string): string =>
  `/${address.slice(import.meta.env.BASE_URL.replace(/\/?$/, '/').length)}`;

function searchDataOf(
  entry: Shown,
  owner: FilePageData['owner'],
  scenes: readonly string[],
  judged: JudgedEdition | undefined,
): PageSearchData {
  switch (entry.collection) {
    case 'scenes':
      return sceneSearchData(entry);
    case 'kits':
      return kitSearchData(entry, scenes, undefined);
    case 'pages':
      return pageSearchData(entry);
    case 'institutions':
    case 'glossary':
    case 'rings':
      return {};
    default:
      return owner ? entrySearchData(entry, owner, scenes, judged) : {};
  }
}
