import { describe, expect, it } from 'vitest';
import {
  type CollectionName,
  collections,
  entryCollections,
} from '../../src/schema/collections.ts';
import { institutionId } from '../../src/schema/field.ts';
import type { Contributor } from '../wire/contributor.ts';
import {
  type ConfigCollection,
  type ConfigField,
  decapConfig,
  registered,
} from './decap-config.ts';
import { choices } from './fixtures/choices.ts';
import { fieldsOfSchema } from './form/fields-of-schema.ts';
import type { FormField } from './form/form-field.ts';

const officer: Contributor = {
  role: 'contributor',
  institution: institutionId.parse('sakura-u'),
  office: '研究推進課',
};
const editor: Contributor = { role: 'editor', office: '編集部' };

const collection = (who: Contributor, name: CollectionName): ConfigCollection => {
  const found = decapConfig(who, choices).collections.find((each) => each.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};
const names = ({ fields }: ConfigCollection) => fields.map(({ name }) => name);
const hidden = ({ fields }: ConfigCollection) => fields.filter(({ widget }) => widget === 'hidden');
const isSection = ({ widget, isCard }: ConfigField) => widget === registered.section && !isCard;
const card = ({ fields }: ConfigCollection) =>
  fields
    .slice(0, fields.findIndex(isSection))
    .filter(({ isCard }) => !isCard)
    .map(({ name }) => name);

const all = (['officer', 'editor'] as const).flatMap((role) =>
  decapConfig(role === 'officer' ? officer : editor, choices).collections.map(
    (each) => [`${each.name} for the ${role}`, each] as const,
  ),
);

describe('the form', () => {
  it('asks first for what an officer can write in ten minutes', () => {
    const first = ['title', 'summary', 'scenes', 'body', 'attachments', 'contact'];
    const settled = ['audience', 'approval'];
    expect(card(collection(officer, 'case-studies'))).toEqual([...first, ...settled]);
    for (const name of entryCollections) {
      expect(card(collection(officer, name)).slice(0, first.length)).toEqual(first);
    }
  });

  it('shows editors whose entry it is, and how it came here, before that', () => {
    expect(card(collection(editor, 'case-studies')).slice(0, 4)).toEqual([
      'institution',
      'institutionKind',
      'origin',
      'title',
    ]);
  });

  it.each(all)('has each field of the schema once: %s', (_name, { name, fields }) => {
    const ofSchema = fieldsOfSchema(collections[name].schema).map((field) => field.name);
    const own = fields.map((field) => field.name);
    expect(new Set(own).size).toBe(own.length);
    const beyond = own.filter((each) => !ofSchema.includes(each) && !/^section\d$/.test(each));
    expect(beyond.filter((each) => !['body', 'address', 'card'].includes(each))).toEqual([]);
  });

  it('asks editors for every field of the schema but the days that the form knows itself, and what steps of their own change', () => {
    for (const each of decapConfig(editor, choices).collections) {
      const asked = each.fields.filter(({ widget }) => widget !== 'hidden').map(({ name }) => name);
      const unasked = fieldsOfSchema(collections[each.name].schema)
        .map(({ name }) => name)
        .filter((name) => !asked.includes(name));
      const ofSteps = ['formerAddresses', 'withdrawn'];
      expect(unasked.filter((name) => !ofSteps.includes(name))).toEqual(['published', 'updated']);
      expect(unasked).toContain('withdrawn');
    }
  });

  it.each(all)('is in Japanese, with the schema’s words: %s', (_name, { label, fields }) => {
    expect(label).not.toMatch(/[A-Za-z]/);
    for (const { label: own, widget, spec } of fields) {
      if (widget === 'hidden') continue;
      expect(own).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(own).not.toMatch(/スラッグ|コミット|ブランチ|MDX/);
      for (const each of spec ? withInner(spec) : []) {
        expect(each.label).toMatch(/[ぁ-んァ-ヶ一-龠]/);
        if (each.kind !== 'one-of' && each.kind !== 'some-of') continue;
        for (const option of each.options) expect(option.label).not.toBe(option.value);
      }
    }
  });

  it('lets a draft be saved with gaps: Decap itself wants only what names and places it', () => {
    const wanted = new Set(
      all.flatMap(([, { fields }]) => fields.filter((f) => f.required).map((f) => f.name)),
    );
    expect([...wanted].sort()).toEqual(['address', 'institution', 'name', 'term', 'title']);
  });

  it('marks what an entry needs before it can be sent for review', () => {
    const labels = collection(officer, 'case-studies').fields.map(({ label }) => label);
    expect(labels).toContain('要約（必須）');
    expect(labels).toContain('場面');
  });
});

describe('for an officer', () => {
  it('there are the five collections of their own institution', () => {
    const { collections: own } = decapConfig(officer, choices);
    expect(own.map(({ name }) => name)).toEqual([...entryCollections]);
    for (const each of own) {
      expect(each.filter).toEqual({ field: 'institution', value: 'sakura-u' });
      expect(each.publish).toBe(false);
    }
  });

  it('the institution is fixed, and so is that it wrote the text itself', () => {
    const fixed = hidden(collection(officer, 'guidelines')).map((field) => [
      field.name,
      field.default,
    ]);
    expect(fixed).toEqual([
      ['institution', 'sakura-u'],
      ['origin', 'contributed'],
      ['confirmation', 'confirmed'],
      ['published', undefined],
      ['updated', undefined],
      ['address', undefined],
    ]);
  });

  it('there is nothing that the network’s office keeps', () => {
    const own = names(collection(officer, 'best-practices'));
    for (const name of ['hints', 'records', 'selected', 'withdrawn', 'institutionKind']) {
      expect(own).not.toContain(name);
    }
  });

  it('audience and approval stand on the first card, and what is counted over it is asked for on it', () => {
    for (const name of entryCollections) {
      const own = collection(officer, name);
      expect(card(own).slice(-2)).toEqual(['audience', 'approval']);
      const [head] = own.fields;
      expect(head?.isCard).toBe(true);
      for (const counted of head?.names ?? []) expect(card(own)).toContain(counted);
    }
  });

  it('each section knows the fields that it holds', () => {
    const { fields } = collection(officer, 'case-studies');
    const sections = fields.filter(isSection);
    expect(sections.map(({ label }) => label)).toEqual([
      'テーマと方向性',
      '出典・参照した指針',
      '関係する取組',
      'くわしい項目',
    ]);
    for (const { name, names: held = [] } of sections) {
      const at = fields.findIndex((field) => field.name === name);
      expect(fields.slice(at + 1, at + 1 + held.length).map((field) => field.name)).toEqual(held);
    }
  });
});

describe('for an editor', () => {
  it('there is everything, and pages are not made anew', () => {
    const { collections: own } = decapConfig(editor, choices);
    expect(own.map(({ name }) => name).sort()).toEqual(Object.keys(collections).sort());
    expect(own.filter(({ create }) => !create).map(({ name }) => name)).toEqual(['pages']);
    expect(own.every(({ publish, filter }) => publish && !filter)).toBe(true);
  });

  it('a case can be one that was told in confidence, and nothing else can', () => {
    const from = (name: CollectionName) => {
      const spec = collection(editor, name).fields.find(
        (field) => field.name === 'institution',
      )?.spec;
      return spec?.kind === 'pick' ? spec.from : null;
    };
    expect(from('case-studies')).toBe('owners');
    expect(from('best-practices')).toBe('institutions');
  });

  it('what was mailed in is the usual origin', () => {
    const originOf = (name: 'surveys' | 'case-studies') =>
      collection(editor, name).fields.find((field) => field.name === 'origin');
    const labelsOf = (name: 'surveys' | 'case-studies') => {
      const spec = originOf(name)?.spec;
      return spec?.kind === 'one-of' ? spec.options.map(({ label }) => label) : [];
    };
    expect(originOf('surveys')?.default).toBe('on-behalf');
    expect(labelsOf('surveys')).toContain('事務局による代行投稿');
    // Only a case can be told in confidence.
    expect(labelsOf('surveys')).not.toContain('編集部預かり');
    expect(labelsOf('case-studies')).toContain('編集部預かり');
  });
});

describe('where things lie', () => {
  it('is a folder for each entry, with its files beside it', () => {
    expect(collection(officer, 'case-studies')).toMatchObject({
      folder: 'content/case-studies',
      path: '{{institution}}/{{slug}}/index',
      slug: '{{fields.address}}',
      extension: 'mdx',
      media_folder: '',
    });
    expect(collection(editor, 'scenes')).toMatchObject({
      path: '{{slug}}/index',
      extension: 'mdx',
    });
    expect(collection(editor, 'glossary')).toMatchObject({ path: '{{slug}}', extension: 'yaml' });
  });

  it('keeps what is Japanese in a file’s name', () => {
    expect(decapConfig(officer, choices).slug.encoding).toBe('unicode');
  });
});

/** A field with all that it holds. */
function withInner(field: FormField): FormField[] {
  if (field.kind === 'group') return [field, ...field.fields.flatMap(withInner)];
  return field.kind === 'rows' ? [field, ...withInner(field.item)] : [field];
}
