import type { Catalog, ShownEntry, ShownPractice } from './catalog.ts';

const shared = (a: readonly string[], b: readonly string[]) =>
  a.filter((value) => b.includes(value)).length;

/**
 * 近い機関の取組: what other institutions do in the same situation; the same kind of institution, scene and subtheme
 * count most, a medical school or its absence a little. Of each institution at most one.
 */
export function nearInstitutions(entry: ShownEntry, from: Catalog, most = 5): ShownPractice[] {
  const own = from.institution(entry.data.institution)?.data;
  const closeness = (other: ShownPractice): number => {
    const scenes = shared(entry.data.scenes, other.data.scenes);
    const subthemes = shared(entry.data.subthemes, other.data.subthemes);
    if (scenes === 0 && subthemes === 0) return 0;
    const institution = from.institution(other.data.institution)?.data;
    const sameKind = own !== undefined && institution?.kind === own.kind;
    const sameMedicine =
      own?.medicalSchool !== undefined &&
      institution?.medicalSchool?.value === own.medicalSchool.value;
    return (
      scenes * 4 +
      subthemes * 3 +
      (sameKind ? 5 : 0) +
      (sameMedicine ? 1 : 0) +
      shared(entry.data.directions, other.data.directions)
    );
  };

  const seen = new Set<string>([entry.data.institution]);
  return from.practices
    .map((practice) => ({ practice, score: closeness(practice) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.practice.id.localeCompare(b.practice.id))
    .filter(({ practice: { data } }) => !seen.has(data.institution) && seen.add(data.institution))
    .slice(0, most)
    .map(({ practice }) => practice);
}
