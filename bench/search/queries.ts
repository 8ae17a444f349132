import { seededRandom } from '../seeded-random.ts';
import type { CorpusPage } from './corpus.ts';

/** What a reader might type, and of what kind. A title names the page that should come first. */
export type BenchQuery = { kind: QueryKind; text: string; title?: string };

export type QueryKind =
  | 'kanji compound'
  | 'katakana'
  | 'okurigana'
  | 'mixed Latin'
  | 'single kanji'
  | 'two terms'
  | 'half-width'
  | 'absent word'
  | 'title';

const patterns = {
  'kanji compound': /\p{Script=Han}{2,6}/gu,
  katakana: /[ァ-ヺ][ァ-ヺー]{2,9}/gu,
  okurigana: /\p{Script=Han}{1,2}[ぁ-ん]{1,2}\p{Script=Han}{1,2}[ぁ-ん]{1,2}/gu,
  'mixed Latin':
    /[A-Z]{2,6}\p{Script=Han}{2,4}|[A-Z][A-Za-z]{2,9}|\p{Script=Han}{2,3}[A-Z]{2,5}|\d{1,4}[年月日条回]/gu,
  'single kanji': /\p{Script=Han}/gu,
} as const;

const halfWidth: Record<string, string> = Object.fromEntries(
  [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｯｬｭｮｰ'].flatMap((half) => {
    const full = half.normalize('NFKC');
    const voiced = [`${half}ﾞ`, `${half}ﾟ`].map((two) => [two.normalize('NFKC'), two] as const);
    return [[full, half] as const, ...voiced.filter(([one]) => one.length === 1)];
  }),
);
const toHalfWidth = (text: string) => [...text].map((one) => halfWidth[one] ?? one).join('');
const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

const perKind = 52;

/** Words of the corpus, drawn with a fixed seed, and words that it does not have. */
export function benchQueries(corpus: readonly CorpusPage[], seed: number): BenchQuery[] {
  const random = seededRandom(seed);
  const all = corpus.map(({ text }) => text).join('\n');
  const queries: BenchQuery[] = [];
  const add = (kind: QueryKind, texts: readonly string[]) =>
    queries.push(...texts.map((text) => ({ kind, text })));

  // As often as they are written, so that common words are among them; each once.
  const drawn = (found: readonly string[], count: number) => {
    const words = new Set<string>();
    for (let tries = 0; words.size < count && tries < count * 20; tries += 1) {
      words.add(random.pick(found));
    }
    return [...words];
  };
  const words = Object.fromEntries(
    Object.entries(patterns).map(([kind, pattern]) => [kind, [...(all.match(pattern) ?? [])]]),
  ) as Record<keyof typeof patterns, string[]>;
  for (const kind of Object.keys(patterns) as (keyof typeof patterns)[]) {
    add(kind, drawn(words[kind], perKind));
  }
  add(
    'two terms',
    random.some(corpus, perKind).flatMap(({ text }) => {
      const [first, second] = random.some([...new Set(text.match(patterns['kanji compound']))], 2);
      return first && second ? [`${first}${random.below(2) ? ' ' : '　'}${second}`] : [];
    }),
  );
  add('half-width', [
    ...drawn(words.katakana, perKind / 2).map(toHalfWidth),
    ...drawn(words['mixed Latin'], perKind / 2).map(toFullWidth),
  ]);
  const compounds = words['kanji compound'];
  const absent = new Set<string>();
  while (absent.size < perKind) {
    const [first, second] = [random.pick(compounds), random.pick(compounds)];
    const word = first.slice(0, 2) + second.slice(-2);
    if (!all.includes(word)) absent.add(word);
  }
  add('absent word', [...absent]);
  for (const { title } of random.some(corpus, perKind)) {
    queries.push({ kind: 'title', text: title, title });
  }
  return queries;
}
