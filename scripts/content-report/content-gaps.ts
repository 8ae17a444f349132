import type { ContentEntry } from '../../src/check/check-content.ts';
import { type EntryCollection, entryCollections } from '../../src/schema/collections.ts';
import type { Section } from './section.ts';

/** Fewer things to check than these, or fewer entries that say so, and a reader does not get through the work. */
const fewestSteps = 5;
const fewestEntries = 10;
/** What the notes of an entry say of a source of which no more was read. */
const onlyOpening = '編集部は出典の冒頭だけを読みました';

type OfInstitution = Extract<ContentEntry, { collection: EntryCollection }>;
type Scene = Extract<ContentEntry, { collection: 'scenes' }>;

/**
 * What the content lacks, whoever wrote it: the day of which it is, sources, more than the beginning of a source, steps,
 * the edition that is in force, and an answer to a word by which a scene is found.
 */
export const contentGaps = (content: readonly ContentEntry[]): Section[] => {
  const entries = content.filter(isOfInstitution);
  const scenes = content.filter((entry): entry is Scene => entry.collection === 'scenes');
  const undated = entries.filter(({ data }) => data.asOf === undefined);
  const opened = entries.filter(({ data }) =>
    data.notes.some((note) => note.includes(onlyOpening)),
  );
  return [
    {
      title: `内容の時点のない記事（${entries.length}件のうち${undated.length}件、機関ごとに）`,
      lines: byInstitution(undated, entries),
    },
    {
      title: `出典の冒頭だけを読んだ記事（${entries.length}件のうち${opened.length}件、機関ごとに）`,
      lines: byInstitution(opened, entries),
    },
    { title: '出典のない記事と用語', lines: withoutSource(content, entries) },
    {
      title: `手順が${fewestSteps}つ、根拠が${fewestEntries}件に満たない場面`,
      lines: scenes.flatMap(thinness),
    },
    {
      title: '場面の手順が根拠にする、置き換えられた規程・指針',
      lines: oldEditions(content, scenes),
    },
    {
      title: '場面の検索用の言葉のうち、手順にも根拠の記事にもないもの',
      lines: deadEnds(content, scenes),
    },
  ];
};

const isOfInstitution = (entry: ContentEntry): entry is OfInstitution =>
  (entryCollections as readonly string[]).includes(entry.collection);

/** How many of an institution's entries it is, most first. */
const byInstitution = (some: readonly OfInstitution[], all: readonly OfInstitution[]): string[] => {
  const counts = Map.groupBy(some, ({ data }) => data.institution);
  const wholes = Map.groupBy(all, ({ data }) => data.institution);
  return [...counts]
    .map(([id, own]) => ({ id, count: own.length, whole: wholes.get(id)?.length ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
    .map(({ id, count, whole }) => `${id}：${whole}件のうち${count}件`);
};

const withoutSource = (
  content: readonly ContentEntry[],
  entries: readonly OfInstitution[],
): string[] => [
  ...entries
    .filter(({ data }) => data.origin === 'summarised' && data.sources.length === 0)
    .map(({ contentPath }) => contentPath),
  ...content.flatMap((entry) =>
    entry.collection === 'glossary' && !entry.data.sources.some(({ url }) => url !== undefined)
      ? [entry.contentPath]
      : [],
  ),
];

const thinness = ({ data: { title, steps } }: Scene): string[] => {
  const said = new Set(steps.flatMap(({ says }) => says));
  return steps.length < fewestSteps || said.size < fewestEntries
    ? [`${title}：手順${steps.length}、根拠${said.size}件`]
    : [];
};

const oldEditions = (content: readonly ContentEntry[], scenes: readonly Scene[]): string[] => {
  const newer = new Map(
    content.flatMap((entry) =>
      entry.collection === 'guidelines' && entry.data.supersedes
        ? [[entry.data.supersedes as string, entry.contentPath] as const]
        : [],
    ),
  );
  return scenes.flatMap(({ data: { title, steps } }) =>
    [...new Set(steps.flatMap(({ says }) => says))].flatMap((path) => {
      const later = newer.get(path);
      return later === undefined ? [] : [`${title}：${path}（新しい版 ${later}）`];
    }),
  );
};

/** A word leads on where the scene, or an entry that it rests on, has it or another way to say it. */
const deadEnds = (content: readonly ContentEntry[], scenes: readonly Scene[]): string[] => {
  const texts = new Map(content.map(({ contentPath, text }) => [contentPath as string, text]));
  const rings = content.flatMap((entry) =>
    entry.collection === 'rings' ? [[entry.data.name, ...entry.data.members]] : [],
  );
  return scenes.flatMap(({ data: { title, summary, question, steps, searchWords } }) => {
    const own = JSON.stringify({ title, summary, question, steps });
    const read = [
      own,
      ...steps.flatMap(({ says }) => says.map((path) => texts.get(path) ?? '')),
    ].join('\n');
    return (
      searchWords
        // A name in another language stands for the scene itself.
        .filter((word) => /[ぁ-んァ-ヶ一-龠]/.test(word))
        .filter((word) => {
          const ways = [word, ...rings.filter((ring) => ring.includes(word)).flat()];
          return !ways.some((way) => read.includes(way));
        })
        .map((word) => `${title}：${word}`)
    );
  });
};
