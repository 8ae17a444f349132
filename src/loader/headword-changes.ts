/** The headwords that came, went or lead elsewhere. @param before addresses by headword, as @param now */
export const changedHeadwords = (
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): string[] => [
  ...[...now].filter(([term, address]) => before.get(term) !== address).map(([term]) => term),
  ...[...before.keys()].filter((term) => !now.has(term)),
];

/**
 * Whether any of some headwords may stand in a rendered text, so that its links to the glossary may be others. Says so of too
 * many rather than of too few: parts of a text that markup stands between are read as one.
 */
export function namesAny(html: string, terms: readonly string[]): boolean {
  if (terms.length === 0) return false;
  // In HTML these are written otherwise.
  if (terms.some((term) => /[&<>"'`]/.test(term))) return true;
  const words = html.replace(/<[^>]*>/g, '');
  return terms.some((term) => words.includes(term));
}
