import type { Shown, ShownEntry } from '../catalog/catalog.ts';
import type { EntryOwner } from '../catalog/entry-owner.ts';
import { membersOnly } from '../catalog/members-only.ts';
import { yearOf } from '../formats/japanese-date.ts';
import { editionText, isEverMarked, type JudgedEdition } from '../rule-editions/edition-status.ts';
import { collections } from '../schema/collections.ts';
import { placeOf } from '../schema/place.ts';
import { directions, institutionKinds, subthemes, themes } from '../schema/taxonomy.ts';
import type { PageSearchData } from '../search/indexing/page-record.ts';

const kindOf = ({ collection }: Shown): string => collections[collection].label;

/** That only the network has it, where that is so. */
const forWhom = (...parts: Parameters<typeof membersOnly>): PageSearchData => {
  const mark = membersOnly(...parts);
  return mark ? { membersOnly: mark } : {};
};

/**
 * What results of a search show of an entry, and what they can be narrowed by.
 * @param edition the dates of a rule; kept where there are several editions or it is yet to begin
 */
export function entrySearchData(
  entry: ShownEntry,
  owner: EntryOwner,
  scenes: readonly string[],
  edition?: JudgedEdition,
): PageSearchData {
  const { data } = entry;
  const isOneOfSeveral =
    edition !== undefined && (edition.chain !== undefined || isEverMarked(edition, edition.judged));
  return {
    kind: kindOf(entry),
    institution: owner.name,
    ...(data.asOf ? { date: data.asOf } : {}),
    ...(isOneOfSeveral ? { edition: editionText(edition) } : {}),
    ...forWhom(entry, owner.institution),
    themes: data.themes.map((id) => themes[id]),
    words: data.searchWords,
    facets: {
      subtheme: data.subthemes.map((id) => subthemes[id].label),
      direction: data.directions.map((id) => directions[id]),
      scene: [...scenes],
      institutionKind: owner.kind ? [institutionKinds[owner.kind]] : [],
      year: data.asOf ? [yearOf(data.asOf)] : [],
    },
  };
}

const inEnglish = (english: string | undefined) => (english ? { english } : {});

/** What the search knows of a scene. */
export const sceneSearchData = (scene: Shown<'scenes'>): PageSearchData => ({
  kind: kindOf(scene),
  ...forWhom(scene),
  title: scene.data.title,
  scene: true,
  question: scene.data.question,
  words: scene.data.searchWords,
  ...inEnglish(scene.data.english),
  facets: {
    subtheme: scene.data.subthemes.map((id) => subthemes[id].label),
    scene: [scene.data.title],
  },
});

/**
 * What the search knows of a kit.
 * @param membersOnly what marks it where the public edition doesn't have it
 */
export const kitSearchData = (
  kit: Shown<'kits'>,
  scenes: readonly string[],
  membersOnly: string | undefined,
): PageSearchData => ({
  kind: kindOf(kit),
  ...(membersOnly ? { membersOnly } : {}),
  words: kit.data.searchWords,
  facets: {
    subtheme: kit.data.subthemes.map((id) => subthemes[id].label),
    scene: [...scenes],
  },
});

/** What the search knows of a term. */
export function termSearchData(page: Shown<'glossary'>): PageSearchData {
  const { term, reading, english, synonyms, related, theme, subtheme } = page.data;
  return {
    kind: kindOf(page),
    ...forWhom(page),
    ...(theme ? { themes: [themes[theme]] } : {}),
    facets: subtheme ? { subtheme: [subthemes[subtheme].label] } : {},
    ...inEnglish(english),
    term: { term, reading, synonyms, related },
  };
}

/** An institution is found by its reading, its English name and the names that it had. */
export function institutionSearchData(page: Shown<'institutions'>): PageSearchData {
  const { name, kana, nameEn, kind, formerNames, medicalSchool } = page.data;
  return {
    kind: kindOf(page),
    ...forWhom(page),
    institution: name,
    words: [kana ?? [], nameEn ?? [], formerNames.map((former) => former.name)].flat(),
    facets: { institutionKind: [institutionKinds[kind]] },
    profile: placeOf(kind, page.data),
    ...(medicalSchool?.value ? { hasMedicalSchool: true } : {}),
  };
}

/** What the search knows of a page that the editors wrote. */
export const pageSearchData = (page: Shown<'pages'>): PageSearchData => ({
  kind: kindOf(page),
  ...forWhom(page),
  words: page.data.searchWords,
});
