import { expect, test } from 'vitest';
import { attachments, sampleEntry } from './fixtures/sample-entries.ts';
import { formOf, formsByEntry } from './kit-forms.ts';
import { catalogOf } from './shown-content.ts';

const practice = 'best-practices/sakura-u/travel';
const drawnAlone = 'best-practices/sakura-u/list';
const entry = (path: string) => {
  const [collection = '', ...id] = path.split('/');
  return sampleEntry(collection as 'best-practices', id.join('/'), {});
};
const kit = sampleEntry('kits', 'travel', {
  title: '出張の様式例',
  attachments: attachments('シート.docx', '台帳.xlsx'),
  drawnFrom: [practice, drawnAlone],
});
const scene = sampleEntry('scenes', 'overseas-travel', {
  steps: [
    { check: '書く', says: [practice], file: { kit: 'kits/travel', file: 'シート.docx' } },
    { check: '出す', says: [practice], file: { kit: 'kits/travel', file: 'シート.docx' } },
    { check: '待つ', says: [practice, 'glossary/sheet'] },
  ],
});
const content = catalogOf([entry(practice), entry(drawnAlone), kit, scene]);

test('a step has the file that it names, and none that the edition does not give out', () => {
  const form = formOf(scene.data.steps[0]?.file, content);
  expect(form).toMatchObject({ file: { name: 'シート.docx' }, kit: { id: 'travel' } });
  expect(formOf(undefined, content)).toBeUndefined();
  expect(formOf(scene.data.steps[0]?.file, catalogOf([scene]))).toBeUndefined();
  const withheld = catalogOf([{ ...kit, files: [] }, scene]);
  expect(formOf(scene.data.steps[0]?.file, withheld)).toBeUndefined();
});

test('an entry is served by the files of the steps that rest on it, each once, or else by the kit drawn from it', () => {
  const forms = formsByEntry(content);
  expect(forms.get(practice)).toEqual([
    { title: 'シート.docx', address: '/kits/travel/シート.docx', note: 'CSV　1 B' },
  ]);
  expect(forms.get(drawnAlone)).toEqual([
    { title: '出張の様式例', address: '/kits/travel/', note: '' },
  ]);
  expect(forms.has('glossary/sheet')).toBe(false);
});
