import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  deletion,
  edit,
  proposedText,
  publication,
  publishedText,
  publishedVersion,
  save,
  saveThatMayWait,
} from '../repository/fixtures/contributions.ts';
import { entry } from '../repository/fixtures/temporary-repository.ts';
import type { Repository } from '../repository/repository.ts';
import { type HostedWorld, hostedWorld } from './fixtures/two-gateways.ts';

const pledge = entry('case-studies/sakura-u/pledge');
const path = pledge.text;
const away = { name: 'RepositoryTrouble', kind: 'away', retryAfter: 60 };

let world: HostedWorld;
const opened: Repository[] = [];
const troubles: unknown[] = [];
const open = async (name: string) => {
  const repository = await world.open(name, { onTrouble: (error) => troubles.push(error) });
  opened.push(repository);
  return repository;
};
beforeEach(async () => {
  troubles.length = 0;
  world = await hostedWorld();
});
afterEach(async () => {
  for (const repository of opened.splice(0)) repository.close();
  expect(world.git('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);
  await world.remove();
});

/** Has a portal look at its host, and waits until it has delivered what it kept. */
const meet = async (repository: Repository) => {
  repository.host?.hasten();
  await expect.poll(() => repository.host?.undelivered(), { interval: 20 }).toEqual([]);
};

it('keeps drafts while the host is away, refuses what decides, and delivers when it is back', async () => {
  let one = await open('one');
  const basedOn = await publishedVersion(one, path);
  await save(one, [edit(path, '前から', basedOn)]);
  await world.server.kill();

  expect(await publishedText(one, path)).not.toBeNull();
  const before = await one.proposal(pledge);
  const version = (await one.list(before?.commit ?? ('' as never), pledge))[0]?.version ?? null;
  expect(await saveThatMayWait(one, [edit(path, '留守の間に', version)])).toMatchObject({
    kind: 'saved',
    proposal: { isHereOnly: true },
  });
  const fresh = 'glossary/new-term.yaml';
  expect(await saveThatMayWait(one, [edit(fresh, '新しい用語')])).toMatchObject({ kind: 'saved' });
  expect((await one.proposals()).map(({ isHereOnly }) => isHereOnly)).toEqual([true, true]);
  expect(one.host?.awaySince()).toBeInstanceOf(Date);
  await expect(one.publish(pledge, () => publication)).rejects.toMatchObject(away);
  await expect(one.deleteProposal(pledge, deletion)).rejects.toMatchObject(away);
  await expect(save(one, [edit('glossary/decided.yaml', '決定')])).rejects.toMatchObject(away);

  // A start without the host has all of it.
  one.close();
  one = await open('one');
  expect(await proposedText(one, path)).toBe('留守の間に');
  expect(one.host?.undelivered().map((found) => found.path)).toHaveLength(2);

  await world.server.start();
  await meet(one);
  expect((await one.proposals()).map(({ isHereOnly }) => isHereOnly)).toEqual([
    undefined,
    undefined,
  ]);
  const other = await open('other');
  expect(await proposedText(other, path)).toBe('留守の間に');
  expect(await proposedText(other, fresh)).toBe('新しい用語');
  expect(await other.publish(pledge, () => publication)).toMatchObject({ kind: 'published' });
});

it('leaves what others did meanwhile, tells its author, and loses nothing of what was kept', async () => {
  const one = await open('one');
  const other = await open('other');
  const basedOn = await publishedVersion(one, path);
  await world.server.kill();
  await saveThatMayWait(one, [edit(path, '留守の間に', basedOn)]);
  await world.server.start();
  await expect
    .poll(() => save(other, [edit(path, '先に届いた', basedOn)]).catch(() => null))
    .toMatchObject({ kind: 'saved' });
  await meet(one);

  expect(await proposedText(one, path)).toBe('先に届いた');
  const [kept] = await one.deletedProposals();
  const [file] = await one.list(kept?.commit ?? ('' as never), pledge);
  const bytes = file && (await one.readAll([file]))[0]?.bytes;
  expect(Buffer.from(bytes ?? []).toString()).toBe('留守の間に');
  expect(await other.deletedProposals()).toEqual([]);
  other.host?.hasten();
  await expect.poll(() => other.deletedProposals()).toHaveLength(1);
  const late = await save(one, [edit(path, 'その続き', file?.version ?? null)]);
  expect(late.kind).toBe('conflict');
});

it('knows a push again whose answer was cut off', async () => {
  const one = await open('one');
  world.server.cutAnswersAfter(0);
  const saved = await save(one, [edit(path, '直した', await publishedVersion(one, path))]);
  expect(saved).toMatchObject({ kind: 'saved' });
  const published = await one.publish(pledge, () => publication);
  expect(published).toMatchObject({ kind: 'published' });
  world.server.cutAnswersAfter(null);
  expect(
    world
      .git('log', '--format=%s', 'main')
      .split('\n')
      .filter((line) => line === '公開'),
  ).toEqual(['公開']);
  expect(world.git('for-each-ref', 'refs/proposals')).toBe('');
});

it('ends at a start what a host that died published and left as a proposal', async () => {
  const one = await open('one');
  const saved = await save(one, [edit(path, '直した', await publishedVersion(one, path))]);
  const commit = saved.kind === 'saved' ? saved.proposal.commit : '';
  await one.publish(pledge, () => publication);
  world.git('update-ref', `refs/proposals/${pledge.path}`, commit);
  const count = world.git('rev-list', '--count', 'main');
  // Whoever publishes it finds that it is, and whoever starts finds it ended.
  expect(await one.publish(pledge, () => publication)).toMatchObject({ kind: 'published' });
  world.git('update-ref', `refs/proposals/${pledge.path}`, commit);
  const other = await open('other');
  expect(await other.proposals()).toEqual([]);
  expect(world.git('for-each-ref', 'refs/proposals')).toBe('');
  expect(world.git('rev-list', '--count', 'main')).toBe(count);
});

it('shows what somebody pushes from elsewhere, in its tree as well, and tells of it', async () => {
  const one = await open('one');
  let told = 0;
  one.onFilesArrived(() => {
    told += 1;
  });
  world.commit('content/glossary/by-hand.yaml', '手で書いた用語');
  one.host?.hasten();
  await expect.poll(() => publishedText(one, 'glossary/by-hand.yaml')).toBe('手で書いた用語');
  await expect.poll(() => told).toBe(1);
  expect(one.pendingFiles()).toEqual([]);
});
