/**
 * Compounds of two verbs are written with more or less of their kana: 受入, 受入れ, 受け入れ. Which of them a site uses is read
 * off its texts; only what is written in two ways there is worth knowing.
 */

/** Kana that may end the first verb: particles (の, を, に, が, は, と, で, も, か) would join two words that are none. */
const compound =
  /(?<!\p{Script=Han})(\p{Script=Han})([いきぎしじちにひびみりえけげせてねべめれ]?)(\p{Script=Han})([いきぎしちびみりえけげせてべめれ]?)/gu;

/** The compounds of a text, each as it is written there. */
export function compoundsIn(text: string): string[] {
  const written = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    compound.lastIndex = at;
    const match = compound.exec(text);
    if (!match) break;
    at = match.index;
    written.add(match[0]);
  }
  return [...written];
}

/**
 * The ways in which a site writes each compound, where there is more than one and one of them has kana inside.
 * @param compounds as `compoundsIn` finds them in its texts
 */
export function okuriganaOf(compounds: Iterable<string>): string[][] {
  const ways = new Map<string, Set<string>>();
  for (const written of compounds) {
    const compact = written.replace(/\p{Script=Hiragana}/gu, '');
    ways.set(compact, (ways.get(compact) ?? new Set()).add(written));
  }
  return [...ways]
    .map(([compact, known]) => [...known].filter((way) => way !== compact || known.size > 1))
    .filter((known) => isOne(known))
    .map((known) => known.sort())
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

/** Kana inside and kana at the end, and the same without the first: then it is one compound in several spellings. */
const isOne = (known: readonly string[]): boolean => {
  const withEnd = known.filter((way) => /\p{Script=Hiragana}$/u.test(way));
  const full = withEnd.filter((way) =>
    /^\p{Script=Han}\p{Script=Hiragana}\p{Script=Han}/u.test(way),
  );
  return full.some((way) => withEnd.some((other) => other === way[0] + way.slice(2)));
};
