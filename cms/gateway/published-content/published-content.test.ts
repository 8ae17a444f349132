import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseText } from '../fixtures/entry-texts.ts';
import {
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import type { Repository } from '../repository/repository.ts';
import { contentFile } from './content-file.ts';
import { createPublishedContent, type PublishedContent } from './published-content.ts';

let world: TemporaryRepository;
let repository: Repository;
let content: PublishedContent;
beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  content = createPublishedContent(repository, { maxFileBytes: 1_000_000 });
});
afterEach(() => {
  repository.close();
  world.remove();
});

const path = 'case-studies/sakura-u/desk/index.mdx';
const problemsOf = async (text: string) => {
  const { checker } = await content.now();
  const files = new Map([[path, contentFile(path, Buffer.from(text))]]);
  return checker()
    .problemsOf('case-studies/sakura-u/desk', files)
    .map(({ code }) => code);
};

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
    'name: 新さくら大学\nkind: national\npublished: 2026-01-10\nupdated: 2026-11-24\n',
  );
  expect(await content.institutions()).toContainEqual({ id: 'sakura-u', name: '新さくら大学' });
});

it('holds a text against what is published now, however it came to be', async () => {
  const linked = caseText({ body: '## 体制\n\n[案内](../lent/index.mdx)を渡します。\n' });
  expect(await problemsOf(linked)).toEqual(['link-broken']);
  world.commit('content/case-studies/sakura-u/lent/index.mdx', caseText({ title: '貸し出し' }));
  expect(await problemsOf(linked)).toEqual([]);
  world.git('rm', '-q', '--', 'content/case-studies/sakura-u/lent/index.mdx');
  world.git('commit', '-qm', '消す');
  expect(await problemsOf(linked)).toEqual(['link-broken']);
});
