import type { SearchResult } from '../../src/search/engine/search-response.ts';
import type { JudgedQuestion } from './questions.ts';

/** What came of one question: the grade of each result, and whether an answering passage is shown among the first five. */
export type Measured = {
  question: JudgedQuestion;
  grades: number[];
  ndcg: number;
  isNothing: boolean;
  hasPassage: boolean;
  passageShown: boolean;
  /** An unanswerable question has a result that says nothing of what it lacks. */
  hasUnmarked: boolean;
  quotes: number;
  milliseconds: number;
};

const firstFive = 5;
const firstTen = 10;
/** So much of an answering passage has to stand in one piece in what a result shows. */
const shareToShow = 0.6;

const withoutHash = (url: string) => url.split('#')[0] ?? '';
const isSame = (found: string, wanted: string) =>
  wanted.includes('#') ? found === wanted : withoutHash(found) === wanted;

/** @param addresses of the results, from the root of the site and decoded */
export function measure(
  question: JudgedQuestion,
  results: readonly SearchResult[],
  addresses: readonly string[],
  rest: { total: number; quotes: number; milliseconds: number },
): Measured {
  const wanted = question.relevant.map((one) => ({ ...one, url: decodeURIComponent(one.url) }));
  const taken = new Set<string>();
  const grades = addresses.map((address) => {
    const [best] = wanted
      .filter(({ url }) => isSame(address, url) && !taken.has(url))
      .sort((a, b) => b.grade - a.grade);
    if (!best) return 0;
    taken.add(best.url);
    return best.grade;
  });
  const answering = wanted.filter(({ passage, grade }) => passage && grade === 2);
  const passageShown = results
    .slice(0, firstFive)
    .some((result, place) =>
      answering.some(
        ({ url, passage = '' }) =>
          isSame(addresses[place] ?? '', url) &&
          shareShown(passage, shownBy(result)) >= shareToShow,
      ),
    );
  const ideal = gain(wanted.map(({ grade }) => grade).sort((a, b) => b - a));
  return {
    question,
    grades,
    ndcg: ideal === 0 ? 0 : gain(grades) / ideal,
    isNothing: rest.total === 0,
    hasPassage: answering.length > 0,
    passageShown,
    hasUnmarked: results.some(({ match }) => match === 'exact'),
    quotes: rest.quotes,
    milliseconds: rest.milliseconds,
  };
}

/** Discounted cumulative gain of the first ten: (2^grade − 1) / log2(place + 1). */
const gain = (grades: readonly number[]): number =>
  grades
    .slice(0, firstTen)
    .reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const shownBy = ({ excerpt, headings }: SearchResult) =>
  [plain(excerpt), ...headings.map((one) => `${one.title} ${plain(one.excerpt)}`)].join('\n');
const folded = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '');

/** The share of a passage that stands in one piece in a text. */
function shareShown(passage: string, shown: string): number {
  const [a, b] = [folded(passage), folded(shown)];
  let longest = 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (const letter of a) {
    const next = new Array<number>(b.length + 1).fill(0);
    for (let at = 1; at <= b.length; at += 1) {
      if (letter !== b[at - 1]) continue;
      next[at] = (row[at - 1] ?? 0) + 1;
      longest = Math.max(longest, next[at] ?? 0);
    }
    row = next;
  }
  return a.length === 0 ? 0 : longest / a.length;
}

const mean = (some: readonly number[]) =>
  some.length === 0 ? Number.NaN : some.reduce((sum, one) => sum + one, 0) / some.length;
const share = (some: readonly Measured[], is: (one: Measured) => boolean) =>
  mean(some.map((one) => Number(is(one))));

/** The figures of some questions. */
export const summary = (some: readonly Measured[]) => {
  const answerable = some.filter(({ question }) => question.relevant.length > 0);
  const others = some.filter(({ question }) => question.relevant.length === 0);
  const within = (places: number) =>
    share(answerable, ({ grades }) => grades.slice(0, places).includes(2));
  return {
    questions: some.length,
    first: within(1),
    firstThree: within(3),
    firstFive: within(5),
    ndcg: mean(answerable.map(({ ndcg }) => ndcg)),
    nothing: share(answerable, ({ isNothing }) => isNothing),
    passage: share(
      answerable.filter(({ hasPassage }) => hasPassage),
      (one) => one.passageShown,
    ),
    quoted: share(answerable, ({ quotes }) => quotes > 0),
    unanswerableUnmarked: share(others, ({ hasUnmarked }) => hasUnmarked),
    unanswerableQuoted: share(others, ({ quotes }) => quotes > 0),
  };
};
export type Summary = ReturnType<typeof summary>;
