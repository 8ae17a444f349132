import type { CollectionName, EntryCollection } from '../../../src/schema/collections.ts';
import type { Contributor } from '../../wire/contributor.ts';
import type { FormField } from './form-field.ts';

/** The text of an entry among its fields, as Decap calls it. */
export const bodyName = 'body';

/** A part of the form behind a button of its own. */
export type FormSection = {
  readonly label: string;
  readonly names: readonly string[];
  /** What it is good for, told as long as nothing stands in it. */
  readonly told?: string;
  /** Its fields are lists of things, which can be counted. */
  readonly isCounted?: boolean;
};
export type Arrangement = {
  readonly card: readonly string[];
  /** Those of the card that are counted over it; none where there is nothing over it. */
  readonly counted: readonly string[];
  readonly sections: readonly FormSection[];
};

/** Asked for before anything else: what an officer can write down in ten minutes. */
const firstOfAll = ['title', 'summary', 'scenes', bodyName, 'attachments', 'contact'];

/** What has to be settled before anything can be published, below what is written. */
const settledOnCard = ['audience', 'approval'];

/** What is asked for behind buttons, in this order; all that is named nowhere stands in the last of them. */
const laterOfEntry: readonly FormSection[] = [
  {
    label: 'テーマと方向性',
    names: ['themes', 'subthemes', 'directions', 'with'],
    told: '選ぶと、探す人が見つけやすくなります',
    isCounted: true,
  },
  { label: '出典・参照した指針', names: ['sources', 'cites', 'asOf'], isCounted: true },
  { label: '関係する取組', names: ['related'], isCounted: true },
];

/** What a collection can't do without, beyond the card. */
const ownOfCollection: Record<EntryCollection, readonly string[]> = {
  'case-studies': [],
  'best-practices': [],
  guidelines: [
    'level',
    'issuer',
    'number',
    'edition',
    'effectiveFrom',
    'announced',
    'checkedCurrent',
    'supersedes',
    'missingBefore',
  ],
  symposia: ['date', 'endDate', 'venue', 'organisers', 'attendance', 'sessions', 'questionnaire'],
  surveys: ['surveyedOn', 'population', 'respondents', 'figures'],
};

/** What the network's office alone decides or keeps. Nobody else is asked; what is stored stays. */
const ofTheOffice = ['confirmation', 'lawImpact', 'hints', 'records', 'selected'];

/**
 * Asked of nobody: filled in by the form itself, or changed by a step of its own (掲載停止, another address), which a save must
 * not go around; what is stored stays.
 */
const ofTheForm = ['published', 'updated', 'formerAddresses', 'withdrawn'];

/**
 * Which fields of an entry stand where, for a person. Every field that is shown stands once.
 * @param fields of the collection's schema
 */
export const entryArrangement = (
  who: Contributor,
  collection: EntryCollection,
  fields: readonly FormField[],
): Arrangement => {
  const isEditor = who.role === 'editor';
  const card = [
    ...(isEditor ? ['institution', 'institutionKind', 'origin'] : []),
    ...firstOfAll,
    ...ownOfCollection[collection],
    ...settledOnCard,
  ];
  const unasked = isEditor
    ? ofTheForm
    : [...ofTheForm, ...ofTheOffice, 'institution', 'institutionKind', 'origin'];
  const later = fields
    .map(({ name }) => name)
    .filter((name) => !card.includes(name) && !unasked.includes(name));
  const named = new Set([...laterOfEntry.flatMap(({ names }) => names), ...ofTheOffice]);
  return {
    card: inBoth(card, [...fields.map(({ name }) => name), bodyName]),
    counted: firstOfAll,
    sections: [
      ...laterOfEntry.map((section) => ({ ...section, names: inBoth(section.names, later) })),
      { label: 'くわしい項目', names: later.filter((name) => !named.has(name)) },
      { label: '事務局の項目', names: later.filter((name) => ofTheOffice.includes(name)) },
    ].filter(({ names }) => names.length > 0),
  };
};

/** Fields of the portal's own content that are asked for first; the others follow behind a button. */
const cardOfTheOffice: Partial<Record<CollectionName, readonly string[]>> = {
  institutions: ['name', 'kana', 'kind', 'prefecture', 'contact'],
  scenes: [
    'title',
    'summary',
    'order',
    'question',
    'answer',
    'english',
    'answerInEnglish',
    'steps',
    bodyName,
  ],
  kits: ['title', 'summary', 'order', 'scenes', bodyName, 'attachments', 'drawnFrom', 'asOf'],
  glossary: ['term', 'reading', 'definition', 'synonyms', 'sources'],
  rings: ['name', 'members', 'english', 'note'],
  pages: ['title', 'summary', bodyName],
};

/** The same for what belongs to the portal itself, which editors alone change. */
export const officeArrangement = (
  collection: CollectionName,
  fields: readonly FormField[],
): Arrangement => {
  const card = cardOfTheOffice[collection] ?? [];
  const names = fields.map(({ name }) => name).filter((name) => !ofTheForm.includes(name));
  return {
    card: inBoth(card, [...names, bodyName]),
    counted: [],
    sections: [
      { label: 'くわしい項目', names: names.filter((name) => !card.includes(name)) },
    ].filter((section) => section.names.length > 0),
  };
};

const inBoth = (wanted: readonly string[], there: readonly string[]): string[] =>
  wanted.filter((name) => there.includes(name));
