import { collections } from '../schema/collections.ts';
import { isEntry, ownerOf } from './entry-owner.ts';
import type { ListItem } from './facets.ts';
import { entriesOf, type ListName, listItem, listNames } from './lists.ts';
import { type Catalog, type Shown, type ShownEntry, titleOf } from './shown-content.ts';

export type SceneStepShown = {
  check: string;
  detail: string | undefined;
  says: { title: string; address: string; note: string }[];
};

export type ScenePageData = {
  scene: Shown<'scenes'>;
  steps: SceneStepShown[];
  /** What is tagged with the scene, list by list; empty lists are left out. */
  tagged: { list: ListName; items: ListItem[] }[];
  practiceCount: number;
};

/** Who says it, or what kind of page it is, beside a reference. */
export const referenceNote = (item: Shown, from: Catalog): string =>
  isEntry(item) ? ownerOf(item, from).name : collections[item.collection].label;

/** The entries that carry a scene, list by list. */
export const taggedWith = (
  scene: string,
  from: Catalog,
): { list: ListName; entries: ShownEntry[] }[] =>
  listNames.map((list) => ({
    list,
    entries: entriesOf(from, list).filter(({ data }) => (data.scenes as string[]).includes(scene)),
  }));

export function scenePages(from: Catalog): ScenePageData[] {
  return from.all('scenes').map((scene) => {
    const tagged = taggedWith(scene.id, from);
    return {
      scene,
      steps: scene.data.steps.map(({ check, detail, says }) => ({
        check,
        detail,
        says: says.flatMap((path) => {
          const item = from.at(path);
          return item
            ? { title: titleOf(item), address: item.address, note: referenceNote(item, from) }
            : [];
        }),
      })),
      tagged: tagged
        .map(({ list, entries }) => ({
          list,
          items: entries.map((entry) => listItem(entry, from)),
        }))
        .filter(({ items }) => items.length > 0),
      practiceCount: tagged.find(({ list }) => list === 'practices')?.entries.length ?? 0,
    };
  });
}
