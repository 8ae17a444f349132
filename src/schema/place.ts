import type { Institution } from './institution.ts';
import { type InstitutionKind, institutionKinds, studies } from './taxonomy.ts';

/**
 * What is known of an institution, and what a reader says of their own, in one closed list of identifiers: the same in
 * addresses, in the browser's storage, in the indexes of lists and in that of the search.
 */

/** Sizes by number of students: a division of this portal, so that its bounds stand in the words themselves. */
const sizesByStudents = {
  small: '小規模（学生4,000人未満）',
  medium: '中規模（学生4,000人以上8,000人未満）',
  large: '大規模（学生8,000人以上）',
} as const;

/** The official groups of national universities (国立大学法人の財務分析上の分類). */
const officialGroups = {
  'group-a': '財務分析上の分類A',
  'group-b': '財務分析上の分類B',
  'group-c': '財務分析上の分類C',
  'group-d': '財務分析上の分類D',
  'group-e': '財務分析上の分類E',
  'group-f': '財務分析上の分類F',
  'group-g': '財務分析上の分類G',
  'group-h': '財務分析上の分類H',
} as const;

/** What institutions can be alike in, in the order in which it counts and is named. */
export const placeAspects = {
  kind: institutionKinds,
  medical: { medical: '医学部あり', 'no-medical': '医学部なし' },
  size: { ...sizesByStudents, ...officialGroups },
  study: studies,
} as const;
export type PlaceAspect = keyof typeof placeAspects;
export const placeAspectIds = Object.keys(placeAspects) as PlaceAspect[];

type Values<Aspect> = Aspect extends PlaceAspect ? keyof (typeof placeAspects)[Aspect] : never;
/** One thing that an institution is: a kind, a size, with a medical school or without. */
export type PlaceId = Values<PlaceAspect>;

const aspects = new Map<string, PlaceAspect>(
  placeAspectIds.flatMap((aspect) =>
    Object.keys(placeAspects[aspect]).map((id) => [id, aspect] as const),
  ),
);

/** Whether a text is one of the identifiers. */
export const isPlaceId = (text: string): text is PlaceId => aspects.has(text);

/** What an identifier is about. */
export const aspectOf = (id: PlaceId): PlaceAspect => aspects.get(id) as PlaceAspect;

/** The words for an identifier. */
export const placeLabel = (id: PlaceId): string =>
  (placeAspects[aspectOf(id)] as Record<string, string>)[id] ?? id;

/** The identifiers of an aspect, in their order. */
export const placeIdsOf = (aspect: PlaceAspect): PlaceId[] =>
  Object.keys(placeAspects[aspect]) as PlaceId[];

const students = { small: 4000, medium: 8000 } as const;

const sizesOf = ({ size, sizeGroup }: Pick<Institution, 'size' | 'sizeGroup'>): PlaceId[] => {
  const group = `group-${sizeGroup?.value.trim().toLowerCase()}`;
  const official = isPlaceId(group) ? [group] : [];
  if (size?.of !== 'students') return official;
  if (size.count < students.small) return ['small', ...official];
  return [size.count < students.medium ? 'medium' : 'large', ...official];
};

/** The facts by which an institution is compared with others. */
export type PlaceFacts = Pick<
  Institution,
  'kind' | 'medicalSchool' | 'size' | 'sizeGroup' | 'study'
>;

/**
 * What is known of an institution, by its registered facts alone; what nobody registered is left out and stays unknown.
 * @param facts none where no more than the kind may be told
 */
export function placeOf(
  kind: InstitutionKind | undefined,
  facts: PlaceFacts | undefined,
): PlaceId[] {
  const known: PlaceId[] = kind ? [kind] : [];
  if (!facts) return known;
  if (facts.medicalSchool) known.push(facts.medicalSchool.value ? 'medical' : 'no-medical');
  known.push(...sizesOf(facts));
  if (facts.study) known.push(facts.study.value);
  return known;
}
