import {
  type CollectionName,
  collections,
  type EntryCollection,
  entryCollections,
} from '../../src/schema/collections.ts';
import { inConfidenceCollection } from '../../src/schema/in-confidence.ts';
import type { Origin } from '../../src/schema/taxonomy.ts';
import type { Choices } from '../wire/choices.ts';
import type { Contributor } from '../wire/contributor.ts';
import {
  type Arrangement,
  bodyName,
  entryArrangement,
  type FormSection,
  officeArrangement,
} from './form/arrangement.ts';
import { fieldsOfSchema } from './form/fields-of-schema.ts';
import type { FormField } from './form/form-field.ts';

/** The names under which main.ts registers the form's own controls, formats and library with Decap. */
export const registered = {
  backend: 'portal',
  field: 'portal-field',
  body: 'portal-body',
  section: 'portal-section',
  address: 'portal-address',
  mediaLibrary: 'portal-files',
  format: (collection: CollectionName) => `portal-${collection}`,
} as const;

/** A field as Decap's configuration has it. What the control needs to know is in `spec`. */
export type ConfigField = {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  /** Whether Decap itself refuses to save without it. A draft may lack everything else; the gateway lists it. */
  readonly required: boolean;
  readonly default?: unknown;
  readonly spec?: FormField;
  /** Of what stands over fields: that it is the head of the first card, which fields it counts, what it is good for. */
  readonly isCard?: boolean;
  readonly names?: readonly string[];
  readonly told?: string;
  readonly isCounted?: boolean;
};

export type ConfigCollection = {
  readonly name: CollectionName;
  readonly label: string;
  readonly label_singular: string;
  readonly folder: string;
  readonly path: string;
  readonly slug: string;
  readonly extension: 'mdx' | 'yaml';
  readonly format: string;
  readonly media_folder: '';
  readonly public_folder: '';
  readonly identifier_field: string;
  readonly summary: string;
  readonly create: boolean;
  readonly publish: boolean;
  readonly delete: false;
  readonly editor: { readonly preview: boolean; readonly notes: true };
  readonly sortable_fields: readonly {
    readonly field: string;
    readonly label: string;
    readonly default_sort?: 'asc' | 'desc';
  }[];
  readonly filter?: { readonly field: string; readonly value: string };
  readonly fields: readonly ConfigField[];
};

/** What Decap is started with. */
export type EditorConfig = {
  readonly load_config_file: false;
  readonly locale: 'ja';
  readonly backend: {
    readonly name: typeof registered.backend;
    readonly proxy_url: '/admin/api';
    readonly branch: 'main';
  };
  readonly publish_mode: 'editorial_workflow';
  readonly media_folder: string;
  readonly public_folder: string;
  readonly media_library: { readonly name: string };
  readonly slug: {
    readonly encoding: 'unicode';
    readonly clean_accents: false;
    readonly sanitize_replacement: '-';
  };
  readonly show_preview_links: false;
  readonly editor: { readonly preview: true; readonly notes: true };
  readonly collections: readonly ConfigCollection[];
};

/**
 * The configuration of Decap for the person who is signed in, as a plain object. What it leaves out is courtesy: the
 * gateway decides what somebody may do.
 */
export const decapConfig = (who: Contributor, choices: Choices): EditorConfig => ({
  load_config_file: false,
  locale: 'ja',
  backend: { name: registered.backend, proxy_url: '/admin/api', branch: 'main' },
  publish_mode: 'editorial_workflow',
  // Nothing lies there: attachments stand beside their entries. Decap insists on one.
  media_folder: 'content/.none',
  public_folder: '',
  media_library: { name: registered.mediaLibrary },
  slug: { encoding: 'unicode', clean_accents: false, sanitize_replacement: '-' },
  show_preview_links: false,
  editor: { preview: true, notes: true },
  collections: [
    ...entryCollections.map((name) => entryCollection(who, name, choices)),
    ...(who.role === 'editor' ? officeCollections.map(officeCollection) : []),
  ],
});

/** What belongs to the portal itself. */
const officeCollections = ['scenes', 'kits', 'glossary', 'rings', 'institutions', 'pages'] as const;

/** What the name of a thing is called in each collection. */
const titleField = (name: CollectionName): string => {
  if (name === 'institutions' || name === 'rings') return 'name';
  return name === 'glossary' ? 'term' : 'title';
};

const shared = (name: CollectionName) => {
  const { label, layout } = collections[name];
  const title = titleField(name);
  return {
    name,
    label,
    label_singular: label,
    folder: `content/${name}`,
    slug: '{{fields.address}}',
    extension: layout === 'file' ? 'yaml' : 'mdx',
    format: registered.format(name),
    media_folder: '',
    public_folder: '',
    identifier_field: title,
    // Withdrawing and deleting what is published are requests of their own, at /admin/desk/.
    delete: false,
    sortable_fields: [
      { field: 'updated', label: '更新日', default_sort: 'desc' },
      { field: title, label: '題名' },
    ],
  } as const;
};

const entryCollection = (
  who: Contributor,
  name: EntryCollection,
  choices: Choices,
): ConfigCollection => {
  const fields = fieldsOfSchema(collections[name].schema).map((field) => {
    // Only a case can be told in confidence.
    const mayBeToldInConfidence = name === inConfidenceCollection;
    if (mayBeToldInConfidence && field.name === 'institution') {
      return { ...field, kind: 'pick', from: 'owners', several: false } as const;
    }
    if (mayBeToldInConfidence || field.name !== 'origin' || field.kind !== 'one-of') return field;
    return {
      ...field,
      options: field.options.filter(({ value }) => value !== ('in-confidence' satisfies Origin)),
    };
  });
  const institution =
    who.role === 'contributor'
      ? choices.institutions.find(({ id }) => id === who.institution)
      : undefined;
  return {
    ...shared(name),
    ...(institution ? { label: `${collections[name].label}（${institution.name}）` } : {}),
    path: '{{institution}}/{{slug}}/index',
    summary: who.role === 'editor' ? '{{title}}（{{institutionName}}）' : '{{title}}',
    create: true,
    publish: who.role === 'editor',
    editor: { preview: true, notes: true },
    ...(who.role === 'contributor'
      ? { filter: { field: 'institution', value: who.institution } }
      : {}),
    fields: [
      ...arranged(entryArrangement(who, name, fields), fields, defaultsFor(who)),
      ...unasked(who),
    ],
  };
};

/** What the form says for the person who does not know, and may change where it is shown. */
const defaultsFor = (who: Contributor): Record<string, unknown> => ({
  audience: 'public',
  reviewBasis: 'own-rules',
  ...(who.role === 'editor' ? { origin: 'on-behalf', confirmation: 'confirmed' } : {}),
});

/** What is stored without being asked. Decap fills a default in for a new entry alone. */
const unasked = (who: Contributor): ConfigField[] => [
  ...(who.role === 'contributor'
    ? [
        hidden('institution', who.institution),
        hidden('origin', 'contributed'),
        // What an institution publishes of itself, it has confirmed.
        hidden('confirmation', 'confirmed'),
      ]
    : []),
  hidden('published'),
  hidden('updated'),
  hidden('address'),
];

const officeCollection = (name: (typeof officeCollections)[number]): ConfigCollection => {
  const fields = fieldsOfSchema(collections[name].schema);
  const { layout } = collections[name];
  return {
    ...shared(name),
    path: layout === 'file' ? '{{slug}}' : '{{slug}}/index',
    summary: `{{${titleField(name)}}}`,
    // A page stands where the site's menus expect it: it is edited here, and made by a developer.
    create: name !== 'pages',
    publish: true,
    editor: { preview: layout !== 'file', notes: true },
    fields: [
      ...(name === 'pages' ? [] : [address]),
      ...arranged(officeArrangement(name, fields), fields, { audience: 'public' }),
      hidden('published'),
      hidden('updated'),
    ],
  };
};

const address: ConfigField = {
  name: 'address',
  label: 'アドレスに使う名前',
  widget: registered.address,
  required: true,
};

const arranged = (
  { card, counted, sections }: Arrangement,
  fields: readonly FormField[],
  defaults: Record<string, unknown>,
): ConfigField[] => {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const shown = (name: string): ConfigField => {
    const field = byName.get(name);
    return field ? configField(field, defaults[name]) : bodyField;
  };
  return [
    ...(counted.length > 0 ? [cardField(counted)] : []),
    ...card.map(shown),
    ...sections.flatMap((section, place) => [
      sectionField(section, place),
      ...section.names.map(shown),
    ]),
  ];
};

/** Without these Decap can't even store a draft: they name it, and say where it lies. */
const neededToStore = new Set(['title', 'institution', 'name', 'term']);

const configField = (field: FormField, preset: unknown): ConfigField => ({
  name: field.name,
  label: field.isRequired ? `${field.label}（必須）` : field.label,
  widget: registered.field,
  required: neededToStore.has(field.name),
  ...(preset === undefined ? {} : { default: preset }),
  spec: field,
});

const bodyField: ConfigField = {
  name: bodyName,
  label: 'したこと（本文）',
  widget: registered.body,
  required: false,
};

/** What stands over the first card. @param names of the fields that are counted */
const cardField = (names: readonly string[]): ConfigField => ({
  name: 'card',
  label: 'はじめの一枚',
  widget: registered.section,
  required: false,
  isCard: true,
  names,
});

const sectionField = (
  { label, names, told, isCounted }: FormSection,
  place: number,
): ConfigField => ({
  name: `section${place}`,
  label,
  widget: registered.section,
  required: false,
  names,
  ...(told === undefined ? {} : { told }),
  ...(isCounted ? { isCounted } : {}),
});

const hidden = (name: string, value?: unknown): ConfigField => ({
  name,
  label: name,
  widget: 'hidden',
  required: false,
  ...(value === undefined ? {} : { default: value }),
});
