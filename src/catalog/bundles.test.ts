import { expect, test } from 'vitest';
import { bundleOf, bundles } from './bundles.ts';
import { attachments, sampleEntry } from './fixtures/sample-entries.ts';
import { catalogOf, type Shown } from './shown-content.ts';

const coi = ['conflict-of-interest'];
const slides = sampleEntry('symposia', 'sakura-u/forum', {
  themes: coi,
  scenes: ['training'],
  attachments: attachments('b.pdf', 'a.pdf'),
});
const cited = sampleEntry('guidelines', 'sakura-u/rule', {
  themes: ['technology-leakage'],
  level: 'institution',
  issuer: 'さくら大学',
  attachments: attachments('rule.docx'),
});
const tagged = sampleEntry('best-practices', 'momiji-u/pledge', {
  themes: coi,
  scenes: ['training'],
  attachments: attachments('pledge.docx'),
});
const apart = sampleEntry('case-studies', 'momiji-u/other', {
  attachments: attachments('other.pdf'),
});
const kit = sampleEntry('kits', 'lessons', {
  subthemes: ['research-integrity'],
  scenes: ['training'],
  attachments: attachments('lesson.docx'),
});
const training = sampleEntry('scenes', 'training', {
  steps: [
    { check: '規程を見る', says: ['guidelines/sakura-u/rule', 'kits/lessons', 'glossary/none'] },
    { check: '例を見る', says: ['best-practices/momiji-u/pledge'] },
  ],
});
const empty = sampleEntry('scenes', 'procurement', { order: 2 });
const path = sampleEntry('pages', 'first-year', {
  stages: [
    {
      when: '1週目',
      title: '知る',
      summary: '説明です。',
      tasks: [
        {
          text: '見る',
          links: ['symposia/sakura-u/forum', 'scenes/training', 'scenes/procurement'],
        },
      ],
    },
  ],
});
const world = catalogOf([slides, cited, tagged, apart, kit, training, empty, path] as Shown[]);
const held = () =>
  Object.fromEntries(
    bundles(world).map(({ address, files }) => [address, files.map(({ name }) => name)]),
  );

test('a bundle for each symposium, kit, scene, theme and the path, where there are files', () => {
  expect(held()).toEqual({
    '/bundles/symposia/sakura-u/forum.zip': ['b.pdf', 'a.pdf'],
    '/bundles/kits/lessons.zip': ['lesson.docx'],
    '/bundles/scenes/training.zip': ['lesson.docx', 'rule.docx', 'pledge.docx', 'b.pdf', 'a.pdf'],
    '/bundles/pages/first-year.zip': ['b.pdf', 'a.pdf', 'lesson.docx'],
    '/bundles/themes/conflict-of-interest.zip': ['lesson.docx', 'pledge.docx', 'b.pdf', 'a.pdf'],
    '/bundles/themes/technology-leakage.zip': ['lesson.docx', 'rule.docx'],
  });
});

test('a bundle belongs to the page on which its readers are', () => {
  const pages = Object.fromEntries(bundles(world).map(({ address, page }) => [address, page]));
  expect(pages).toMatchObject({
    '/bundles/scenes/training.zip': '/scenes/training/',
    '/bundles/themes/conflict-of-interest.zip': '/practices/by/theme/conflict-of-interest/',
    // Nothing of the list of practices has this theme, so there is no such page of it.
    '/bundles/themes/technology-leakage.zip': '/programme/',
  });
});

test('no bundle for a single practice, for a page without files, or for a file that is withheld', () => {
  expect(bundleOf(apart, world)).toBeUndefined();
  expect(bundleOf(empty, world)).toBeUndefined();
  expect(bundleOf({ ...kit, files: [] }, world)).toBeUndefined();
});
