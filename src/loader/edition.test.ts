import { expect, test } from 'vitest';
import { isShown, withoutHiddenReferences } from './edition.ts';

test('withdrawn is in no edition, network only in its own', () => {
  expect(isShown({ audience: 'public', withdrawn: false }, 'public')).toBe(true);
  expect(isShown({ audience: 'network', withdrawn: false }, 'public')).toBe(false);
  expect(isShown({ audience: 'network', withdrawn: false }, 'network')).toBe(true);
  expect(isShown({ audience: 'public', withdrawn: true }, 'public')).toBe(false);
  expect(isShown({ audience: 'network', withdrawn: true }, 'network')).toBe(false);
});

const shows = (path: string) => !path.includes('hidden');

test('an entry loses every reference to what is hidden', () => {
  const entry = {
    with: ['sakura-u', 'hidden-u'],
    scenes: ['training', 'hidden-scene'],
    related: ['best-practices/sakura-u/a', 'best-practices/sakura-u/hidden'],
    cites: [{ guideline: 'guidelines/sakura-u/hidden', edition: '第二版' }],
    supersedes: 'guidelines/sakura-u/hidden',
  };
  expect(withoutHiddenReferences('guidelines', entry, shows)).toEqual({
    with: ['sakura-u'],
    scenes: ['training'],
    related: ['best-practices/sakura-u/a'],
    cites: [],
  });
});

test('the related words of a term are words: whatever is hidden, they stay', () => {
  const term = { term: '研究インテグリティ', related: ['RI'] };
  expect(withoutHiddenReferences('glossary', term, () => false)).toEqual(term);
});

test('a former body that is hidden keeps its name but not its link', () => {
  const institution = {
    partOf: 'hidden-corporation',
    formerNames: [{ name: '旧さくら大学', id: 'hidden-u', relation: 'merger' }],
  };
  expect(withoutHiddenReferences('institutions', institution, shows)).toEqual({
    formerNames: [{ name: '旧さくら大学', relation: 'merger' }],
  });
});

test('a choice of a kit goes with the last entry that says so', () => {
  const kit = {
    drawnFrom: ['best-practices/sakura-u/a'],
    choices: [
      { text: '残る', says: ['best-practices/sakura-u/a', 'best-practices/sakura-u/hidden'] },
      { text: '消える', says: ['best-practices/sakura-u/hidden'] },
    ],
  };
  expect(withoutHiddenReferences('kits', kit, shows)).toEqual({
    drawnFrom: ['best-practices/sakura-u/a'],
    choices: [{ text: '残る', says: ['best-practices/sakura-u/a'] }],
  });
});

test('a step of which nothing is left goes', () => {
  const scene = {
    steps: [
      { check: '残る', says: ['glossary/a', 'glossary/hidden'] },
      { check: '消える', says: ['glossary/hidden'] },
    ],
  };
  expect(withoutHiddenReferences('scenes', scene, shows)).toEqual({
    steps: [{ check: '残る', says: ['glossary/a'] }],
  });
});

test('a step keeps what it says where the kit of its form is hidden, and names no file of it', () => {
  const step = { check: '確認する', says: ['glossary/a'] };
  const scene = {
    steps: [
      { ...step, file: { kit: 'kits/hidden', file: 'シート.docx' } },
      { ...step, file: { kit: 'kits/open', file: 'シート.docx' } },
    ],
  };
  expect(withoutHiddenReferences('scenes', scene, shows)).toEqual({
    steps: [step, scene.steps[1]],
  });
});
