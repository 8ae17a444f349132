import { contentWords, isQuestion, type SceneMatch } from '../engine/scene-words.ts';
import type { Scene } from '../index-files.ts';
import { foldedText } from '../text/letters.ts';
import type { Query } from '../text/query.ts';

const scriptOf = (letter: string): string => {
  if (/[\p{Script=Han}々]/u.test(letter)) return 'kanji';
  if (/[\p{Script=Katakana}ー]/u.test(letter)) return 'katakana';
  return /[A-Za-z0-9]/.test(letter) ? 'latin' : '';
};

/**
 * Whether a text speaks of a word. 外国人研究生を speaks of 研究生, since a compound is a kind of its last word;
 * 中国料理 does not speak of 中国.
 */
function speaksOf(text: string, word: string): boolean {
  const [haystack, needle] = [text, word].map((one) => one.normalize('NFKC').toLowerCase());
  if (!haystack || !needle) return false;
  const first = scriptOf(needle[0] ?? '');
  const last = scriptOf(needle.at(-1) ?? '');
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const before = scriptOf(haystack[at - 1] ?? '');
    const after = scriptOf(haystack[at + needle.length] ?? '');
    const begins = first === '' || first === 'kanji' || before !== first;
    if (begins && (last === '' || after !== last)) return true;
  }
  return false;
}

/** A word on more than this share of the pages speaks of no scene by itself: 企業, 学生, 委員会, 中国. */
const tellingShare = 0.08;

/** A scene that is so near to the first one is spoken of too, though the first one answers. */
const nearlyFirst = 0.4;
/** The editors' words say more than what else stands on a scene's page. */
const pageShare = 0.5;

/**
 * The scenes that a question as a whole speaks of, by its words and by how much of the question their pages have: the one that
 * answers it, and one that comes close.
 * @param shareOf how many of the pages, from 0 to 1, have a word
 * @param scoreOf what a page has of the question
 */
export function scenesOfWholeQuestion(
  scenes: readonly Scene[],
  query: Query,
  shareOf: (word: string) => number,
  scoreOf: (page: number) => number,
): SceneMatch[] {
  const matches = scenesOfQuestion(scenes, query);
  const heaviest = Math.max(1, ...matches.map(({ weight }) => weight));
  const best = Math.max(0.001, ...matches.map(({ page }) => scoreOf(page)));
  const ranked = matches
    .map((match) => ({
      ...match,
      rank: match.weight / heaviest + pageShare * (scoreOf(match.page) / best),
    }))
    .sort((a, b) => b.rank - a.rank);
  const first = ranked.find(
    ({ words }) => words.length > 1 || words.some((word) => shareOf(word) <= tellingShare),
  );
  if (!first) return [];
  // The other one is the next that the editors' words name.
  const next = matches.find(
    ({ page, weight }) => page !== first.page && weight >= first.weight * nearlyFirst,
  );
  return [first, ...(next ? [next] : [])].map(({ page, words }) => ({ page, words }));
}

/** What a title is made of: 留学生, 受入れ; 機器, 試料, 持出し, 送付. */
const titleParts = (title: string) => title.split(/[・、のとや]|等|への/).filter(Boolean);

/** A word in so many titles, as 研究, does not tell one scene from another. */
const commonInTitles = 2;
/** A word that the editors gave a scene tells more than one that only its title has. */
const givenWordWeight = 2;

/** The scenes that the questions of a query speak of, the one with most of their words first. */
export function scenesOfQuestion(
  scenes: readonly Scene[],
  { wanted }: Query,
): (SceneMatch & { weight: number })[] {
  const questions = wanted.filter(isQuestion).length > 0 ? wanted : [];
  const words = questions.flatMap(({ text }) => contentWords(text));
  const inTitle = (title: string, word: string) =>
    titleParts(title).some((part) => foldedText(part).endsWith(foldedText(word)));
  const telling = words.filter(
    (word) => scenes.filter(({ title }) => inTitle(title, word)).length <= commonInTitles,
  );
  // Long words tell most: 持ち帰り用ノートPC more than ノートPC and 研究データ together.
  const weigh = (some: readonly string[]) => some.reduce((sum, word) => sum + word.length ** 2, 0);
  const whole = questions.map(({ text }) => text).join(' ');
  return scenes
    .map(({ page, title, words: given }) => {
      const said = given.filter((word) => questions.some(({ text }) => speaksOf(text, word)));
      // 施設見学 says all that 見学 says in it.
      const spoken = said.filter(
        (word) =>
          !said.some((other) => other !== word && foldedText(other).includes(foldedText(word))),
      );
      const titled = telling.filter((word) => !spoken.includes(word) && inTitle(title, word));
      const matched = [...spoken, ...new Set(titled)];
      return {
        page,
        words: matched,
        weight: weigh(spoken) * givenWordWeight + weigh(titled),
        // What is said first is what the question is about, other things being equal.
        place: Math.min(...matched.map((word) => whole.indexOf(word)).filter((at) => at >= 0)),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ page, words: matched, weight }) => ({ page, words: matched, weight }));
}
