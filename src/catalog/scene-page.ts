import { bundleOf, type ShownBundle } from './bundles.ts';
import type { Reference } from './entry-page.ts';
import type { ListItem } from './facets.ts';
import { kitsFor } from './kit-page.ts';
import { entriesOf, type ListName, listItem, listNames } from './lists.ts';
import { referencesTo } from './references.ts';
import type { Catalog, Shown, ShownEntry } from './shown-content.ts';

export type SceneStepShown = {
  check: string;
  detail: string | undefined;
  says: Reference[];
};

/** What the page of a scene shows. */
export type ScenePageData = {
  scene: Shown<'scenes'>;
  steps: SceneStepShown[];
  kits: readonly Shown<'kits'>[];
  /** What is tagged with the scene, list by list; empty lists are left out. */
  tagged: { list: ListName; items: ListItem[] }[];
  practiceCount: number;
  bundle: ShownBundle | undefined;
};

/** The entries that carry a scene, list by list. */
export const taggedWith = (
  scene: string,
  from: Catalog,
): { list: ListName; entries: ShownEntry[] }[] =>
  listNames.map((list) => ({
    list,
    entries: entriesOf(from, list).filter(({ data }) => (data.scenes as string[]).includes(scene)),
  }));

/** The pages of all scenes. */
export function scenePages(from: Catalog): ScenePageData[] {
  return from.all('scenes').map((scene) => {
    const tagged = taggedWith(scene.id, from);
    return {
      scene,
      steps: scene.data.steps.map(({ check, detail, says }) => ({
        check,
        detail,
        says: referencesTo(says, from),
      })),
      kits: kitsFor(scene.id, from),
      tagged: tagged
        .map(({ list, entries }) => ({
          list,
          items: entries.map((entry) => listItem(entry, from)),
        }))
        .filter(({ items }) => items.length > 0),
      practiceCount: tagged.find(({ list }) => list === 'practices')?.entries.length ?? 0,
      bundle: bundleOf(scene, from),
    };
  });
}
