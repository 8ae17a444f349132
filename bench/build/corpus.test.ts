import { expect, test } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import { contentFilesOf } from '../../src/source/content-files.ts';
import { makeCorpus } from './corpus.ts';
import { plainTree } from './plain-tree.ts';
import { portalTree } from './portal-tree.ts';

const count = 200;
const corpus = makeCorpus(count);

test('the check finds no problem in the corpus', () => {
  expect(checkContent(contentFilesOf(Object.fromEntries(portalTree(corpus))))).toEqual([]);
});

test('the smallest corpus is sound as well', () => {
  const tree = portalTree(makeCorpus(20));
  expect(checkContent(contentFilesOf(Object.fromEntries(tree)))).toEqual([]);
});

test('the corpus is the same every time', () => {
  expect(portalTree(makeCorpus(count))).toEqual(portalTree(corpus));
});

test('entries are as many as asked for, and 85 of 100 are practices', () => {
  const practices = corpus.entries.filter(({ collection }) =>
    ['case-studies', 'best-practices'].includes(collection),
  );
  expect(corpus.entries).toHaveLength(count);
  expect(practices).toHaveLength(count * 0.85);
});

test('a body has about 2,000 characters, a list, a table, a footnote and links', () => {
  for (const { body } of corpus.entries) {
    expect(body.length).toBeGreaterThan(1900);
    expect(body.length).toBeLessThan(2700);
    expect(body).toMatch(/^- /m);
    expect(body).toMatch(/^\| --- /m);
    expect(body).toMatch(/^\[\^1\]: /m);
    expect(body).toMatch(/\(entry:/);
  }
});

test('no mark of the corpus is left in what the tools read', () => {
  for (const text of [...portalTree(corpus).values(), ...plainTree(corpus, '.md').values()]) {
    expect(text).not.toMatch(/\(entry:|\[\[figure/);
  }
});
