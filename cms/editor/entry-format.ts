import { parse, stringify } from 'yaml';
import { type CollectionName, collections } from '../../src/schema/collections.ts';

/** The fields of an entry as Decap keeps them: the front matter, and the text as `body`. */
export type EntryData = Record<string, unknown>;

/** Reads and writes one kind of file; what Decap calls a formatter. */
export type EntryFormat = {
  /** @throws an error that is one Japanese sentence, where the fields can't be read */
  fromFile(text: string): EntryData;
  toFile(data: EntryData): string;
};

/** Fields that the form needs and no file has. */
const ofTheForm = new Set(['address', 'institutionName']);

/**
 * The format of a collection's files: `{id}.yaml`, fields alone, or `index.mdx`, front matter and a text. Decap's own
 * format loses the order of fields, and turns days into moments.
 */
export const formatOf = (collection: CollectionName): EntryFormat => {
  const order = writtenOrders[collection].split(' ');
  return collections[collection].layout === 'file' ? recordFormat(order) : entryFormat(order);
};

/** The same, with the institution's name for the lists to show; it is never written. */
export const namingInstitution = (
  format: EntryFormat,
  nameOf: (institution: string) => string | null,
): EntryFormat => ({
  ...format,
  fromFile(text) {
    const data = format.fromFile(text);
    const { institution } = data;
    if (typeof institution !== 'string') return data;
    return { ...data, institutionName: nameOf(institution) ?? institution };
  },
});

const entryFormat = (order: readonly string[]): EntryFormat => ({
  fromFile(text) {
    const parts = /^\uFEFF?---\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text);
    if (!parts) return { body: text };
    const [, fields = '', body = ''] = parts;
    return { ...readFields(fields), body: readBody(body) };
  },
  toFile({ body, ...fields }) {
    return `---\n${writeFields(fields, order)}---\n${typeof body === 'string' ? writtenBody(body) : ''}`;
  },
});

/**
 * The text without the lines around it where they are as the form writes them, else byte for byte as it stands after the front
 * matter: what nobody touches is stored as it was.
 */
const readBody = (stored: string): string => {
  const text = withoutBlankLines(stored);
  return text === '' || writtenBody(text) === stored || !/^\r?\n/.test(stored) ? text : stored;
};

const writtenBody = (body: string): string => {
  const text = withoutBlankLines(body);
  if (text === '') return '';
  return /^\r?\n/.test(body) ? body : `\n${text}\n`;
};

const withoutBlankLines = (text: string): string => text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();

/**
 * Which line of the text a line of the file is.
 * @param text of the file
 * @param line of the file, from 1
 * @returns from 1; 1 for what stands before the text
 */
export const lineOfBody = (text: string, line: number): number => {
  const [front = ''] =
    /^\uFEFF?---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n)(?:[ \t]*\r?\n)*/.exec(text) ?? [];
  return Math.max(1, line - front.split('\n').length + 1);
};

const recordFormat = (order: readonly string[]): EntryFormat => ({
  fromFile: readFields,
  toFile: ({ body: _, ...fields }) => writeFields(fields, order),
});

function readFields(text: string): EntryData {
  try {
    const data: unknown = parse(text, { schema: 'core', logLevel: 'error' });
    return isRecord(data) ? data : {};
  } catch {
    throw new Error(
      '記事の入力欄を読み取れないため開けませんので、事務局を通じてシステムの担当者にご連絡ください。',
    );
  }
}

const writeFields = (fields: EntryData, order: readonly string[]): string => {
  const placeOf = (name: string): number =>
    order.includes(name) ? order.indexOf(name) : order.length;
  const kept = withoutEmpty(fields) as EntryData | undefined;
  const names = Object.keys(kept ?? {}).filter((name) => !ofTheForm.has(name));
  const inOrder = names.sort((a, b) => placeOf(a) - placeOf(b));
  return inOrder.length === 0
    ? ''
    : stringify(Object.fromEntries(inOrder.map((name) => [name, kept?.[name]])), {
        lineWidth: 0,
        aliasDuplicateObjects: false,
        singleQuote: true,
      });
};

/** What was left blank is no statement: an empty text, list or group is not written. */
const withoutEmpty = (value: unknown): unknown => {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) {
    const items = value.map(withoutEmpty).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (isRecord(value)) {
    const entries = Object.entries(value).flatMap(([name, item]) => {
      const kept = withoutEmpty(item);
      return kept === undefined ? [] : [[name, kept] as const];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  }
  return value ?? undefined;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The order in which the content has its fields, so that a save changes no lines but those that say something new. */
const ofEveryEntry = {
  before:
    'title summary institution institutionKind with themes subthemes directions scenes asOf published updated audience withdrawn reviewBasis reviewBy origin approval confirmation',
  after: 'sources contact attachments related cites lawImpact searchWords hints notes records',
};
const ofEntries = (own: string): string => `${ofEveryEntry.before} ${own} ${ofEveryEntry.after}`;

const writtenOrders: Record<CollectionName, string> = {
  institutions:
    'name kana nameEn kind prefecture partOf formerNames website sizeGroup size study validUntil successor medicalSchool published updated audience withdrawn modelTerms contact signInScopes signInProviders sources notes',
  'case-studies': ofEntries('selected'),
  'best-practices': ofEntries('selected'),
  guidelines: ofEntries(
    'level issuer number edition effectiveFrom announced checkedCurrent supersedes missingBefore',
  ),
  symposia: ofEntries('date endDate venue organisers attendance sessions questionnaire'),
  surveys: ofEntries('surveyedOn population respondents figures'),
  scenes:
    'title summary order subthemes question answer english answerInEnglish searchWords steps published updated audience withdrawn',
  kits: 'title summary order subthemes scenes asOf published updated audience withdrawn searchWords attachments drawnFrom choices',
  glossary:
    'term reading english synonyms related definition theme subtheme needsCheck sources published updated audience withdrawn',
  rings: 'name members english note published updated audience withdrawn',
  pages:
    'title summary published updated audience withdrawn searchWords timeline stages sources operator',
};
