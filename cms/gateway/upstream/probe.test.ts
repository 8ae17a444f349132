import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readGatewaySettings } from '../settings.ts';
import { type HostedWorld, hostedWorld } from './fixtures/two-gateways.ts';
import { openClone } from './open-clone.ts';
import { openUpstream } from './open-upstream.ts';
import { probeHost } from './probe.ts';

let world: HostedWorld;
beforeEach(async () => {
  world = await hostedWorld();
});
afterEach(() => world.remove());

const troubles: unknown[] = [];
const start = async (env: Record<string, string> = {}) => {
  const { upstream } = readGatewaySettings({
    UPSTREAM_URL: world.access.url,
    UPSTREAM_TOKEN: world.access.token ?? '',
    UPSTREAM_CLONE: join(world.home, 'clone'),
    ...env,
  });
  if (!upstream) throw new Error('No upstream was set.');
  return openUpstream(upstream, (error) => troubles.push(error));
};
const hook = (script: string) =>
  writeFileSync(join(world.bare, 'hooks/pre-receive'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });

it('makes a clone with a tree, finds it again, and leaves nothing of its trial', async () => {
  const { contentDir } = await start();
  expect(existsSync(join(contentDir, 'glossary/deemed-export.yaml'))).toBe(true);
  // What lets it in stands in no file of the clone.
  expect(readFileSync(join(contentDir, '../.git/config'), 'utf8')).not.toContain(
    world.access.token,
  );
  await world.server.kill();
  await start();
  expect(troubles.splice(0)).toHaveLength(1);
  await world.server.start();
  await start({ UPSTREAM_PREFIX: 'refs/heads/' });
  expect(troubles).toEqual([]);
  expect(world.git('for-each-ref', '--format=%(refname)').trim()).toBe('refs/heads/main');
});

it('says what the host refuses, and how it is mended', async () => {
  await expect(start({ UPSTREAM_TOKEN: 'another-token' })).rejects.toThrow(/UPSTREAM_TOKEN/);
  await expect(start({ UPSTREAM_BRANCH: 'none' })).rejects.toThrow(/UPSTREAM_BRANCH/);
  await expect(start({ UPSTREAM_URL: world.server.urlOf('none') })).rejects.toThrow(/UPSTREAM_URL/);
  await expect(start({ UPSTREAM_CONTENT: 'none' })).rejects.toThrow(/UPSTREAM_CONTENT/);

  world.git('config', 'transfer.hideRefs', 'refs/portal-probe');
  await expect(start()).rejects.toThrow(/UPSTREAM_PREFIX に refs\/heads\/ /);
  world.git('config', '--unset', 'transfer.hideRefs');
  world.git('config', 'receive.advertiseAtomic', 'false');
  await expect(start()).rejects.toThrow(/まとめて受け取れません/);
  world.git('config', 'receive.advertiseAtomic', 'true');
  world.git('config', 'receive.denyDeletes', 'true');
  const asBranches = { UPSTREAM_PREFIX: 'refs/heads/' };
  await expect(start(asBranches)).rejects.toThrow(/削除を許してください/);
  world.git('config', '--unset', 'receive.denyDeletes');
  mkdirSync(join(world.bare, 'hooks'), { recursive: true });
  hook('echo "GH006: Protected branch update failed" >&2; exit 1');
  await expect(start()).rejects.toThrow(/保護されて/);
  hook('exit 1');
  await expect(start()).rejects.toThrow(/点検の仕組み/);
});

it('takes no folder in which somebody works, nor the clone of another host', async () => {
  const folder = join(world.home, 'desk');
  mkdirSync(folder);
  writeFileSync(join(folder, '覚え書き.txt'), '人の作業');
  await expect(start({ UPSTREAM_CLONE: folder })).rejects.toThrow(/UPSTREAM_CLONE/);
  expect(readFileSync(join(folder, '覚え書き.txt'), 'utf8')).toBe('人の作業');
  await start();
  const names = { branch: 'main', prefix: 'refs/' };
  const access = { ...world.access, url: `${world.access.url}.git` };
  const asked = { folder: join(world.home, 'clone'), access, names, contentFolder: 'content' };
  await expect(openClone(asked)).rejects.toThrow(/別の保存先/);
});

it('gives up a host that accepts and says nothing', async () => {
  await start();
  world.server.hang();
  const began = Date.now();
  const access = { ...world.access, silentSeconds: 1 };
  const names = { branch: 'main', prefix: 'refs/' };
  const told: unknown[] = [];
  await probeHost({
    folder: join(world.home, 'clone'),
    access,
    names,
    onTrouble: (error) => told.push(error),
  });
  expect(told).toHaveLength(1);
  expect(Date.now() - began).toBeLessThan(8_000);
});
