import { expect, test } from 'vitest';
import { sampleEntry } from '../catalog/fixtures/sample-entries.ts';
import { sampleInstitution } from '../catalog/fixtures/sample-institutions.ts';
import { institutionProfiles } from '../catalog/institution-profile.ts';
import { catalogOf } from '../catalog/shown-content.ts';
import { subthemeIds } from '../schema/taxonomy.ts';
import { coveredBy, coveredSubthemes, gapsOf, isDoer } from './coverage.ts';
import { doingsOf } from './doings.ts';

const from = catalogOf([
  sampleInstitution('sakura-u', 'さくら大学', { kana: 'さくら' }),
  sampleInstitution('kaede-u', 'かえで大学', { kana: 'かえで', kind: 'national' }),
  sampleInstitution('momiji-u', 'もみじ大学', { kana: 'もみじ' }),
  sampleInstitution('ume-u', 'うめ大学', { kana: 'うめ', validUntil: '2020-03-31' }),
  sampleInstitution('ministry', 'さくら省', { kana: 'さくらしょう', kind: 'ministry' }),
  sampleEntry('case-studies', 'sakura-u/briefing', {
    scenes: ['training'],
    subthemes: ['export-control'],
  }),
  sampleEntry('case-studies', 'sakura-u/checks', {
    subthemes: ['export-control'],
    published: '2025-01-10',
    updated: '2025-01-10',
  }),
  sampleEntry('guidelines', 'momiji-u/rules', {
    level: 'institution',
    issuer: 'もみじ大学',
    subthemes: ['trade-secrets'],
  }),
  sampleEntry('best-practices', 'kaede-u/secrets', {
    scenes: ['nda-mta'],
    subthemes: ['trade-secrets'],
    with: ['sakura-u'],
  }),
  sampleEntry('guidelines', 'ministry/law', {
    level: 'law',
    issuer: 'さくら省',
    subthemes: ['individual-coi'],
  }),
]);
const doings = doingsOf(from);
const profiles = institutionProfiles(from);
const gaps = (id: string, of: 'subthemes' | 'scenes', ids: readonly string[]) =>
  gapsOf(id, doings, of, ids, ['private']).map(
    (gap) => `${gap.id}：${gap.others.map(({ title }) => title).join('、')}`,
  );

test('practices and own rules count, with whoever took part; rules for others do not', () => {
  const ofSakura = coveredBy('sakura-u', doings);
  expect([...ofSakura.subthemes].sort()).toEqual(['export-control', 'trade-secrets']);
  expect([...ofSakura.scenes].sort()).toEqual(['nda-mta', 'training']);
  expect(doings.map(({ address }) => address)).not.toContain('/guidelines/ministry/law/');
});

test('an institution’s own page says the same of it', () => {
  for (const profile of profiles) {
    const { subthemes } = coveredBy(profile.institution.id, doings);
    expect(coveredSubthemes(profile)).toEqual(subthemeIds.filter((id) => subthemes.has(id)));
  }
});

test('only institutions that do things and are still there are asked', () => {
  expect(profiles.filter(isDoer).map(({ institution }) => institution.id)).toEqual([
    'kaede-u',
    'sakura-u',
    'momiji-u',
  ]);
});

test('what others do and an institution has nothing on, one thing of each, places like it first', () => {
  expect(gaps('momiji-u', 'subthemes', ['trade-secrets', 'export-control', 'medical-coi'])).toEqual(
    ['export-control：sakura-u/briefing', 'medical-coi：'],
  );
  expect(gaps('nobody', 'subthemes', ['trade-secrets'])).toEqual([
    'trade-secrets：momiji-u/rules、kaede-u/secrets',
  ]);
  expect(gaps('momiji-u', 'scenes', ['nda-mta'])).toEqual(['nda-mta：kaede-u/secrets']);
});

test('of what was told in confidence nobody learns who did it', () => {
  const told = catalogOf([
    sampleEntry('case-studies', 'henshubu/told', {
      origin: 'in-confidence',
      institutionKind: 'private',
      subthemes: ['trade-secrets'],
    }),
  ]);
  expect(doingsOf(told)).toMatchObject([{ by: [], profile: ['private'] }]);
});
