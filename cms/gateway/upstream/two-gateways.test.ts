import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  deletion,
  edit,
  proposedText,
  publication,
  publishedText,
  publishedVersion,
  save,
} from '../repository/fixtures/contributions.ts';
import { entry } from '../repository/fixtures/temporary-repository.ts';
import type { Repository } from '../repository/repository.ts';
import { type HostedWorld, hostedWorld } from './fixtures/two-gateways.ts';

const pledge = entry('case-studies/sakura-u/pledge');
const path = pledge.text;

let world: HostedWorld;
let one: Repository;
let other: Repository;
const troubles: unknown[] = [];
const onTrouble = (error: unknown) => troubles.push(error);
beforeEach(async () => {
  troubles.length = 0;
  world = await hostedWorld();
  one = await world.open('one', { onTrouble });
  other = await world.open('other', { onTrouble });
});
afterEach(async () => {
  one.close();
  other.close();
  expect(world.git('fsck', '--full', '--strict')).not.toMatch(/error|missing|broken/);
  await world.remove();
  expect(troubles).toEqual([]);
});
/** By another editor at each portal: what is done twice alike is one commit, and so done once. */
const publish = (repository: Repository) =>
  repository.publish(pledge, () => ({
    ...publication,
    message: { subject: repository === one ? '一の公開' : '二の公開', trailers: {} },
  }));

it('has a save and a publication on the host before it answers, and the other portal goes on from them', async () => {
  const basedOn = await publishedVersion(one, path);
  const saved = await save(one, [edit(path, '一つめ', basedOn)]);
  expect(saved).toMatchObject({ kind: 'saved' });
  expect(world.git('rev-parse', `refs/proposals/${pledge.path}`).trim()).toBe(
    saved.kind === 'saved' && saved.proposal.commit,
  );
  // Its view is older, and its lease tells it so.
  expect(await save(other, [edit(path, '二つめ', basedOn)])).toMatchObject({ kind: 'conflict' });
  expect(await proposedText(other, path)).toBe('一つめ');

  const outcome = await publish(other);
  expect(outcome).toMatchObject({ kind: 'published', left: [] });
  const commit = outcome.kind === 'published' ? outcome.commit : '';
  expect(world.git('rev-parse', 'main').trim()).toBe(commit);
  expect(world.git('for-each-ref', 'refs/proposals')).toBe('');
  expect(world.git('for-each-ref', 'refs/archived-proposals')).toContain(pledge.path);
  expect(await publishedText(other, path)).toBe('一つめ');
  expect(readFileSync(join(world.home, 'other/content', path), 'utf8')).toBe('一つめ');

  expect(await publish(one)).toEqual({ kind: 'missing' });
  expect(await publishedText(one, path)).toBe('一つめ');
  expect(readFileSync(join(world.home, 'one/content', path), 'utf8')).toBe('一つめ');
  expect(await one.archivedProposals(pledge)).toHaveLength(1);
});

it('publishes one proposal once, whoever of two is first', async () => {
  await save(one, [edit(path, '直した', await publishedVersion(one, path))]);
  // Both know of it.
  expect(await other.deleteProposal(entry('glossary/none'), deletion)).toEqual({ kind: 'missing' });
  const before = world.git('rev-list', '--count', 'main').trim();
  const outcomes = await Promise.all([publish(one), publish(other)]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['missing', 'published']);
  expect(Number(world.git('rev-list', '--count', 'main'))).toBe(Number(before) + 1);
});
