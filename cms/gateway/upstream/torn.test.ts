import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  edit,
  publication,
  publishedText,
  publishedVersion,
  save,
} from '../repository/fixtures/contributions.ts';
import { entry } from '../repository/fixtures/temporary-repository.ts';
import type { GitHost } from '../repository/git-host.ts';
import { hostBranch } from '../repository/ref-names.ts';
import type { RefMove } from '../repository/ref-transaction.ts';
import type { Repository } from '../repository/repository.ts';
import { upstreamOf } from './connect.ts';
import { type HostedWorld, hostedWorld } from './fixtures/two-gateways.ts';

const pledge = entry('case-studies/sakura-u/pledge');
const names = { branch: 'main', prefix: 'refs/' };

let world: HostedWorld;
let repository: Repository;
beforeEach(async () => {
  world = await hostedWorld();
});
afterEach(async () => {
  repository.close();
  await world.remove();
});

/** A host that dies in the middle of the next push: of what was asked it has done what is chosen, and it says nothing. */
const tearing = (host: GitHost, choose: (move: RefMove) => boolean): GitHost => {
  let isWell = false;
  return {
    ...host,
    async push(moves) {
      if (isWell) return host.push(moves);
      isWell = true;
      const some = moves.filter(choose);
      if (some.length > 0) await host.push(some);
      return { kind: 'unanswered', cause: new Error('It died.') };
    },
  };
};

const isBranch = ({ ref }: RefMove) => ref === hostBranch;
const isArchive = ({ ref }: RefMove) => ref.startsWith('refs/archived-proposals/');

it.each<[string, (move: RefMove) => boolean]>([
  ['nothing', () => false],
  ['the branch alone', isBranch],
  ['the archive alone', isArchive],
  ['the branch and the archive', (move) => isBranch(move) || isArchive(move)],
  ['all', () => true],
])('finishes a publication of which the host has done %s', async (_what, choose) => {
  const { connect, pollMs } = upstreamOf(world.access, names, 60_000);
  let isTearing = false;
  repository = await world.open('one', {
    upstream: {
      pollMs,
      connect: (drafts) => {
        const host = connect(drafts);
        const torn = tearing(host, choose);
        return { ...host, push: (moves) => (isTearing ? torn : host).push(moves) };
      },
    },
  });
  await save(repository, [
    edit(pledge.text, '直した', await publishedVersion(repository, pledge.text)),
  ]);
  const before = Number(world.git('rev-list', '--count', 'main'));
  isTearing = true;
  expect(await repository.publish(pledge, () => publication)).toMatchObject({ kind: 'published' });
  expect(Number(world.git('rev-list', '--count', 'main'))).toBe(before + 1);
  expect(world.git('for-each-ref', 'refs/proposals')).toBe('');
  expect(world.git('for-each-ref', 'refs/archived-proposals')).toContain(pledge.path);
  expect(await publishedText(repository, pledge.text)).toBe('直した');
  expect(await repository.proposal(pledge)).toBeNull();
});
