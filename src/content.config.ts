import { defineCollection } from 'astro/content/config';
import { givenEntries } from './catalog/given-entries.ts';
import { portalContent } from './loader/portal-content.ts';
import { collections as model } from './schema/collections.ts';
import { readSettings } from './settings.ts';

/** Where the catalogue is given its entries (src/site-process), the store has nothing to hold. */
const nothing = () => ({ name: 'given-entries', load: async () => {} });
const loader = givenEntries() ? nothing : portalContent(readSettings(process.env));

/** Binds each folder of content/ to its schema and to the one loader that reads them all. */
export const collections = {
  institutions: defineCollection({
    loader: loader('institutions'),
    schema: model.institutions.schema,
  }),
  'case-studies': defineCollection({
    loader: loader('case-studies'),
    schema: model['case-studies'].schema,
  }),
  'best-practices': defineCollection({
    loader: loader('best-practices'),
    schema: model['best-practices'].schema,
  }),
  guidelines: defineCollection({ loader: loader('guidelines'), schema: model.guidelines.schema }),
  symposia: defineCollection({ loader: loader('symposia'), schema: model.symposia.schema }),
  surveys: defineCollection({ loader: loader('surveys'), schema: model.surveys.schema }),
  scenes: defineCollection({ loader: loader('scenes'), schema: model.scenes.schema }),
  kits: defineCollection({ loader: loader('kits'), schema: model.kits.schema }),
  glossary: defineCollection({ loader: loader('glossary'), schema: model.glossary.schema }),
  rings: defineCollection({ loader: loader('rings'), schema: model.rings.schema }),
  pages: defineCollection({ loader: loader('pages'), schema: model.pages.schema }),
};
