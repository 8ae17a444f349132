import { expect, it } from 'vitest';
import { entryOfPath, pathOfNew, slugOfPath } from './entry-path.ts';

it.each([
  ['case-studies', 'sakura-u', 'content/case-studies/sakura-u/a/index.mdx', 'sakura-u/a/index'],
  ['scenes', undefined, 'content/scenes/a/index.mdx', 'a/index'],
  ['glossary', undefined, 'content/glossary/a.yaml', 'a'],
] as const)(
  'a new entry of %s has its place, and Decap’s name for it',
  (collection, of, path, slug) => {
    expect(pathOfNew(collection, of, 'a')).toBe(path);
    expect(slugOfPath(path)).toBe(slug);
    expect(entryOfPath(path)).toBe(`${collection}/${of ? `${of}/` : ''}a`);
  },
);

it('an entry of nobody has no place yet', () => {
  expect(pathOfNew('case-studies', '', 'a')).toBeNull();
  expect(pathOfNew('case-studies', undefined, 'a')).toBeNull();
});
