import { afterAll, expect, it } from 'vitest';
import { temporaryRepository } from '../repository/fixtures/temporary-repository.ts';
import { openGitRepository } from '../repository/git-repository.ts';
import { carryToHost } from './carry.ts';
import { hostedWorld } from './fixtures/two-gateways.ts';

const own = temporaryRepository();
const world = await hostedWorld();
afterAll(async () => {
  own.remove();
  await world.remove();
});
const one = { kind: 'members', name: 'one' } as const;
const how = { at: new Date('2026-11-30'), message: '記録' };
const to = { access: world.access, names: { branch: 'main', prefix: 'refs/' } };

it('brings drafts and records to the host, where another portal has them', async () => {
  const here = await openGitRepository({ folder: own.folder });
  await here.records.change({ moves: [{ ...one, from: null, text: '{"kept":1}' }], ...how });
  await here.close();
  // What is published there is what was published here.
  world.git('fetch', '-q', own.folder, '+refs/heads/main:refs/heads/main');

  expect(await carryToHost(own.folder, to)).toEqual({ records: 1, branch: false });
  expect(await carryToHost(own.folder, to)).toEqual({ records: 0, branch: false });

  const there = await world.open('other');
  expect(await there.records.read('members', 'one')).toMatchObject({ text: '{"kept":1}' });
  await there.close();
});

it('overwrites nothing, and brings nothing to a branch that lacks what was published', async () => {
  const here = await openGitRepository({ folder: own.folder });
  const from = (await here.records.read('members', 'one'))?.version ?? null;
  const moves = [
    { ...one, from, text: '{"kept":2}' },
    { ...one, name: 'two', from: null, text: '{}' },
  ];
  await here.records.change({ moves, ...how });
  await here.close();
  await expect(carryToHost(own.folder, to)).rejects.toThrow(/1件あり、上書きしないよう/);
  expect(world.git('for-each-ref', 'refs/members/')).not.toContain('two');

  world.git('update-ref', '-d', 'refs/members/one');
  world.commit('content/glossary/by-hand.yaml', '手で書いた用語');
  await expect(carryToHost(own.folder, to)).rejects.toThrow(/そろっていません/);
  await world.server.kill();
  await expect(carryToHost(own.folder, to)).rejects.toThrow(/とつながりません/);
});
