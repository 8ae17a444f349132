import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { projectRoot } from '../../../src/project-root.ts';
import { readSettings } from '../../../src/settings.ts';
import { openPortal } from '../open-portal.ts';
import { readGatewaySettings } from '../settings.ts';
import { hostedWorld } from './fixtures/two-gateways.ts';

const home = mkdtempSync(join(tmpdir(), 'portal-hosted-'));
const world = await hostedWorld();
afterAll(async () => {
  rmSync(home, { recursive: true });
  await world.remove();
});

/** A site that says what the content says that it was built from. */
const build = [
  '--eval',
  `const { OUT_DIR, CONTENT_DIR } = process.env;
   const { mkdirSync, writeFileSync, readFileSync, existsSync } = require('node:fs');
   mkdirSync(OUT_DIR, { recursive: true });
   const by = CONTENT_DIR + '/glossary/by-hand.yaml';
   writeFileSync(OUT_DIR + '/index.html', '<!doctype html>' + (existsSync(by) ? readFileSync(by) : 'まだ'));`,
];

it('builds from its own clone, and follows what the host calls that it has', async () => {
  const secret = 'a-secret-of-the-host-0123';
  const env = {
    UPSTREAM_URL: world.access.url,
    UPSTREAM_TOKEN: world.access.token ?? '',
    UPSTREAM_CLONE: join(world.home, 'clone'),
    UPSTREAM_HOOK_SECRET: secret,
    OUT_DIR: join(home, 'site'),
    PORT: '0',
  };
  const troubles: unknown[] = [];
  const portal = await openPortal({
    settings: readSettings(env),
    gatewaySettings: readGatewaySettings(env),
    projectRoot,
    build,
    isEditorBuilt: true,
    onTrouble: (error) => troubles.push(error),
  });
  const page = async () =>
    (await portal.app.request('/', { headers: { host: '127.0.0.1' } })).text();
  try {
    expect(await page()).toContain('まだ');
    world.commit('content/glossary/by-hand.yaml', '手で書いた用語');
    const call = await portal.app.request('/hooks/upstream', {
      method: 'POST',
      headers: {
        host: '127.0.0.1',
        'content-type': 'application/json',
        'x-gitlab-token': secret,
      },
      body: '{}',
    });
    expect(call.status).toBe(204);
    await expect.poll(page).toContain('手で書いた用語');
    // Before it is closed: a look that is under way then finds the repository closed.
    expect(troubles).toEqual([]);
  } finally {
    await portal.close();
  }
});
