import { expect, test } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import { contentFilesOf } from '../../src/source/content-files.ts';
import { makeCorpus } from '../build/corpus.ts';
import { portalTree } from '../build/portal-tree.ts';
import { collection, makeWorld } from './world.ts';

const count = 40;

test('all entries are in the list that is timed', () => {
  const { published } = makeWorld(count);
  expect(published).toHaveLength(count);
  for (const { contentPath } of published) expect(contentPath).toMatch(`${collection}/`);
});

test('each new entry is another, also when there are more than entries to copy from', () => {
  const world = makeWorld(count);
  const drafts = [...world.newEntries(count), ...world.newEntries(count)];
  const known = world.published.map(({ contentPath }) => contentPath);
  const paths = drafts.map(({ contentPath }) => contentPath);
  expect(new Set([...known, ...paths]).size).toBe(3 * count);
  expect(new Set(drafts.map(({ text }) => text)).size).toBe(2 * count);
});

test('the check has nothing against the new entries', () => {
  const tree = portalTree(makeCorpus(count, [collection]));
  const drafts = makeWorld(count).newEntries(count);
  const files = Object.fromEntries([
    ...tree,
    ...drafts.map(({ contentPath, text }) => [`${contentPath}/index.mdx`, text] as const),
  ]);
  expect(checkContent(contentFilesOf(files))).toEqual([]);
});

test('the world is the same every time', () => {
  const [one, other] = [makeWorld(count), makeWorld(count)];
  expect(one.published).toEqual(other.published);
  expect(one.newEntries(3)).toEqual(other.newEntries(3));
});
