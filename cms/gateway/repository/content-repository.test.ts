import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findContentRepository } from './content-repository.ts';
import { type TemporaryRepository, temporaryRepository } from './fixtures/temporary-repository.ts';

let world: TemporaryRepository;
beforeEach(() => {
  world = temporaryRepository();
});
afterEach(() => world.remove());

it('finds the checkout of a content folder, wherever that lies in it', async () => {
  expect(await findContentRepository(join(world.folder, 'content'))).toEqual({
    root: world.folder,
    contentFolder: 'content',
  });
  world.write('作業/content/glossary/a.yaml', 'term: あ\n');
  world.git('add', '-A');
  world.git('commit', '-qm', '加える');
  expect(await findContentRepository(join(world.folder, '作業/content'))).toEqual({
    root: world.folder,
    contentFolder: '作業/content',
  });
});

it('says in one sentence why there is no editor', async () => {
  const reasonFor = (folder: string) =>
    findContentRepository(folder).then(
      () => null,
      ({ name, message }: Error) => `${name}: ${message}`,
    );
  const outside = join(world.folder, '..', 'content');
  mkdirSync(outside);
  world.write('drafts/a.yaml', '');
  expect(await reasonFor(outside)).toMatch(
    /^RepositoryUnusable: 内容のフォルダー「.*」が git のリポジトリの中にないため編集画面は使えません.*。$/,
  );
  expect(await reasonFor(join(world.folder, 'nowhere'))).toContain('の中にないため');
  expect(await reasonFor(world.folder)).toContain('いちばん上にあるため');
  expect(await reasonFor(join(world.folder, 'drafts'))).toContain('まだ記録されていないため');
  world.git('checkout', '-q', '--detach');
  expect(await reasonFor(join(world.folder, 'content'))).toContain(
    'どのブランチもチェックアウトされていないため',
  );
});
