import { expect, test } from 'vitest';
import { sampleEntry } from '../catalog/fixtures/sample-entries.ts';
import { sampleInstitution } from '../catalog/fixtures/sample-institutions.ts';
import { institutionProfiles } from '../catalog/institution-profile.ts';
import { catalogOf } from '../catalog/shown-content.ts';
import { allSubthemes, type CoveredInstitution, coverage, gapsOf } from './coverage.ts';

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
  sampleEntry('symposia', 'kaede-u/forum', { subthemes: ['medical-coi'] }),
  sampleEntry('guidelines', 'ministry/law', {
    level: 'law',
    issuer: 'さくら省',
    subthemes: ['individual-coi'],
  }),
]);
const index = coverage(institutionProfiles(from));
const of = (id: string) => index.find((one) => one.id === id) as CoveredInstitution;
const gaps = (id: string) =>
  gapsOf(index, of(id), 'subthemes', allSubthemes, of(id).profile).map(
    (gap) => `${gap.id}：${gap.others.map(({ name }) => name).join('、')}`,
  );

test('practices and own rules count, with whoever took part; events and rules for others do not', () => {
  expect(of('sakura-u')).toMatchObject({
    subthemes: ['trade-secrets', 'export-control'],
    scenes: ['nda-mta', 'training'],
  });
  expect(of('kaede-u').subthemes).toEqual(['trade-secrets']);
});

test('only institutions that do things and are still there are asked', () => {
  expect(index.map(({ id }) => id)).toEqual(['kaede-u', 'sakura-u', 'momiji-u']);
});

test('what others have and an institution has nothing on names them, places like it first', () => {
  expect(gaps('momiji-u')).toEqual([
    'individual-coi：',
    'institutional-coi：',
    'medical-coi：',
    'export-control：さくら大学',
    'research-integrity：',
  ]);
  const empty = { ...of('momiji-u'), subthemes: [] };
  const [secrets] = gapsOf(index, empty, 'subthemes', ['trade-secrets'], ['private']);
  expect(secrets?.others.map(({ name }) => name)).toEqual(['さくら大学', 'かえで大学']);
});
