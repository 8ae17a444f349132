import type { ListedBundle } from '../../schema/materials-list.ts';
import type { Material } from '../offline-files.ts';

/** What the materials of a group belong to, in the order of the list. */
const kinds = ['symposia', 'kits', 'scenes', 'pages', 'themes', 'entries'] as const;
/** What a group of materials belongs to. */
export type GroupKind = (typeof kinds)[number];

/** Materials that are saved together: those of a symposium, a scene, a kit, or of one entry. */
export type MaterialGroup = {
  kind: GroupKind;
  title: string;
  page: string;
  files: readonly Material[];
};

/** From the address of a bundle: `/bundles/symposia/…`. */
const kindOf = (address: string): GroupKind =>
  kinds.find((kind) => address.includes(`/bundles/${kind}/`)) ?? 'entries';

/** The bundles of a list with their files, symposia first, and then what is in no bundle, by entry. */
export function materialGroups(list: {
  bundles: readonly Pick<ListedBundle, 'address' | 'title' | 'page' | 'files'>[];
  files: readonly Material[];
}): MaterialGroup[] {
  const byAddress = new Map(list.files.map((file) => [file.address, file]));
  const bundles = list.bundles
    .map(({ address, title, page, files }) => ({
      kind: kindOf(address),
      title,
      page,
      files: files.flatMap((file) => byAddress.get(file) ?? []),
    }))
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const bundled = new Set(list.bundles.flatMap(({ files }) => files));
  const rest = list.files.filter(({ address }) => !bundled.has(address));
  return [...bundles, ...byEntry(rest)].filter(({ files }) => files.length > 0);
}

/** Files by the entry that they belong to, for what is saved and no list is at hand. */
export function byEntry(files: readonly Material[]): MaterialGroup[] {
  const groups = Map.groupBy(files, ({ entry }) => entry.address);
  return [...groups].map(([page, group]) => ({
    kind: 'entries',
    title: group[0]?.entry.title ?? '',
    page,
    files: group,
  }));
}

/** The materials for which the reader came first; the others as they were. @param page address of the page that led here */
export const wantedFirst = (
  groups: readonly MaterialGroup[],
  page: string | null,
): MaterialGroup[] => [
  ...groups.filter((group) => group.page === page),
  ...groups.filter((group) => group.page !== page),
];
