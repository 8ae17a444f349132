import type { z } from 'zod';
import { glossaryTerm } from './glossary-term.ts';
import { guideline } from './guideline.ts';
import { institution } from './institution.ts';
import { kit } from './kit.ts';
import { page } from './page.ts';
import { practice } from './practice.ts';
import { ring } from './ring.ts';
import { scene } from './scene.ts';
import { survey } from './survey.ts';
import { symposium } from './symposium.ts';

/**
 * How a collection lies in content/:
 * `file` — `{collection}/{id}.yaml`; `folder` — `{collection}/{id}/index.mdx`;
 * `institution` — `{collection}/{institution}/{slug}/index.mdx`, so that permission is a function of the path.
 */
export type Layout = 'file' | 'folder' | 'institution';

export const collections = {
  institutions: { label: '機関', layout: 'file', schema: institution },
  'case-studies': { label: '事例', layout: 'institution', schema: practice },
  'best-practices': { label: '取組', layout: 'institution', schema: practice },
  guidelines: { label: '規程・指針', layout: 'institution', schema: guideline },
  symposia: { label: 'シンポジウム', layout: 'institution', schema: symposium },
  surveys: { label: '調査', layout: 'institution', schema: survey },
  scenes: { label: '場面', layout: 'folder', schema: scene },
  kits: { label: '様式例', layout: 'folder', schema: kit },
  glossary: { label: '用語', layout: 'file', schema: glossaryTerm },
  rings: { label: '言い換え', layout: 'file', schema: ring },
  pages: { label: 'ページ', layout: 'folder', schema: page },
} as const satisfies Record<string, { label: string; layout: Layout; schema: z.ZodType }>;

export type CollectionName = keyof typeof collections;
export const collectionNames = Object.keys(collections) as CollectionName[];

/** The collections whose entries belong to an institution. */
export const entryCollections = [
  'case-studies',
  'best-practices',
  'guidelines',
  'symposia',
  'surveys',
] as const satisfies readonly CollectionName[];
export type EntryCollection = (typeof entryCollections)[number];

export type CollectionData = {
  [Name in CollectionName]: z.infer<(typeof collections)[Name]['schema']>;
};
