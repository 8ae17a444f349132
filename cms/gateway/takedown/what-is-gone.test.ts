import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type TemporaryRepository,
  temporaryRepository,
} from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import { type CommitId, commitId, type Repository } from '../repository/repository.ts';
import { whatIsGone } from './what-is-gone.ts';

let world: TemporaryRepository;
let repository: Repository;
let base: CommitId;
beforeEach(async () => {
  world = temporaryRepository();
  repository = await openGitRepository({ folder: world.folder });
  base = await repository.published();
});
afterEach(() => {
  repository.close();
  world.remove();
});

const contentDir = () => join(world.folder, 'content');
const gone = async (edition: 'public' | 'network' = 'public', unlike: string[] = [], from = base) =>
  whatIsGone(
    { repository, settings: { edition, contentDir: contentDir() } },
    { commit: from, unlike },
    await repository.published(),
  );
const pledge = 'content/case-studies/sakura-u/pledge/index.mdx';
const read = (path: string) => readFileSync(join(world.folder, path), 'utf8');
const withField = (path: string, field: string) =>
  world.commit(
    path,
    path.endsWith('.yaml')
      ? `${read(path)}${field}\n`
      : read(path).replace(/^---\n/, `---\n${field}\n`),
  );
const folder = '/practices/sakura-u/pledge/';

it('is nothing where nothing was taken away', async () => {
  expect(await gone()).toBeNull();
  world.commit(pledge, read(pledge).replace('誓約書', '宣誓書'));
  world.commit('content/glossary/new.yaml', read('content/glossary/deemed-export.yaml'));
  expect(await gone()).toBeNull();
});

it('is what is withdrawn, whoever has committed it', async () => {
  withField(pledge, 'withdrawn: true');
  expect(await gone()).toMatchObject({
    folders: [folder],
    entries: ['case-studies/sakura-u/pledge'],
  });
  expect(await gone('network')).toMatchObject({ folders: [folder] });
});

it('is for the public what is for the network alone', async () => {
  withField(pledge, 'audience: network');
  expect(await gone()).toMatchObject({ folders: [folder] });
  expect(await gone('network')).toBeNull();
});

it('is everything of an institution that is hidden', async () => {
  withField('content/institutions/sakura-u.yaml', 'audience: network');
  expect((await gone())?.folders).toEqual(['/institutions/sakura-u/', folder]);
});

it('is nothing that the site did not show', async () => {
  withField(pledge, 'withdrawn: true');
  const from = commitId.parse(world.git('rev-parse', 'HEAD').trim());
  world.git('rm', '-rq', 'content/case-studies/sakura-u/pledge');
  world.git('commit', '-qm', '消す');
  expect(await gone('public', [], from)).toBeNull();
  expect((await gone())?.folders).toEqual([folder]);
});

it('is not what was chosen as a best practice and stands where it stood', async () => {
  world.git('mv', 'content/case-studies/sakura-u', 'content/best-practices-of-sakura');
  world.write(
    'content/best-practices/sakura-u/pledge/index.mdx',
    read('content/best-practices-of-sakura/pledge/index.mdx'),
  );
  world.git('rm', '-rqf', 'content/best-practices-of-sakura');
  world.git('add', '-A');
  world.git('commit', '-qm', '選定');
  expect((await gone())?.folders ?? []).toEqual([]);
});

it('is a file that lies there no more', async () => {
  world.git('rm', '-q', 'content/case-studies/sakura-u/pledge/誓約書 [様式1].csv');
  world.git('commit', '-qm', '様式を消す');
  expect(await gone()).toMatchObject({
    folders: [],
    files: [`${folder}files/誓約書 [様式1].csv/`, `${folder}誓約書 [様式1].csv`],
  });
});

it('tells titles that nothing else says, and no others', async () => {
  const title = '入学時にいただく特別な誓約書';
  world.commit(pledge, read(pledge).replace(/^title: .*$/m, `title: ${title}`));
  const from = commitId.parse(world.git('rev-parse', 'HEAD').trim());
  withField(pledge, 'withdrawn: true');
  expect((await gone('public', [], from))?.words).toContain(title);
  const travel = 'content/case-studies/momiji-u/travel/index.mdx';
  world.commit(travel, `${read(travel)}\n「${title}」を見てください。\n`);
  expect((await gone('public', [], from))?.words).not.toContain(title);
  // What the public does not see says nothing aloud.
  withField(travel, 'audience: network');
  expect((await gone('public', [], from))?.words).toContain(title);
});

it('is what the checkout still held when the site was built, although it was published otherwise', async () => {
  const before = read(pledge);
  withField(pledge, 'withdrawn: true');
  const tip = commitId.parse(world.git('rev-parse', 'HEAD').trim());
  world.write(pledge, before);
  const unlike = ['case-studies/sakura-u/pledge/index.mdx'];
  expect((await gone('public', unlike, tip))?.folders).toEqual([folder]);
  // What somebody is at work on there was never published.
  world.write('content/case-studies/sakura-u/new/index.mdx', before);
  expect(await gone('public', ['case-studies/sakura-u/new/index.mdx'], base)).toMatchObject({
    folders: [folder],
  });
});
