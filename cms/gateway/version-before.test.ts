import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveTo, save, signInAll } from './fixtures/decap-requests.ts';
import { caseText } from './fixtures/entry-texts.ts';
import { type StartedGateway, startGateway } from './fixtures/start-gateway.ts';
import type { TemporaryRepository } from './repository/fixtures/temporary-repository.ts';
import { recordKinds } from './repository/repository.ts';

/**
 * What the portal before the network wrote: a draft, one in review with a note, a deleted one and a published one. Each
 * file is what `git fast-export --all` gave of a repository that its code had made.
 */
const fixtures = join(import.meta.dirname, 'fixtures/version-before');
const folder = join(mkdtempSync(join(tmpdir(), 'portal-before-')), 'portal');
const draftsFolder = join(folder, '.git/portal-drafts.git');

const git = (at: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: at, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
const taken = (at: string, name: string) =>
  execFileSync('git', ['fast-import', '--quiet'], {
    cwd: at,
    input: readFileSync(join(fixtures, name)),
  });
const world: TemporaryRepository = {
  folder,
  git: (...words) => git(folder, ...words.map(String)),
  drafts: (...words) => git(draftsFolder, ...words.map(String)),
  refs: () => git(folder, 'for-each-ref') + git(draftsFolder, 'for-each-ref'),
  write: () => {},
  commit: () => {},
  remove: () => rmSync(dirname(folder), { recursive: true, force: true }),
};

let gateway: StartedGateway;
beforeAll(async () => {
  mkdirSync(folder);
  git(folder, 'init', '-q', '-b', 'main', '--template=');
  taken(folder, 'published.fi');
  git(folder, 'reset', '-q', '--hard');
  mkdirSync(draftsFolder);
  git(draftsFolder, 'init', '-q', '--bare', '--template=');
  taken(draftsFolder, 'drafts.fi');
  gateway = await startGateway({ world, attachmentCache: null });
});
afterAll(() => gateway.close());

const key = (name: string) => ({
  branch: 'main',
  collection: 'case-studies',
  slug: `sakura-u/${name}/index`,
});

it('is opened with its drafts, reviews, notes, deleted and published entries, and goes on', async () => {
  const { sakura, editor } = await signInAll(gateway);
  const draft = await sakura.act('unpublishedEntry', key('old-draft'));
  expect(draft.body).toMatchObject({ status: 'draft' });
  const review = await editor.act('unpublishedEntry', key('old-review'));
  expect(review.body).toMatchObject({ status: 'pending_review' });
  const { body } = await editor.act('getNotes', key('old-review'));
  expect(body.notes).toMatchObject([{ content: '根拠を足してください。' }]);
  expect(await gateway.repository.deletedProposals()).toHaveLength(1);
  expect(await gateway.repository.archivedProposals()).toHaveLength(1);

  expect((await moveTo(editor, 'pending_publish', key('old-review'))).status).toBe(200);
  expect((await editor.act('publishUnpublishedEntry', key('old-review'))).status).toBe(200);
  expect(await gateway.repository.archivedProposals()).toHaveLength(2);
  const text = caseText({ title: '新しい版で書いた記事' });
  const saved = await save(sakura, { slug: 'sakura-u/new-draft/index', text });
  expect(saved.status).toBe(200);
  expect(gateway.troubles).toEqual([]);
});

it('gets from the new version nothing that it could not read when somebody goes back', () => {
  // A ref of a new kind is one that the version before does not look at; all others are as it made them.
  const known = ['heads', 'proposals', 'deleted-proposals', 'archived-proposals', 'entry-logs'];
  const kinds = [...known, 'publications', 'pending-publications', ...recordKinds];
  const names = world.refs().matchAll(/\trefs\/([a-z-]+)\//g);
  expect([...names].map(([, kind]) => kind).filter((kind) => !kinds.includes(kind ?? ''))).toEqual(
    [],
  );
  const record = (name: string) =>
    JSON.parse(world.drafts('show', `refs/proposals/case-studies/sakura-u/${name}:.proposal.json`));
  const [before, after] = [record('old-draft'), record('new-draft')];
  for (const field of Object.keys(before)) {
    expect({ field, type: typeof after[field] }).toEqual({ field, type: typeof before[field] });
  }
});
