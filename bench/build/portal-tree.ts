import { entryLink, figureMark } from './body.ts';
import type { Corpus, CorpusEntry, CorpusInstitution, Figure } from './corpus.ts';
import { glossaryWords, portalPageTitles, sceneTitles } from './phrases.ts';

/** Files by their path below a folder. */
export type FileTree = ReadonlyMap<string, string>;

type Fields = Record<string, unknown>;

/** YAML is a superset of JSON, which needs no rules for quoting. */
const yaml = (fields: Fields): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');

const document = (fields: Fields, body: string): string => `---\n${yaml(fields)}---\n\n${body}`;

const firstDay = '2026-04-01';
const dates = { published: firstDay, updated: firstDay };

const sourceOf = (id: string) => ({
  title: '産学官連携の手引',
  url: `https://www.example.jp/${id}/`,
  checked: firstDay,
  kind: 'official',
});
const citations = [{ title: '産学官連携の用語', url: 'https://www.example.jp/terms/' }];

const institutionFile = ({ id, name, kind, isModel }: CorpusInstitution): string =>
  yaml({
    name,
    kind,
    prefecture: '東京都',
    website: `https://${id}.example.jp/`,
    ...(isModel && {
      modelTerms: [{ from: 2015, to: 2016, theme: 'conflict-of-interest', sources: citations }],
    }),
    ...dates,
  });

const sceneFile = (order: number, title: string, says: readonly CorpusEntry[]): string =>
  document(
    {
      title: `${title}とき`,
      summary: `${title}ときに、まず確認することを順番に示します。`,
      order,
      question: `${title}。何から確かめればよい？`,
      steps: [
        { check: '自分の機関の規程を確かめる', says: says.slice(0, 3) },
        { check: 'ほかの機関の手順と様式を見る', says: says.slice(3, 6) },
      ].map((step) => ({ ...step, says: step.says.map(({ contentPath }) => contentPath) })),
      ...dates,
    },
    '',
  );

const termFile = (term: string, reading: string): string =>
  yaml({
    term,
    reading,
    definition: `${term}は、産学官連携のリスクマネジメントで使われることばです。`,
    sources: citations,
    ...dates,
  });

const pageFile = (id: string, title: string): string =>
  document(
    {
      title,
      summary: `${title}のページです。`,
      ...(id === 'first-year' && {
        stages: ['1週目', '1か月', '3か月', '1年'].map((when) => ({
          when,
          title: '体制を知る',
          summary: '責任者、担当部署、規程、様式を順に確かめます。',
          tasks: [{ text: '規程を読む', links: ['scenes/rule-making', 'scenes/training'] }],
        })),
      }),
      ...dates,
    },
    '## 説明\n\n計測のためのページです。\n',
  );

/** What only one collection has. */
function ownFields({ collection, institution, asOf }: CorpusEntry): Fields {
  switch (collection) {
    case 'guidelines':
      return { level: 'institution', issuer: institution.name, effectiveFrom: asOf };
    case 'symposia':
      return {
        date: asOf,
        venue: institution.name,
        organisers: [institution.name],
        sessions: [
          { kind: 'keynote', title: '産学官連携とリスク', speakers: [institution.name] },
          { kind: 'panel', title: '現場の手順と様式' },
        ],
      };
    case 'surveys':
      return { surveyedOn: asOf, population: '全国の大学等' };
    case 'case-studies':
    case 'best-practices':
      return {};
  }
}

/** A rule is looked at every two years, an event never. */
function reviewFields({ collection, published }: CorpusEntry): Fields {
  if (collection === 'symposia' || collection === 'surveys') return { reviewBasis: 'event' };
  const reviewBy = `${Number(published.slice(0, 4)) + 2}${published.slice(4)}`;
  return { reviewBasis: 'own-rules', reviewBy };
}

const figureFile = 'answers.csv';

const chart = ({ title, respondents }: Figure): string =>
  `<Chart data="${figureFile}" title="${title}" denominator="回答${respondents}機関" unit="機関" />`;

const csv = ({ rows }: Figure): string =>
  ['様式,機関数', ...rows.map((row) => row.join(','))].join('\n');

/** An entry's text as the portal reads it. */
export const portalEntryText = (entry: CorpusEntry): string =>
  document(
    {
      title: entry.title,
      summary: entry.summary,
      institution: entry.institution.id,
      themes: entry.themes,
      subthemes: entry.subthemes,
      directions: entry.directions,
      scenes: entry.scenes,
      asOf: entry.asOf,
      published: entry.published,
      updated: entry.published,
      ...reviewFields(entry),
      origin: 'contributed',
      sources: [sourceOf(entry.institution.id)],
      contact: { office: '産学連携課', url: `https://${entry.institution.id}.example.jp/desk/` },
      related: entry.related,
      cites: entry.cites.map((guideline) => ({ guideline })),
      hints: ['まず自分の機関の様式と比べると、足りない欄が見つかります。'],
      ...ownFields(entry),
    },
    entry.body
      .replace(entryLink, '(../../../$1/index.mdx)')
      .replace(figureMark, entry.figure ? chart(entry.figure) : ''),
  );

/** Where an entry lies in the portal's content. */
export const portalEntryPath = ({ contentPath }: CorpusEntry): string => `${contentPath}/index.mdx`;

/** The corpus as the portal's content folder: whole, and without a problem for the check. */
export function portalTree({ institutions, entries }: Corpus): FileTree {
  return new Map([
    ...institutions.map((item) => [`institutions/${item.id}.yaml`, institutionFile(item)] as const),
    ...sceneTitles.map(([id, title], index) => {
      const tagged = entries.filter(({ scenes }) => scenes.includes(id));
      // A step needs something that says it, also in a corpus too small to have tagged entries.
      const says = [...tagged, ...entries].slice(0, 6);
      return [`scenes/${id}/index.mdx`, sceneFile(index + 1, title, says)] as const;
    }),
    ...glossaryWords.map(
      ([term, reading], index) =>
        [`glossary/term-${index + 1}.yaml`, termFile(term, reading)] as const,
    ),
    ...portalPageTitles.map(
      ([id, title]) => [`pages/${id}/index.mdx`, pageFile(id, title)] as const,
    ),
    ...entries.map((entry) => [portalEntryPath(entry), portalEntryText(entry)] as const),
    ...entries.flatMap(({ contentPath, figure }) =>
      figure ? [[`${contentPath}/${figureFile}`, csv(figure)] as const] : [],
    ),
  ]);
}
