import type { EntryCollection } from '../../src/schema/collections.ts';
import {
  type Direction,
  directionIds,
  type InstitutionKind,
  type Subtheme,
  subthemeIds,
  subthemes,
  type Theme,
  themeIds,
} from '../../src/schema/taxonomy.ts';
import { type Random, seededRandom } from '../seeded-random.ts';
import { entryBody } from './body.ts';
import {
  formNames,
  institutionEndings,
  sceneTitles,
  titleEndings,
  titleTopics,
  trees,
} from './phrases.ts';

export type CorpusInstitution = {
  id: string;
  name: string;
  kind: InstitutionKind;
  isModel: boolean;
};

/** An entry without what refers to other entries, which are not known while it is made. */
type EntryHead = {
  collection: EntryCollection;
  institution: CorpusInstitution;
  slug: string;
  contentPath: string;
  title: string;
  summary: string;
  themes: Theme[];
  subthemes: Subtheme[];
  directions: Direction[];
  scenes: string[];
  /** The day on which the portal shows the entry first. */
  published: string;
  /** What the source says about its time; many say nothing. */
  asOf: string | undefined;
  figure: Figure | undefined;
};

/** The answers to a survey's question. */
export type Figure = {
  title: string;
  respondents: number;
  rows: [answer: string, count: number][];
};

export type CorpusEntry = EntryHead & {
  related: string[];
  cites: string[];
  /** Markdown with the marks of body.ts. */
  body: string;
};

/** One content for all tools; nothing in it depends on the day, the machine or the order of files. */
export type Corpus = { institutions: CorpusInstitution[]; entries: CorpusEntry[] };

const seed = 20160330;

/** The first programme's real content has three entries an institution; a grown network has more of each. */
const entriesPerInstitution = 10;
const mostInstitutions = 300;

/** Of 20 entries 17 are practices, as in the real content. */
const collectionCycle: readonly EntryCollection[] = [
  ...Array<EntryCollection>(10).fill('case-studies'),
  ...Array<EntryCollection>(7).fill('best-practices'),
  'guidelines',
  'symposia',
  'surveys',
];

const numbered = (prefix: string, index: number): string =>
  `${prefix}-${String(index + 1).padStart(4, '0')}`;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function makeInstitution(index: number, random: Random): CorpusInstitution {
  const { kind, ending } = random.pick(institutionEndings);
  return {
    id: numbered('university', index),
    name: `${random.pick(trees)}${ending}第${index + 1}`,
    kind,
    isModel: random.chance(0.05),
  };
}

function asOf(random: Random): string | undefined {
  const year = 2008 + random.below(18);
  const month = twoDigits(1 + random.below(12));
  return random.pick([
    undefined,
    `${year}`,
    `FY${year}`,
    `${year}-${month}`,
    `${year}-${month}-15`,
  ]);
}

function makeHead(
  index: number,
  collection: EntryCollection,
  institutions: readonly CorpusInstitution[],
  random: Random,
): EntryHead {
  const institution = random.pick(institutions);
  const slug = numbered('entry', index);
  const chosen = random.some(subthemeIds, random.below(3));
  const ownThemes = chosen.map((id) => subthemes[id].theme).filter((theme) => theme !== null);
  const topic = random.pick(titleTopics);
  return {
    collection,
    institution,
    slug,
    contentPath: `${collection}/${institution.id}/${slug}`,
    title: `${topic}${random.pick(titleEndings)}（${index + 1}）`,
    summary: `${institution.name}が${topic}をどう扱っているかを、担当者の手順と様式から紹介する。`,
    themes: ownThemes.length > 0 ? [...new Set(ownThemes)] : [random.pick(themeIds)],
    subthemes: chosen,
    directions: random.some(directionIds, 1 + random.below(2)),
    scenes: random.some(sceneTitles, 1 + random.below(3)).map(([id]) => id),
    published: `2026-${twoDigits(4 + random.below(6))}-${twoDigits(1 + random.below(28))}`,
    asOf: asOf(random),
    figure: collection === 'surveys' ? makeFigure(random) : undefined,
  };
}

function makeFigure(random: Random): Figure {
  const rows = random
    .some(formNames, 5)
    .map((form): [string, number] => [form, 20 + random.below(200)]);
  const respondents = rows.reduce((sum, [, count]) => sum + count, 0);
  return { title: '最もよく使う様式', respondents, rows };
}

/**
 * Makes the corpus of a number of entries, always the same for that number.
 * @param count at least 20, so that there is an entry of each collection
 * @param cycle the collections that the entries belong to in turn
 */
export function makeCorpus(
  count: number,
  cycle: readonly EntryCollection[] = collectionCycle,
): Corpus {
  const random = seededRandom(seed);
  const institutionCount = Math.min(mostInstitutions, Math.ceil(count / entriesPerInstitution));
  const institutions = Array.from({ length: institutionCount }, (_, index) =>
    makeInstitution(index, random),
  );
  const heads = Array.from({ length: count }, (_, index) => {
    const collection = cycle[index % cycle.length] as EntryCollection;
    return makeHead(index, collection, institutions, random);
  });
  const guidelines = heads.filter(({ collection }) => collection === 'guidelines');
  const entries = heads.map((head): CorpusEntry => {
    const others = random.some(heads, 3).filter((other) => other !== head);
    return {
      ...head,
      related: others.slice(0, random.below(3)).map(({ contentPath }) => contentPath),
      cites:
        guidelines.length > 0 && random.chance(0.3) ? [random.pick(guidelines).contentPath] : [],
      body: entryBody(head.collection, others, random),
    };
  });
  return { institutions, entries };
}

/** The entry that the bench changes: one in the middle, neither the newest nor the first of its list. */
export const changedEntry = ({ entries }: Corpus): CorpusEntry =>
  entries[Math.floor(entries.length / 2)] as CorpusEntry;
