import { collections } from '../schema/collections.ts';
import { comparisonAddress } from '../schema/comparison-address.ts';
import type { EditionFile } from '../schema/edition-file.ts';
import type { ContactDesk } from '../schema/source.ts';
import { siteAddress } from '../site-address.ts';
import { bundleOf, type ShownBundle } from './bundles.ts';
import { isEntry, ownerOf } from './entry-owner.ts';
import type { ListItem } from './facets.ts';
import { formOf, type KitForm } from './kit-forms.ts';
import { choicesOf, type KitAspectShown, kitsFor } from './kit-page.ts';
import { entriesOf, type ListName, listItem, listNames, listOf } from './lists.ts';
import { onceForCatalog } from './once-for-catalog.ts';
import type { Reference } from './references.ts';
import { referencesTo } from './references.ts';
import { nationalRules, rulesAmong, type TimelineRule } from './rule-timeline.ts';
import type { Catalog, Shown, ShownEntry } from './shown-content.ts';

export type SceneStepShown = {
  check: string;
  label: string | undefined;
  detail: string | undefined;
  says: Reference[];
  /** Who says so, each once, and how many pages of other kinds do: 筑波大学, 用語2件. */
  sayers: string[];
  form: KitForm | undefined;
};

/** Files to take for a scene: those of one kit, in its order. */
export type SceneKit = { kit: Shown<'kits'>; files: EditionFile[] };

/** A desk that an entry of the scene names, and whose it is. */
export type SceneDesk = { owner: string; contact: ContactDesk };

/** What the page of a scene shows. */
export type ScenePageData = {
  scene: Shown<'scenes'>;
  steps: SceneStepShown[];
  /** The form that the first step with one is done with: what most people came for. */
  firstForm: KitForm | undefined;
  kits: SceneKit[];
  /** What institutions have settled differently, as far as it concerns the scene; every aspect, or none where there is nothing. */
  differences: KitAspectShown[];
  /** The national rules that its steps rest on, without editions that others have replaced. */
  rules: TimelineRule[];
  desks: SceneDesk[];
  /** What is tagged with the scene, list by list; empty lists are left out. */
  tagged: { list: ListName; items: ListItem[] }[];
  /**
   * The first practices, of as many institutions, and where they stand side by side. So many are shown; the rest, the first of
   * each kind of institution, take their place for a reader from such a place.
   */
  others: { items: ListItem[]; shown: number; comparison: string | undefined };
  practiceCount: number;
  bundle: ShownBundle | undefined;
};

/** So many practices stand on the scene's own page, and so many can be put side by side. */
const shownPractices = 4;

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
export const scenePages = onceForCatalog((from): ScenePageData[] => {
  const national = nationalRules(from);
  return from.all('scenes').map((scene) => {
    const tagged = taggedWith(scene.id, from);
    const practices = tagged.find(({ list }) => list === 'practices')?.entries ?? [];
    const steps = scene.data.steps.map((step) => stepShown(step, from));
    const kits = kitsFor(scene.id, from);
    return {
      scene,
      steps,
      firstForm: steps.find(({ form }) => form)?.form,
      kits: kits.map((kit) => ({
        kit,
        files: kit.data.attachments.flatMap(
          ({ file }) => kit.files.find(({ name }) => name === file) ?? [],
        ),
      })),
      differences: differencesIn(scene, kits, tagged, from),
      rules: rulesAmong(
        national,
        scene.data.steps.flatMap(({ says }) => says),
        from,
      ).filter(({ status }) => status !== 'superseded'),
      desks: desksAmong(
        tagged.flatMap(({ entries }) => entries),
        from,
      ),
      tagged: tagged
        .map(({ list, entries }) => ({
          list,
          items: entries.map((entry) => listItem(entry, from)),
        }))
        .filter(({ items }) => items.length > 0),
      others: othersAmong(practices, from),
      practiceCount: practices.length,
      bundle: bundleOf(scene, from),
    };
  });
});

const stepShown = (
  { check, label, detail, says, file }: Shown<'scenes'>['data']['steps'][number],
  from: Catalog,
): SceneStepShown => ({
  check,
  label,
  detail,
  says: referencesTo(says, from),
  sayers: sayersOf(says, from),
  form: formOf(file, from),
});

function sayersOf(says: readonly string[], from: Catalog): string[] {
  const owners = new Set<string>();
  const others = new Map<string, number>();
  for (const path of says) {
    const item = from.at(path);
    if (!item) continue;
    if (isEntry(item)) {
      owners.add(ownerOf(item, from).name);
      continue;
    }
    const { label } = collections[item.collection];
    others.set(label, (others.get(label) ?? 0) + 1);
  }
  return [...owners, ...[...others].map(([label, count]) => `${label}${count}件`)];
}

/**
 * A kit serves several scenes, and what was settled may belong to one of them alone: it is told on a scene when an entry
 * that says so carries the scene, or one of its steps rests on it.
 */
function differencesIn(
  scene: Shown<'scenes'>,
  kits: readonly Shown<'kits'>[],
  tagged: ReturnType<typeof taggedWith>,
  from: Catalog,
): KitAspectShown[] {
  const ofScene = new Set<string>([
    ...tagged.flatMap(({ entries }) => entries.map(({ contentPath }) => contentPath)),
    ...scene.data.steps.flatMap(({ says }) => says),
  ]);
  const choices = kits
    .flatMap(({ data }) => data.choices)
    .filter(({ says }) => says.some((path) => ofScene.has(path)));
  return choices.length > 0 ? choicesOf(choices, from) : [];
}

/** The desks that entries name, each once for its institution. */
function desksAmong(entries: readonly ShownEntry[], from: Catalog): SceneDesk[] {
  const desks = new Map<string, SceneDesk>();
  for (const entry of entries) {
    const { contact } = entry.data;
    if (!contact) continue;
    const owner = ownerOf(entry, from).name;
    desks.set(`${owner} ${contact.office}`, { owner, contact });
  }
  return [...desks.values()];
}

function othersAmong(practices: readonly ShownEntry[], from: Catalog): ScenePageData['others'] {
  const byOwner = new Map<string, ShownEntry>();
  for (const entry of practices) {
    const { institution } = entry.data;
    if (!byOwner.has(institution)) byOwner.set(institution, entry);
  }
  const all = [...byOwner.values()].map((entry) => listItem(entry, from));
  const ofKind = new Map<string, number>();
  const items = all.filter(({ kind }, place) => {
    const before = ofKind.get(kind) ?? 0;
    ofKind.set(kind, before + 1);
    return place < shownPractices || before < shownPractices;
  });
  const ids = [...byOwner.values()]
    .slice(0, shownPractices)
    .map((entry) => `${listOf(entry)}/${entry.id}`);
  return {
    items,
    shown: Math.min(shownPractices, items.length),
    comparison: ids.length > 1 ? comparisonAddress(siteAddress('/compare/'), ids) : undefined,
  };
}
