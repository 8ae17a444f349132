import type { EditionFile } from '../schema/edition-file.ts';
import type { Attachment } from '../schema/entry.ts';
import { type Subtheme, subthemes, type Theme, themeIds, themes } from '../schema/taxonomy.ts';
import { siteAddress } from '../site-address.ts';
import { onceForCatalog } from './once-for-catalog.ts';
import { type Catalog, type Shown, type ShownEntry, titleOf } from './shown-content.ts';
import { whereBundleIs } from './where-bundle-is.ts';

/** The files that belong together, as one file to take: 一括ダウンロード. There is none where there is no file. */
export type ShownBundle = {
  /** Address of the zip, with the base path. */
  address: string;
  /** Where readers of this site can have it: there; or, a large one, from the portal, in whole; null for nowhere. */
  href: string | null;
  /** What it is the bundle of: a symposium, a scene, a theme, a kit, the first-year path. */
  title: string;
  /** Address of the page to which it belongs. */
  page: string;
  files: readonly EditionFile[];
};

/** Every bundle of this edition. */
export const bundles = (from: Catalog): ShownBundle[] =>
  [
    ...bundledCollections.flatMap((name) => from.all(name).map((entry) => bundleOf(entry, from))),
    ...themeIds.map((theme) => themeBundle(theme, from)),
  ].filter((bundle) => bundle !== undefined);

/** The bundle of an entry's own page, where that page has one. */
export function bundleOf(entry: Shown, from: Catalog): ShownBundle | undefined {
  if (!bundledCollections.some((name) => name === entry.collection)) return undefined;
  const members = [entry, ...membersOf(entry, from)];
  return bundle(entry.contentPath, titleOf(entry), entry.address, members);
}

/** The bundle of everything that is tagged with a theme. */
export function themeBundle(theme: Theme, from: Catalog): ShownBundle | undefined {
  const members = [...from.all('kits'), ...from.entries].filter((entry) =>
    themesOf(entry).includes(theme),
  );
  const hasList = from.practices.some(({ data }) => data.themes.includes(theme));
  const page = hasList ? `/practices/by/theme/${theme}/` : '/programme/';
  return bundle(`themes/${theme}`, themes[theme], siteAddress(page), members);
}

/** Only what is declared as an attachment says on which terms it may be used; pictures of a text stay in it. */
export function takenFiles({ data, files }: Shown): EditionFile[] {
  const attachments: readonly Attachment[] = 'attachments' in data ? data.attachments : [];
  return attachments.flatMap(({ file: name }) => files.find((file) => file.name === name) ?? []);
}

const bundledCollections = ['symposia', 'kits', 'scenes', 'pages'] as const;

function bundle(
  path: string,
  title: string,
  page: string,
  members: readonly Shown[],
): ShownBundle | undefined {
  const files = [...new Set(members)].flatMap(takenFiles);
  if (files.length === 0) return undefined;
  const address = siteAddress(`/bundles/${path}.zip`);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { address, href: whereBundleIs(address, bytes), title, page, files };
}

/** The other entries whose files belong to an entry's page, in the order in which its reader meets them. */
function membersOf(entry: Shown, from: Catalog): Shown[] {
  switch (entry.collection) {
    case 'scenes':
      return [
        ...kitsOf(entry, from),
        ...present(entry.data.steps.flatMap(({ says }) => says).map((path) => from.at(path))),
        ...(entriesByScene(from).get(entry.id) ?? []),
      ];
    case 'pages':
      return present(
        entry.data.stages
          .flatMap(({ tasks }) => tasks.flatMap(({ links }) => links))
          .map((path) => from.at(path)),
      ).flatMap((linked) =>
        // A scene says what to do; of its files the path takes the forms to do it with.
        linked.collection === 'scenes' ? [linked, ...kitsOf(linked, from)] : [linked],
      );
    default:
      return [];
  }
}

/** The entries of each scene, in the order in which they stand. */
const entriesByScene = onceForCatalog(({ entries }): ReadonlyMap<string, readonly ShownEntry[]> => {
  const ofScenes = new Map<string, ShownEntry[]>();
  for (const entry of entries) {
    for (const scene of new Set(entry.data.scenes)) {
      const known = ofScenes.get(scene);
      if (known) known.push(entry);
      else ofScenes.set(scene, [entry]);
    }
  }
  return ofScenes;
});

const kitsOf = (scene: Shown<'scenes'>, from: Catalog): Shown[] =>
  from.all('kits').filter(({ data }) => data.scenes.some((id) => id === scene.id));

/** A text of the editors carries subthemes alone; one that belongs to no single theme serves both. */
function themesOf({ data }: Shown): readonly Theme[] {
  if ('themes' in data) return data.themes;
  if (!('subthemes' in data)) return [];
  const named = (data.subthemes as Subtheme[]).map((id) => subthemes[id].theme);
  return named.some((theme) => theme === null)
    ? themeIds
    : named.filter((theme): theme is Theme => theme !== null);
}

const present = (entries: readonly (Shown | undefined)[]): Shown[] =>
  entries.filter((entry) => entry !== undefined);
