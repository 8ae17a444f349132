import { collections } from '../schema/collections.ts';
import { type Theme, themeIds } from '../schema/taxonomy.ts';
import { bundleOf, type ShownBundle, themeBundle } from './bundles.ts';
import { isEntry, ownerOf } from './entry-owner.ts';
import type { Reference } from './references.ts';
import { type Catalog, type Shown, titleOf } from './shown-content.ts';

export type StageShown = {
  when: string;
  title: string;
  summary: string;
  /** What everybody does first (`theme: null`), then what belongs to one theme. */
  groups: { theme: Theme | null; tasks: { text: string; links: Reference[] }[] }[];
};

/** A page of the portal itself: the programme, the first-year path, how to take part, who runs it. */
export type PortalPageData = {
  page: Shown<'pages'>;
  stages: StageShown[];
  timeline: { date: string; text: string; links: Reference[] }[];
  /** Files to take home as one: those of what the page leads through, or of the themes that it presents. */
  bundles: ShownBundle[];
};

/** What a reference leads to: its title, what kind of page it is, and whose it is. */
function referencesTo(paths: readonly string[], from: Catalog): Reference[] {
  return paths.flatMap((path) => {
    const item = from.at(path);
    if (!item) return [];
    const { label } = collections[item.collection];
    const note = isEntry(item) ? `${label}・${ownerOf(item, from).name}` : label;
    return [{ title: titleOf(item), address: item.address, note }];
  });
}

export const portalPages = (from: Catalog): PortalPageData[] =>
  from.all('pages').map((page) => ({
    page,
    stages: page.data.stages.map(({ when, title, summary, tasks }) => ({
      when,
      title,
      summary,
      groups: [null, ...themeIds]
        .map((theme) => ({
          theme,
          tasks: tasks
            .filter((task) => (task.theme ?? null) === theme)
            .map(({ text, links }) => ({ text, links: referencesTo(links, from) })),
        }))
        .filter(({ tasks: own }) => own.length > 0),
    })),
    timeline: page.data.timeline.map(({ date, text, links }) => ({
      date,
      text,
      links: referencesTo(links, from),
    })),
    bundles: bundlesOn(page, from),
  }));

/** The page of the programme is the only one on which both themes are presented. */
const bundlesOn = (page: Shown<'pages'>, from: Catalog): ShownBundle[] =>
  [
    bundleOf(page, from),
    ...(page.id === 'programme' ? themeIds.map((theme) => themeBundle(theme, from)) : []),
  ].filter((bundle) => bundle !== undefined);
