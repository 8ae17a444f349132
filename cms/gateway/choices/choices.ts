import { entryCollections } from '../../../src/schema/collections.ts';
import { readFields, readFrontMatter } from '../../../src/source/front-matter.ts';
import type { PublishedContent, PublishedText } from '../intake/published-content.ts';

/** What the pickers of the editor's form offer: everything published, by what a person calls it. */
export type Choices = {
  readonly institutions: readonly { id: string; name: string; kind: string }[];
  readonly scenes: readonly { id: string; title: string }[];
  readonly guidelines: readonly { path: string; title: string; editions: readonly string[] }[];
  readonly entries: readonly { path: string; title: string; institution: string }[];
  readonly terms: readonly { id: string; term: string }[];
};

/** Makes the reader of choices. The fields of a text that did not change are not read again. */
export const createChoices = (content: PublishedContent): (() => Promise<Choices>) => {
  let known = new Map<string, Fields>();

  return async () => {
    const { texts, textsOf } = await content.now();
    const read = new Map<string, Fields>();
    const fieldsOf = (text: PublishedText): Fields => {
      const fields = read.get(text.version) ?? known.get(text.version) ?? fieldsIn(text);
      read.set(text.version, fields);
      return fields;
    };
    for (const text of texts.values()) fieldsOf(text);
    known = read;

    return {
      institutions: (textsOf.get('institutions') ?? [])
        .map((text) => ({
          id: idOf(text),
          name: said(fieldsOf(text), 'name') ?? idOf(text),
          kind: said(fieldsOf(text), 'kind') ?? '',
        }))
        .sort((one, other) => one.name.localeCompare(other.name, 'ja')),
      scenes: (textsOf.get('scenes') ?? []).map((text) => ({
        id: idOf(text),
        title: titleOf(text, fieldsOf(text)),
      })),
      guidelines: (textsOf.get('guidelines') ?? []).map((text) => ({
        path: text.address.entry.path,
        title: titleOf(text, fieldsOf(text)),
        editions: [said(fieldsOf(text), 'edition') ?? []].flat(),
      })),
      entries: entryCollections.flatMap((collection) =>
        (textsOf.get(collection) ?? []).map((text) => ({
          path: text.address.entry.path,
          title: titleOf(text, fieldsOf(text)),
          institution: text.address.entry.institution ?? '',
        })),
      ),
      terms: (textsOf.get('glossary') ?? []).map((text) => ({
        id: idOf(text),
        term: said(fieldsOf(text), 'term') ?? idOf(text),
      })),
    };
  };
};

type Fields = Readonly<Record<string, unknown>>;

const fieldsIn = ({ address, text }: PublishedText): Fields => {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { data } = address.path.endsWith('.yaml') ? readFields(lines, 1) : readFrontMatter(lines);
  return data ?? {};
};

const said = (fields: Fields, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

const titleOf = ({ address }: PublishedText, fields: Fields): string =>
  said(fields, 'title') ?? address.entry.path;

const idOf = ({ address }: PublishedText): string =>
  address.entry.path.slice(address.entry.path.indexOf('/') + 1);
