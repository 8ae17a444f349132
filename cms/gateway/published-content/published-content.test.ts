import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { Repository } from '../repository/repository.ts';
import { createPublishedContent, type PublishedContent } from './published-content.ts';

let world: TemporaryRepository;
let repository: Repository;
let content: PublishedContent;
beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  content = createPublishedContent(repository);
});
afterEach(() => {
  repository.close();
  world.remove();
});

it('is read once for each commit, whoever asks at the same time', async () => {
  const [one, other] = await Promise.all([content.now(), content.now()]);
  expect(other).toBe(one);
  expect(await content.now()).toBe(one);
  expect([...one.texts.keys()]).toContain('case-studies/sakura-u/pledge/index.mdx');
});

it('knows the registry as it is now', async () => {
  await content.now();
  expect(content.institutionName('sakura-u' as never)).toBe('さくら大学');
  expect(content.institutionName('none-u' as never)).toBe('none-u');
  world.commit(
    'content/institutions/sakura-u.yaml',
    'name: 新さくら大学\nkana: しんさくらだいがく\nkind: national\npublished: 2026-01-10\nupdated: 2026-11-24\n',
  );
  expect(await content.institutions()).toContainEqual({
    id: 'sakura-u',
    name: '新さくら大学',
    also: ['しんさくらだいがく'],
  });
});
