import type { EditionFile } from '../schema/edition-file.ts';
import type { KitChoice } from '../schema/kit.ts';
import { type KitAspect, kitAspectIds, kitAspects } from '../schema/taxonomy.ts';
import { bundleOf, type ShownBundle } from './bundles.ts';
import { isEntry, ownerOf } from './entry-owner.ts';
import { membersOnly } from './members-only.ts';
import { onceForCatalog } from './once-for-catalog.ts';
import type { Reference } from './references.ts';
import { referencesTo } from './references.ts';
import type { Catalog, Shown } from './shown-content.ts';

/** What an institution, or a few alike, have settled. */
export type KitOption = {
  /** Whose it is; `isPast` where the institution is no more. Nobody's, where it is no institution's entry. */
  owners: { name: string; address: string | null; isPast: boolean }[];
  text: string;
  says: Reference[];
};

/** One row of the table: an aspect with what was found of it; no options where the content says nothing. */
export type KitAspectShown = { aspect: KitAspect; label: string; options: KitOption[] };

/** What the page of a kit shows. */
export type KitPageData = {
  kit: Shown<'kits'>;
  /** The files in the order of the kit; without one where it is withheld until somebody has looked at it. */
  files: { title: string; file: EditionFile | undefined }[];
  scenes: { title: string; address: string }[];
  drawnFrom: Reference[];
  /** What marks it where the public edition doesn't have it. */
  membersOnly: string | undefined;
  /** All aspects, or none where the kit has no table. */
  choices: KitAspectShown[];
  bundle: ShownBundle | undefined;
};

/** The pages of the kits, in the order of their list. */
export const kitPages = onceForCatalog((from): KitPageData[] =>
  from.all('kits').map((kit) => ({
    kit,
    files: kit.data.attachments.map(({ file: name, title }) => ({
      title,
      file: kit.files.find((file) => file.name === name),
    })),
    scenes: from
      .all('scenes')
      .filter(({ id }) => (kit.data.scenes as string[]).includes(id))
      .map(({ data, address }) => ({ title: data.title, address })),
    drawnFrom: referencesTo(kit.data.drawnFrom, from),
    membersOnly: markOfKit(kit, from),
    choices: kit.data.choices.length > 0 ? choicesOf(kit.data.choices, from) : [],
    bundle: bundleOf(kit, from),
  })),
);

/** What marks a kit that the public edition doesn't have: it goes with what it is drawn from. */
export const markOfKit = (kit: Shown<'kits'>, from: Catalog): string | undefined =>
  membersOnly(kit) ??
  referencesTo(kit.data.drawnFrom, from).find((one) => one.membersOnly)?.membersOnly;

/** The kits that serve a scene. */
export const kitsFor = (scene: string, from: Catalog): Shown<'kits'>[] =>
  from.all('kits').filter(({ data }) => (data.scenes as string[]).includes(scene));

/** Every aspect in its order, with what was settled of it. */
export const choicesOf = (choices: readonly KitChoice[], from: Catalog): KitAspectShown[] =>
  kitAspectIds.map((aspect) => ({
    aspect,
    label: kitAspects[aspect],
    options: choices
      .filter((choice) => choice.aspect === aspect)
      .map(({ text, says }) => ({
        owners: ownersOf(says, from),
        text,
        says: referencesTo(says, from),
      })),
  }));

const ownersOf = (says: readonly string[], from: Catalog): KitOption['owners'] => {
  const owners = says.flatMap((path) => {
    const item = from.at(path);
    if (!item || !isEntry(item)) return [];
    const { name, institution } = ownerOf(item, from);
    const isPast = institution?.data.validUntil !== undefined;
    return [[name, { name, address: institution?.address ?? null, isPast }] as const];
  });
  return [...new Map(owners).values()];
};
